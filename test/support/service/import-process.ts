// Imports, or takes back, in a process that kills itself when everything is written and nothing is committed.
import { noObject } from '../../../src/domain/audit.ts';
import { importId } from '../../../src/domain/roster/import-id.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { imported, tryTakeBack } from '../build/imports.ts';

const [folder = '', what] = process.argv.slice(2);
const store = sqliteStore(folder);
const intent = {
  isKept: false,
  about: () => {},
  // Asked for within the transaction, after its last change and before its end.
  notes: () => {
    process.kill(process.pid, 'SIGKILL');
    return [{ ...noObject, at: '2026-12-01T01:00:00.000Z', event: 'importRoster', accountId: null }];
  },
};
const seat = { position: 'Ủy viên', order: 9, from: null, to: null };
const noting = store.noting(intent);
await (what === 'import'
  ? imported(noting, {
      committees: [aCommittee(9, { superiorId: aCommittee(1).id })],
      people: [{ id: aPersonId(9), name: 'Lò Văn Chín', code: null, birthYear: null }],
      seats: [{ ...seat, id: aSeatId(9), committeeId: aCommittee(9).id, personId: aPersonId(9) }],
    })
  : tryTakeBack(noting, importId.parse(what)));
