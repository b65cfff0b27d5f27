import { describe, expect, test } from 'vitest';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import type { SummonedList } from '../../../src/domain/session/summoned.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { bothStores } from '../../support/service/stores.ts';

const committeeId = aCommitteeId(1);
const person = { id: 'a', personId: null, name: 'Lò Văn Phá', position: 'Đảng viên', votes: true, struck: null };
const older: SummonedList = { committeeId, term: '2020–2025', people: [{ ...person, standing: 'delegate' }] };
const newer: SummonedList = { ...older, term: '2025–2030', people: [] };

describe.each(bothStores)('those summoned in %s', (_name, open) => {
  test('a list is kept for each term, the latest first, and seen by the next change', async () => {
    const store = await open();
    await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
    for (const list of [older, newer]) await store.summoned.change(committeeId, list.term, () => accept(list));
    expect(await store.summoned.list(committeeId)).toEqual([newer, older]);
    const answer = await store.summoned.change(committeeId, older.term, (known) =>
      known === undefined ? refuse('nothing') : accept({ ...known, people: [] }),
    );
    expect(answer.ok).toBe(true);
    expect(await store.summoned.find(committeeId, older.term)).toEqual({ ...older, people: [] });
    expect(await store.summoned.find(aCommitteeId(2), older.term)).toBeUndefined();
  });

  test('a refused change keeps nothing', async () => {
    const store = await open();
    await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
    await store.summoned.change(committeeId, older.term, () => refuse('no'));
    expect(await store.summoned.list(committeeId)).toEqual([]);
  });

  test('a change knows the people and seat holders of its own step', async () => {
    const store = await open();
    await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
    const people = [1, 2].map((number) => ({
      ...{ id: aPersonId(number), name: `Lò Văn Phá ${number}`, code: null, birthYear: null },
    }));
    const seat = { id: aSeatId(1), committeeId, personId: aPersonId(1), position: 'Bí thư', order: 1 };
    const seats = [{ ...seat, from: '2026-01-01', to: '2026-01-31' }];
    await store.committees.importRoster(null, () => ({ ok: true, people, seats }));
    for (const [seatedOn, seated] of [
      ['2026-01-31', [people[0]]],
      ['2026-02-01', []],
    ] as const) {
      await store.summoned.enter(committeeId, older.term, { plannedOn: null, seatedOn }, (_, roster) => {
        expect(roster).toEqual({ people, seated });
        return accept(older);
      });
    }
    expect(await store.summoned.list(committeeId)).toEqual([older]);
  });
});
