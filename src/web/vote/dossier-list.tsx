import type { BallotPage } from '../../client/sealing.ts';
import { DocumentButton } from './reading/document-button.tsx';
import type { Voting } from './voting.ts';

interface Props {
  readonly voting: Voting;
  readonly page: BallotPage;
  /** Of one subject, or null: of the whole session. */
  readonly subject: { readonly id: string; readonly name: string } | null;
}

export function DossierList({ voting, page, subject }: Props) {
  const dossiers = page.dossiers.filter(({ subjectId }) => subjectId === (subject?.id ?? null));
  if (dossiers.length === 0) return null;
  const of = subject?.name ?? null;
  return (
    <ul class="dossiers">
      {dossiers.map(({ id: dossierId, title }) => (
        <li key={dossierId}>
          <DocumentButton voting={voting} document={{ kind: 'dossier', dossierId, title, of }} />
        </li>
      ))}
    </ul>
  );
}
