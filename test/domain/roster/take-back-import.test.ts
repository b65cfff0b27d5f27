import { describe, expect, test } from 'vitest';
import { accountId } from '../../../src/domain/account/account.ts';
import { importId } from '../../../src/domain/roster/import-id.ts';
import { delegatesImport, type ListedImport, rosterImport } from '../../../src/domain/roster/kept-import.ts';
import type { KnownOfImport } from '../../../src/domain/roster/known-of-import.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { RosterChanges } from '../../../src/domain/roster/roster-changes.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { takeBackDelegates, takeBackRoster } from '../../../src/domain/roster/take-back-import.ts';
import type { Summoned } from '../../../src/domain/session/summoned.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aKnownRoster, rosterAfter } from '../../support/build/known-rosters.ts';

const digest = (value: object) => JSON.stringify(value);
const made = {
  ...{ id: importId.parse('00000005-0000-4000-8000-000000000005'), at: '2026-12-01T01:00:00.000Z' },
  accountId: accountId.parse('00000009-0000-4000-8000-000000000009'),
};
const province = aCommittee(1, { name: 'Tỉnh ủy', rank: 'province' });
const tanHoa = aCommittee(2, { name: 'Đảng bộ xã Tân Hòa', superiorId: province.id });
const longMy = aCommittee(3, { name: 'Đảng bộ xã Long Mỹ', superiorId: province.id });
const hoa: Person = { id: aPersonId(1), name: 'Nguyễn Thị Hoa', code: 'CB-01', birthYear: null };
const nam: Person = { id: aPersonId(2), name: 'Lê Văn Nam', code: null, birthYear: null };
const held: Seat = {
  ...{ id: aSeatId(1), committeeId: tanHoa.id, personId: hoa.id, position: 'Bí thư', order: 1 },
  ...{ from: null, to: null },
};
type Parts = Parameters<typeof rosterAfter>[0];
const before: Parts = { committees: [province, tanHoa, longMy], people: [hoa, nam], seats: [held] };

function known(kept: ListedImport, parts: Parts, change: Partial<KnownOfImport> = {}): KnownOfImport {
  const { committees = [], people = [], seats = [] } = parts;
  return {
    ...{ kept, committees, builtBefore: { sessions: new Map(), plans: new Set() }, later: [], pastSuperiors: [] },
    ...{ plans: [], uses: [], sessions: [], summoned: undefined, people, holdersOfCodes: people, seats },
    ...change,
  };
}

/** Imports the changes, lets something happen to what is there then, and takes the import back. */
function takenBack(changes: RosterChanges, since: (after: Parts) => Parts = (after) => after) {
  const roster = aKnownRoster(before);
  const kept = rosterImport(roster, changes, { ...made, kind: 'province', committeeId: null }, digest);
  if (kept?.image.of !== 'roster') throw new Error('an import that changes nothing');
  const { committees, people, seats } = rosterAfter(before, changes);
  return takeBackRoster(kept.image, known(kept, since({ committees, people, seats })), digest, null);
}

const obstaclesOf = (...asked: Parameters<typeof takenBack>) => {
  const answer = takenBack(...asked);
  return answer.ok ? [] : answer.obstacles.map(({ code, names }) => `${code}: ${names.join('; ')}`);
};

describe('an import of committees and seats', () => {
  const ended = { ...tanHoa, to: '2026-06-30', successorId: longMy.id };

  test('is taken back to what there was', () => {
    const changes = { committees: [ended], people: [{ ...hoa, birthYear: 1975 }], seats: [{ ...held, order: 4 }] };
    expect(takenBack(changes)).toMatchObject({
      ok: true,
      restored: { committees: [tanHoa], people: [hoa], seats: [held], replacedSeats: [{ order: 4 }] },
    });
  });

  test('stays where what it changed was changed again, or is gone: each is named as it was', () => {
    const changes = { committees: [ended], people: [{ ...hoa, birthYear: 1975 }], seats: [{ ...held, order: 4 }] };
    const names = ['Đảng bộ xã Tân Hòa', 'Nguyễn Thị Hoa', 'Nguyễn Thị Hoa, Đảng bộ xã Tân Hòa'];
    const codes = ['committee-changed', 'person-changed', 'seat-changed'];
    const changed = obstaclesOf(changes, ({ committees = [], people = [], seats = [] }) => ({
      committees: committees.map((one) => (one.id === ended.id ? { ...one, code: 'XA-1' } : one)),
      people: people.map((one) => (one.id === hoa.id ? { ...one, birthYear: 1976 } : one)),
      seats: seats.map((one) => ({ ...one, order: 5 })),
    }));
    expect(changed).toEqual(codes.map((code, index) => `${code}: ${names[index]}`));
    const gone = obstaclesOf({ people: [{ ...hoa, birthYear: 1975 }], seats: [{ ...held, order: 4 }] }, (after) => ({
      ...after,
      ...{ people: [], seats: [] },
    }));
    expect(gone).toEqual(['person-changed: Nguyễn Thị Hoa', 'seat-changed: Đảng bộ xã Tân Hòa']);
    const lost = obstaclesOf({ committees: [ended] }, (after) => ({ ...after, committees: [province, longMy] }));
    expect(lost).toEqual(['committee-changed: Đảng bộ xã Tân Hòa']);
  });

  test.each<[string, RosterChanges, (after: Parts) => Parts, string]>([
    [
      'the name is taken',
      { committees: [ended] },
      (after) => ({
        ...after,
        committees: [...(after.committees ?? []), aCommittee(9, { ...tanHoa, id: aCommittee(9).id })],
      }),
      'name-taken: Đảng bộ xã Tân Hòa',
    ],
    [
      'the personal code is another’s',
      { people: [{ ...hoa, code: null }] },
      (after) => ({ ...after, people: [...(after.people ?? []), { ...nam, id: aPersonId(8), code: 'CB 01' }] }),
      'code-taken: Nguyễn Thị Hoa',
    ],
    [
      'the superior has ended',
      { committees: [ended] },
      (after) => ({
        ...after,
        committees: (after.committees ?? []).map((one) =>
          one.id === province.id ? { ...one, to: '2026-11-30' } : one,
        ),
      }),
      'superior-gone: Đảng bộ xã Tân Hòa',
    ],
    [
      'the superior would stand below it',
      { committees: [{ ...tanHoa, superiorId: null }] },
      (after) => ({
        ...after,
        committees: (after.committees ?? []).map((one) =>
          one.id === province.id ? { ...one, superiorId: tanHoa.id } : one,
        ),
      }),
      'circle-of-superiors: Đảng bộ xã Tân Hòa',
    ],
    [
      'the committee of a seat has ended',
      { seats: [{ ...held, to: '2026-01-31' }] },
      (after) => ({ ...after, committees: [province, ended, longMy] }),
      'committee-ended: Nguyễn Thị Hoa, Đảng bộ xã Tân Hòa',
    ],
    [
      'the holder has sat there again since',
      { seats: [{ ...held, to: '2026-01-31' }] },
      (after) => ({ ...after, seats: [...(after.seats ?? []), { ...held, id: aSeatId(9), from: '2026-02-01' }] }),
      'second-seat: Nguyễn Thị Hoa, Đảng bộ xã Tân Hòa',
    ],
  ])('stays where %s', (_, changes, since, obstacle) => {
    expect(obstaclesOf(changes, since)).toEqual([obstacle]);
  });

  test('a committee that had ended before comes back as it was, where what it names is there', () => {
    const over = { ...longMy, to: '2020-12-31', successorId: tanHoa.id };
    const changes = { committees: [{ ...over, code: 'XA-03' }] };
    const kept = rosterImport(
      aKnownRoster({ committees: [province, tanHoa, over] }),
      changes,
      { ...made, kind: 'province', committeeId: null },
      digest,
    );
    if (kept?.image.of !== 'roster') throw new Error('an import that changes nothing');
    const whole = { committees: [province, tanHoa, ...changes.committees] };
    expect(takeBackRoster(kept.image, known(kept, whole), digest, null)).toMatchObject({ ok: true });
    const without = { committees: [province, ...changes.committees] };
    expect(takeBackRoster(kept.image, known(kept, without), digest, null)).toMatchObject({
      obstacles: [{ code: 'superior-gone', names: ['Đảng bộ xã Long Mỹ'] }],
    });
  });

  test('a seat until its committee’s last day comes back', () => {
    const until = { ...held, to: '2026-06-30' };
    const changes = { seats: [{ ...until, order: 3 }] };
    const there = { committees: [province, ended, longMy], people: [hoa], seats: [until] };
    const kept = rosterImport(
      aKnownRoster(there),
      changes,
      { ...made, kind: 'roster', committeeId: tanHoa.id },
      digest,
    );
    if (kept?.image.of !== 'roster') throw new Error('an import that changes nothing');
    const now = { ...there, seats: changes.seats };
    expect(takeBackRoster(kept.image, known(kept, now), digest, tanHoa.id)).toMatchObject({ ok: true });
  });
});

describe('one committee’s own list', () => {
  const added = { ...nam, id: aPersonId(5), name: 'Lò Văn Phá' };
  const seat = { ...held, id: aSeatId(5), personId: added.id };
  const changes = { people: [added], seats: [seat] };
  const kept = rosterImport(aKnownRoster(before), changes, { ...made, kind: 'roster', committeeId: tanHoa.id }, digest);
  const { committees, people, seats } = rosterAfter(before, changes);
  const elsewhere = { ...seat, id: aSeatId(6), committeeId: longMy.id };
  const now = { committees, people, seats: [...seats, elsewhere] };

  test('its office is told that others built on it, and not what', () => {
    if (kept?.image.of !== 'roster') throw new Error('an import that changes nothing');
    const own = takeBackRoster(kept.image, known(kept, now), digest, tanHoa.id);
    expect(own).toMatchObject({ obstacles: [{ code: 'used-elsewhere', names: [] }] });
    const there = takeBackRoster(kept.image, known(kept, now), digest, longMy.id);
    expect(there).toMatchObject({ obstacles: [{ code: 'seat-added', names: ['Lò Văn Phá, Đảng bộ xã Long Mỹ'] }] });
  });
});

describe('a list of delegates', () => {
  const delegate = (change: Partial<Summoned>): Summoned => ({
    ...{ id: 'd1', personId: hoa.id, name: hoa.name, position: 'Đại biểu' },
    ...{ standing: 'delegate' as const, votes: true, struck: null },
    ...change,
  });
  const listed = (people: Summoned[]) => ({ committeeId: tanHoa.id, term: '2025–2030', people });
  const entered = listed([delegate({ personId: null, name: 'Lò Văn Phá' })]);
  const takeBack = (was: Summoned[], people = [hoa], summoned = entered) => {
    const kept = delegatesImport(listed(was), entered, made, digest);
    if (kept.image.of !== 'delegates') throw new Error('an import of delegates');
    return takeBackDelegates(kept.image, known(kept, { people }, { summoned }), digest);
  };

  test('is taken back to the list before, whose people are still called so', () => {
    const was = [delegate({}), delegate({ personId: null, name: 'Ai đó' })];
    expect(takeBack(was)).toMatchObject({ ok: true, restored: { people: was } });
    expect(takeBack([delegate({ birthYear: 1975 })], [{ ...hoa, birthYear: 1975 }])).toMatchObject({
      ok: true,
    });
  });

  test('stays where somebody on it was put right since, or is known no more', () => {
    const changed = { code: 'listed-person-changed' };
    expect(takeBack([delegate({})], [{ ...hoa, name: 'Nguyễn Thị Hòa' }])).toMatchObject({
      obstacles: [{ ...changed, names: ['Nguyễn Thị Hòa'] }],
    });
    expect(takeBack([delegate({ birthYear: 1974 })], [{ ...hoa, birthYear: 1975 }])).toMatchObject({
      obstacles: [changed],
    });
    expect(takeBack([delegate({})], [])).toMatchObject({ obstacles: [{ ...changed, names: ['Nguyễn Thị Hoa'] }] });
  });

  test('stays where it was entered anew', () => {
    expect(takeBack([], [hoa], listed([]))).toMatchObject({ obstacles: [{ code: 'delegates-changed' }] });
  });
});
