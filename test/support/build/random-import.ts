import fc from 'fast-check';
import type { Committee } from '../../../src/domain/committee/committee.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { RosterChanges } from '../../../src/domain/roster/roster-changes.ts';
import { overlap, type Seat } from '../../../src/domain/roster/seat.ts';
import { aCommittee } from './committees.ts';
import { aPersonId, aSeatId } from './ids.ts';

const size = { committees: 5, people: 6 };
const place = fc.nat(size.committees - 1);
const somebody = fc.nat(size.people - 1);
const fullNames = ['Lò Văn An', 'Lò Thị Bình', 'Vi Văn Cường', 'Trần Thị Dung', 'Lê Văn Hòa', 'Phan Thị Én'];
const positions = fc.constantFrom('Bí thư', 'Phó Bí thư', 'Ủy viên');
const days = fc.constantFrom(null, null, '2024-01-01', '2025-03-01');

/** What is known before an import: a tree, people with and without codes, seats present and past. */
export const rosters = fc
  .record({
    superiors: fc.array(fc.nat(size.committees - 1), { minLength: size.committees, maxLength: size.committees }),
    coded: fc.array(fc.boolean(), { minLength: size.people, maxLength: size.people }),
    seats: fc.array(
      fc.record({ committee: place, person: somebody, position: positions, from: days, isPast: fc.boolean() }),
      { maxLength: 12 },
    ),
  })
  .map(({ superiors, coded, seats }) => {
    const committees = superiors.map(
      (superior, at): Committee =>
        aCommittee(at + 1, {
          ...{ name: `Chi bộ ${at + 1}`, rank: 'cell', sector: 'Địa phương', code: `X-${at + 1}` },
          superiorId: at === 0 ? null : aCommittee((superior % at) + 1).id,
        }),
    );
    const people = coded.map((hasCode, at): Person => {
      const code = hasCode ? `CB-${at + 1}` : null;
      return { id: aPersonId(at + 1), name: fullNames[at] ?? '', code, birthYear: null };
    });
    const kept: Seat[] = [];
    for (const [at, { committee, person, position, from, isPast }] of seats.entries()) {
      const seat: Seat = {
        ...{ id: aSeatId(at + 1), committeeId: aCommittee(committee + 1).id, personId: aPersonId(person + 1) },
        ...{ position, order: at + 1, from, to: isPast ? '2025-12-31' : null },
      };
      const isSecond = kept.some(
        (one) => one.committeeId === seat.committeeId && one.personId === seat.personId && overlap(one, seat),
      );
      if (!isSecond) kept.push(seat);
    }
    return { committees, people, seats: kept };
  });

/** A file that an office might bring, about that roster and about what is new. */
export const files = fc
  .record({
    committees: fc.uniqueArray(
      fc.record({
        at: fc.nat(size.committees + 1),
        superior: fc.option(place),
        isRenamed: fc.boolean(),
        isEnded: fc.constantFrom(false, false, false, true),
      }),
      { selector: ({ at }) => at, maxLength: 4 },
    ),
    seats: fc.uniqueArray(
      fc.record({
        committee: fc.nat(size.committees - 1),
        person: fc.nat(size.people + 2),
        position: positions,
        withCode: fc.boolean(),
      }),
      { selector: ({ committee, person }) => `${committee} ${person}`, maxLength: 6 },
    ),
    missing: fc.constantFrom('keep', 'end'),
  })
  .map(({ committees, seats, missing }) => ({
    missing: missing as 'keep' | 'end',
    worksheets: [
      {
        name: 'Cấp ủy',
        rows: [
          ['Mã cấp ủy', 'Tên cấp ủy', 'Cấp', 'Ngành', 'Cấp ủy cấp trên', 'Đến ngày'],
          ...committees.map(({ at, superior, isRenamed, isEnded }) => [
            ...[`X-${at + 1}`, isRenamed ? `Chi bộ đổi tên ${at + 1}` : `Chi bộ ${at + 1}`, 'Chi bộ', 'Địa phương'],
            ...[superior === null ? '' : `X-${superior + 1}`, isEnded ? '30/06/2026' : ''],
          ]),
        ],
      },
      {
        name: 'Cấp ủy viên',
        rows: [
          ['Cấp ủy', 'Họ và tên', 'Mã cá nhân', 'Chức vụ', 'Thứ tự'],
          ...seats.map(({ committee, person, position, withCode }, at) => [
            ...[`X-${committee + 1}`, fullNames[person] ?? `Hoàng Văn Mới ${person}`],
            ...[withCode ? `CB-${person + 1}` : '', position, `${at + 1}`],
          ]),
        ],
      },
    ].filter(({ rows }) => rows.length > 1),
  }));

type Known = {
  readonly committees: readonly Committee[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
};

/** Something that somebody else does after an import, to what is there then: often to what it touched, which is first. */
export const laterChanges = fc
  .record({
    kind: fc.constantFrom('rename', 'end', 'add below', 'correct name', 'change seat', 'add seat', 'add person'),
    at: fc.oneof(fc.constant(0), fc.nat(30)),
    other: fc.oneof(fc.constant(0), fc.nat(30)),
  })
  .map(({ kind, at, other }) => (known: Known): RosterChanges => {
    const committee = known.committees[at % known.committees.length];
    const person = known.people[other % known.people.length];
    const seat = known.seats[at % Math.max(1, known.seats.length)];
    const fresh = { id: aSeatId(900), position: 'Ủy viên', order: 90, from: '2026-11-01', to: null };
    const somebodyNew = { id: aPersonId(900), name: 'Người Thêm Sau', code: null, birthYear: null };
    if (committee === undefined || person === undefined) return {};
    if (kind === 'rename') return { committees: [{ ...committee, name: `${committee.name} (sau)` }] };
    if (kind === 'end') return { committees: [{ ...committee, to: '2026-11-30' }] };
    if (kind === 'add below') return { committees: [aCommittee(900, { superiorId: committee.id })] };
    if (kind === 'correct name') return { people: [{ ...person, name: `${person.name} Sau` }] };
    if (kind === 'change seat') return seat === undefined ? {} : { seats: [{ ...seat, order: 77 }] };
    if (kind === 'add seat') return { seats: [{ ...fresh, committeeId: committee.id, personId: person.id }] };
    return { people: [somebodyNew], seats: [{ ...fresh, committeeId: committee.id, personId: somebodyNew.id }] };
  });
