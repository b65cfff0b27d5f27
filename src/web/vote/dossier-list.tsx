import { type Connection, call } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { readDossier } from '../../contract/dossiers/dossiers.ts';
import { DocumentLink } from './document-link.tsx';

interface Props {
  readonly connection: Connection;
  readonly page: BallotPage;
  /** Of one subject, or null: of the whole session. */
  readonly subjectId: string | null;
}

export function DossierList({ connection, page, subjectId }: Props) {
  const dossiers = page.dossiers.filter((one) => one.subjectId === subjectId);
  if (dossiers.length === 0) return null;
  const { sessionId } = page;
  return (
    <ul class="dossiers">
      {dossiers.map(({ id: dossierId, title }) => (
        <li key={dossierId}>
          <DocumentLink
            title={title}
            load={() => call(connection, readDossier, { params: { sessionId, dossierId } })}
          />
        </li>
      ))}
    </ul>
  );
}
