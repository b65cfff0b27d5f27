import type { Connection } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { DossierLink } from './dossier-link.tsx';

interface Props {
  readonly connection: Connection;
  readonly page: BallotPage;
  /** Of one subject, or null: of the whole session. */
  readonly subjectId: string | null;
}

export function DossierList({ connection, page, subjectId }: Props) {
  const dossiers = page.dossiers.filter((one) => one.subjectId === subjectId);
  if (dossiers.length === 0) return null;
  return (
    <ul class="dossiers">
      {dossiers.map((dossier) => (
        <li key={dossier.id}>
          <DossierLink connection={connection} page={page} dossier={dossier} />
        </li>
      ))}
    </ul>
  );
}
