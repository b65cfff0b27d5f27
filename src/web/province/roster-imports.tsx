import { useEffect } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listRosterImports, takeBackCommitteeRoster } from '../../contract/imports/imports.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ImportList } from '../shared/imports/import-list.tsx';
import { ImportsTitle } from '../shared/imports/imports-title.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  /** Changes whenever something was imported. */
  readonly imported: unknown;
  onTakenBack(): void;
}

/** Lists of one committee that were imported, each to be taken back as a whole. */
export function RosterImports({ committeeId, imported, onTakenBack }: Props) {
  const connection = useConnection();
  const imports = useLoad(() => call(connection, listRosterImports, { params: { committeeId } }), [committeeId]);
  const { reload } = imports;
  useEffect(() => void reload(), [imported, reload]);
  return (
    <section>
      <ImportsTitle of="section" />
      <ImportList
        imports={imports}
        onTakenBack={onTakenBack}
        takeBack={(importId) => call(connection, takeBackCommitteeRoster, { params: { committeeId, importId } })}
      />
    </section>
  );
}
