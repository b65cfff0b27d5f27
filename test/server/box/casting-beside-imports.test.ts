import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Election } from '../../../src/protocol/record/election.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import type { ImportToHold } from '../../support/planning.worker.ts';
import { aFolder } from '../../support/service/altered-file.ts';
import { aVoteService, opened, sealed, type VoteService } from '../../support/service/vote-service.ts';

const folder = aFolder();
let made: VoteService;
let election: Election;
beforeAll(async () => {
  made = await aVoteService({ subjects: 2, voters: 6, sheets: 6 }, { store: sqliteStore(folder) });
  election = await opened(made);
});
afterAll(async () => {
  await made.service.app.close();
  await made.service.deps.store.close();
  rmSync(folder, { recursive: true });
});

/** An import that has been planned and waits: it is let go by whoever has seen what happens meanwhile. */
async function heldImport(kind: ImportToHold['kind'], text: string) {
  const gate = new Int32Array(new SharedArrayBuffer(8));
  const workerData: ImportToHold = { folder, kind, text, gate };
  const worker = new Worker(new URL('../../support/planning.worker.ts', import.meta.url), { workerData });
  const answered = once(worker, 'message');
  await Promise.race([Atomics.waitAsync(gate, 0, 0).value, answered]);
  const letGo = async () => {
    Atomics.store(gate, 1, 1);
    Atomics.notify(gate, 1);
    const [answer] = await answered;
    return answer;
  };
  return { isHeld: Atomics.load(gate, 0) === 1, letGo };
}

const roster = (name: string) => `Cấp ủy,Họ và tên,Chức vụ,Thứ tự\n${aCommittee(1).name},${name},Ủy viên,20\n`;
const files: readonly (readonly [ImportToHold['kind'], string])[] = [
  ['roster', roster('Lò Văn Mới')],
  ['province', roster('Lò Thị Tỉnh')],
  ['delegates', 'Họ và tên,Chức vụ\nLò Văn Đại,Bí thư chi bộ\n'],
];

test.each(files)(
  'a ballot is acknowledged while an import (%s) is being planned, and the import is kept after it',
  async (kind, text) => {
    const held = await heldImport(kind, text);
    expect(held.isHeld ? 'held' : await held.letGo()).toBe('held');
    const at = files.findIndex(([one]) => one === kind);
    const ballot = sealed(made, election, made.vote.sheets[at], [0, 1]);
    const cast = await made.post('ballots', made.holder, { ballot, recastKey: 'a'.repeat(32) });
    expect(cast.status).toBe(200);
    expect(await held.letGo()).toBe('imported');
  },
);

test('an import whose roster has changed since it was planned is planned anew', async () => {
  const text = roster('Lò Văn Hai Lần');
  const held = await heldImport('roster', text);
  const { committees } = made.service.deps.store;
  // Meanwhile somebody of that name takes a seat there: it is the same person.
  const person = { id: aPersonId(990), name: 'Lò Văn Hai Lần', code: null, birthYear: null };
  const seat = { position: 'Ủy viên', order: 20, from: null, to: null };
  await committees.importRoster(null, () => ({
    ...{ ok: true, people: [person] },
    seats: [{ ...seat, id: aSeatId(990), committeeId: aCommittee(1).id, personId: person.id }],
  }));
  expect(await held.letGo()).toBe('imported');
  const namesakes = (await committees.people()).filter(({ name: fullName }) => fullName === person.name);
  expect(namesakes).toEqual([person]);
});
