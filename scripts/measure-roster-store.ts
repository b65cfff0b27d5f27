import type { Person } from '../src/domain/roster/person.ts';
import type { Seat } from '../src/domain/roster/seat.ts';
import type { Store } from '../src/server/store/store.ts';
import { aCommittee } from '../test/support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../test/support/build/ids.ts';
import { imported, tryTakeBack } from '../test/support/build/imports.ts';
import { newPostgresStore } from '../test/support/service/new-postgres-store.ts';
import { newStore } from '../test/support/service/new-store.ts';

/*
 * The country's 52,000 organisations with two seats each, kept as one import by the store alone, on both stores; then
 * taken back. The clock counts: run it on a quiet machine.
 */
const organisations = 52_000;

const committees = Array.from({ length: organisations }, (_, at) =>
  aCommittee(at + 1, {
    name: `Chi bộ ${at + 1}`,
    superiorId: at === 0 ? null : aCommitteeId(1 + Math.floor((at - 1) / 16)),
  }),
).reverse();
const people: Person[] = Array.from({ length: 2 * organisations }, (_, at) => ({
  ...{ id: aPersonId(at + 1), name: `Nguyễn Văn ${at + 1}`, code: `CB-${at + 1}`, birthYear: 1970 },
}));
const seats: Seat[] = people.map(({ id }, at) => ({
  ...{ id: aSeatId(at + 1), committeeId: aCommitteeId(1 + Math.floor(at / 2)), personId: id, position: 'Ủy viên' },
  ...{ order: 1, from: null, to: null },
}));

async function seconds(act: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await act();
  return ((performance.now() - start) / 1000).toFixed(1);
}

const stores: [string, Store][] = [
  ['SQLite', newStore()],
  ['PostgreSQL', await newPostgresStore()],
];
for (const [name, store] of stores) {
  let id: Awaited<ReturnType<typeof imported>> | undefined;
  const import_ = await seconds(async () => {
    id = await imported(store, { committees, people, seats }, undefined, 'province');
  });
  const whole = await seconds(() => store.committees.wholeRoster());
  const search = await seconds(() => store.committees.search({ words: ['chi', 'bo', '0000'], limit: 20 }));
  const back = await seconds(async () => {
    const done = id && (await tryTakeBack(store, id));
    if (done !== 'taken back') throw new Error(String(done));
  });
  console.log(`${name}: import ${import_} s, whole roster ${whole} s, search ${search} s, taking back ${back} s`);
  await store.close();
}
