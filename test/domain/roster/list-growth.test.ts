import { describe, expect, test } from 'vitest';
import { compareImport } from '../../../src/domain/roster/import-diff.ts';
import type { Person } from '../../../src/domain/roster/person.ts';
import type { ProvinceFile } from '../../../src/domain/roster/province-file.ts';
import { recogniseParticipants } from '../../../src/domain/roster/recognise-participants.ts';
import type { RosterLine } from '../../../src/domain/roster/roster-line.ts';
import { matchPeople } from '../../../src/domain/roster/roster-people.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { aCommittee, someRanks } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { expectLinear } from '../../support/growth.ts';

const sizes = [2_000, 4_000] as const;
const columns = new Map();
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
/** Different days of a hundred years. */
const dayOf = (number: number) => new Date(Date.UTC(1900, 0, 1 + 4 * number)).toISOString().slice(0, 10);

type Each<Value> = (number: number) => Partial<Value>;

function lines(count: number, each: Each<RosterLine>): RosterLine[] {
  return numbers(count).map((number) => ({
    ...{ worksheet: '', line: number + 1, committeeId: aCommitteeId(1), name: 'Nguyễn Thị Thúy', position: 'Ủy viên' },
    ...{ order: null, from: null, to: null, code: null, birthYear: null },
    ...each(number),
  }));
}

/** Who holds the seats of these lines already, with what else is known of them. */
function known(from: readonly RosterLine[], each: Each<Person> = () => ({})) {
  const people = from.map(
    ({ name: fullName, code, birthYear }, index): Person => ({
      ...{ id: aPersonId(index + 1), name: fullName, code, birthYear },
      ...each(index + 1),
    }),
  );
  const seats = from.map(
    ({ committeeId, position, from: begins, to }, index): Seat => ({
      ...{ id: aSeatId(index + 1), personId: aPersonId(index + 1), committeeId, position, order: index + 1 },
      ...{ from: begins, to },
    }),
  );
  return { people, seats };
}

describe('twice as many lines of a roster take at most two and a half times as long', () => {
  const named = (number: number) => ({ name: `Nguyễn Thị Thúy ${number}` });
  const coded = (number: number) => ({ code: `DV${number}` });

  test.each<[string, Each<RosterLine>, Each<Person>]>([
    ['the same list again', named, () => ({})],
    ['namesakes without anything that tells them apart', () => ({}), () => ({})],
    ['namesakes with codes', coded, () => ({})],
    ['namesakes with codes where other codes are known', coded, (number) => ({ code: `CB${number}` })],
    ['namesakes with years of birth', (number) => ({ birthYear: 1930 + (number % 70) }), () => ({})],
    ['namesakes who came one after another', (number) => ({ from: dayOf(number), to: dayOf(number) }), () => ({})],
  ])('%s', async (_, each, otherwise) => {
    const [once, twice] = sizes.map((count) => {
      const list = lines(count, each);
      return () => matchPeople(list, known(list, otherwise), columns);
    });
    if (once === undefined || twice === undefined) throw new Error('no sizes');
    await expectLinear(once, twice);
    expect(twice().seats).toHaveLength(sizes[1]);
  });

  test('one person with many seats', async () => {
    const [once, twice] = sizes.map((count) => {
      const list = lines(count, (number) => ({ code: 'DV1', from: dayOf(number), to: dayOf(number) }));
      const { people, seats } = known(list);
      const own = seats.map((seat) => ({ ...seat, personId: aPersonId(1) }));
      return () => matchPeople(list, { people: people.slice(0, 1), seats: own }, columns);
    });
    if (once === undefined || twice === undefined) throw new Error('no sizes');
    await expectLinear(once, twice);
    expect(twice().people).toHaveLength(1);
  });
});

describe('twice as many participants take at most two and a half times as long', () => {
  test.each<[string, Each<RosterLine>]>([
    ['namesakes with codes', (number) => ({ code: `DV${number}` })],
    ['namesakes without codes', () => ({})],
    ['namesakes with years of birth', (number) => ({ birthYear: 1930 + (number % 70) })],
    ['different people', (number) => ({ name: `Nguyễn Thị Thúy ${number}` })],
  ])('%s', async (_, each) => {
    const [once, twice] = sizes.map((count) => {
      const list = lines(count, each).map(({ name: fullName, ...line }) => ({ ...line, name: fullName }));
      const roll = [...list.map((one) => ({ ...one, code: null })), ...list.map((one) => ({ ...one, code: 'x' }))];
      const { people } = known(lines(count, () => ({ birthYear: 1920 })));
      return () => recogniseParticipants(list, { people: [], roll, seated: people }, columns);
    });
    if (once === undefined || twice === undefined) throw new Error('no sizes');
    await expectLinear(once, twice);
    expect(twice().participants.every(({ onRoll }) => onRoll)).toBe(true);
  });
});

describe('twice as many lines of a province take at most two and a half times as long', () => {
  const options = { on: '2026-01-01', missing: 'keep', today: '2026-01-01', ranks: someRanks } as const;
  const superior = aCommittee(1, { code: 'T' });
  const file = (count: number, committeeOf: (number: number) => string): ProvinceFile => ({
    committees: {
      columns,
      lines: numbers(count).map((number) => ({
        ...{ worksheet: 'A', line: number + 1, index: number, name: `Chi bộ ${number}`, code: `C${number}` },
        ...{ rank: 'commune', sector: null, superior: 'T', director: null, successor: null, from: null, to: null },
      })),
    },
    seats: {
      columns,
      lines: lines(count, () => ({ worksheet: 'B' })).map((line, index) => ({
        ...line,
        committee: committeeOf(index + 1),
      })),
    },
    ...{ worksheets: [], problems: [], warnings: [] },
  });

  test.each<[string, (number: number) => string]>([
    ['a seat in each committee', (number) => `C${number}`],
    ['all seats in one committee', () => 'C1'],
  ])('%s', async (_, committeeOf) => {
    const [once, twice] = sizes.map((count) => {
      const committees = [superior, ...numbers(count).map((number) => aCommittee(number + 1, { code: `C${number}` }))];
      const list = lines(count, (number) => ({ committeeId: aCommitteeId(Number(committeeOf(number).slice(1)) + 1) }));
      const present = { committees, ...known(list) };
      return () => compareImport(file(count, committeeOf), present, options);
    });
    if (once === undefined || twice === undefined) throw new Error('no sizes');
    await expectLinear(once, twice);
    expect(twice().ok).toBe(true);
  });

  test('committees of one name, and many that mean any of them', async () => {
    const [once, twice] = sizes.map((count) => {
      const { committees, ...rest } = file(count, () => 'Chi bộ');
      const same = committees?.lines.map((line) => ({ ...line, name: 'Chi bộ', director: 'Chi bộ' })) ?? [];
      return () =>
        compareImport(
          { ...rest, committees: { columns, lines: same } },
          { committees: [superior], people: [], seats: [] },
          options,
        );
    });
    if (once === undefined || twice === undefined) throw new Error('no sizes');
    await expectLinear(once, twice);
    expect(twice().ok).toBe(false);
  });
});
