import { useEffect } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listDelegateImports, takeBackDelegates } from '../../contract/imports/imports.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ImportList } from '../shared/imports/import-list.tsx';
import { ImportsTitle } from '../shared/imports/imports-title.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  /** Changes whenever the lists beside it were read anew. */
  readonly lists: unknown;
  reload(): void;
}

/** Lists of delegates that were entered, each to be taken back as a whole. */
export function DelegateImports({ committeeId, lists, reload }: Props) {
  const connection = useConnection();
  const imports = useLoad(() => call(connection, listDelegateImports, { params: { committeeId } }), [committeeId]);
  const { reload: reloadImports } = imports;
  useEffect(() => void reloadImports(), [lists, reloadImports]);
  return (
    <section>
      <ImportsTitle of="section" />
      <ImportList
        imports={imports}
        takeBack={(importId) => call(connection, takeBackDelegates, { params: { committeeId, importId } })}
        onTakenBack={reload}
      />
    </section>
  );
}
