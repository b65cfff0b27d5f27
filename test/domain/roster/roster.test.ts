import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNoteView } from '../../../src/contract/imports/file-note-sentences.ts';
import type { CommitteeId } from '../../../src/domain/committee/committee.ts';
import type { Worksheet } from '../../../src/domain/lists/worksheet.ts';
import type { ReadRoster, RosterContext } from '../../../src/domain/roster/roster.ts';
import type { RosterLine } from '../../../src/domain/roster/roster-line.ts';
import { matchPeople } from '../../../src/domain/roster/roster-people.ts';
import type { Seat } from '../../../src/domain/roster/seat.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aWorksheet, type Written } from '../../support/build/lists.ts';
import { familyNames, givenNames, middleNames } from '../../support/build/names.ts';
import {
  aKnownRoster,
  readWorksheets,
  rosterHeader,
  rosterRows,
  twoHundredPeople,
} from '../../support/build/rosters.ts';

type Imported = Extract<ReadRoster, { ok: true }>;

const commune = 'Đảng bộ xã An Hòa';
const line = (name: string, ...rest: Written[]): Written[] => [commune, name, 'Ủy viên', ...rest];

function imported(rows: readonly Worksheet[], known: RosterContext = aKnownRoster()): Imported {
  const read = readWorksheets(rows, known);
  if (!read.ok) throw new Error(read.problems.map((problem) => `${problem.line} ${problem.code}`).join('\n'));
  return read;
}

function problemsOf(rows: readonly Worksheet[], known: RosterContext = aKnownRoster()): string[] {
  const read = readWorksheets(rows, known);
  return read.ok ? [] : read.problems.map((problem) => `${problem.line} ${problem.column}: ${problem.code}`);
}

function warningsOf(read: Imported): string[] {
  return read.warnings.map((warning) => `${warning.line} ${warning.column}: ${warning.code}`);
}

/** What the store holds after an import. */
function stored(read: Imported, before: RosterContext): RosterContext {
  const people = read.people.map((one, index) => ({
    id: one.personId ?? aPersonId(before.people.length + index + 1),
    name: one.name,
    code: one.code,
    birthYear: one.birthYear,
  }));
  const seats = read.seats.map(({ seatId, person, line: at, ...seat }) => ({
    ...seat,
    id: seatId ?? aSeatId(before.seats.length + at),
    personId: people[person]?.id ?? aPersonId(0),
  }));
  const gone = new Set([...people.map((one) => one.id), ...seats.map((one) => one.id)].map(String));
  return {
    ...before,
    people: [...before.people.filter((one) => !gone.has(one.id)), ...people],
    seats: [...before.seats.filter((one) => !gone.has(one.id)), ...seats],
  };
}

describe('a roster', () => {
  test('becomes people and seats', () => {
    const read = imported(rosterRows([commune, 'Nguyễn Văn An', 'Bí thư', 1, '01/07/2025', '2030-06-30', 'DV001']));
    expect(read).toMatchObject({
      ok: true,
      people: [{ personId: null, name: 'Nguyễn Văn An', code: 'DV001', birthYear: null }],
      seats: [
        {
          seatId: null,
          person: 0,
          committeeId: aCommitteeId(2),
          position: 'Bí thư',
          order: 1,
          from: '2025-07-01',
          to: '2030-06-30',
          line: 2,
        },
      ],
      warnings: [],
    });
  });

  test.each([
    ['English', ['Committee', 'Full name', 'Position', 'Order', 'From', 'To', 'Personal code']],
    ['capitals without diacritics', ['CAP UY', 'HO VA TEN', 'CHUC VU', 'THU TU', 'TU NGAY', 'DEN NGAY', 'MA CA NHAN']],
    ['decomposed', rosterHeader.map((title) => title.normalize('NFD'))],
    ['other words', ['Đơn vị', 'Họ tên đồng chí', 'Chức danh', 'TT', 'Từ', 'Đến (nếu có)', 'Số thẻ Đảng']],
  ])('is read under titles in %s', (_, header) => {
    const cells = [commune, 'Lê Thị Bình', 'Phó bí thư', '2', '1.7.2025', 'nay', '0123'];
    const read = imported([aWorksheet([header, cells])]);
    expect(read.people).toEqual([{ personId: null, name: 'Lê Thị Bình', code: '0123', birthYear: null }]);
    expect(read.seats[0]).toMatchObject({ position: 'Phó bí thư', order: 2, from: '2025-07-01', to: null });
    expect(read.warnings).toEqual([]);
  });

  test('columns may stand in any order, title lines above, unknown columns are told', () => {
    const read = imported([
      aWorksheet([
        ['DANH SÁCH CẤP ỦY VIÊN'],
        [],
        ['STT', 'Mã', 'Chức vụ', 'Họ và tên', 'Ghi chú', 'Cấp ủy', 'Thứ tự'],
        [1, 'A1', 'Bí thư', 'Trần An', 'x', commune, 7],
      ]),
    ]);
    expect(read.seats[0]).toMatchObject({ order: 7, position: 'Bí thư', line: 4 });
    expect(warningsOf(read)).toEqual(['1 : title-lines', '3 Ghi chú: unused-column']);
  });

  test('empty lines are skipped, and lines keep their numbers', () => {
    const rows = rosterRows(line('Trần An'), [null, '  ', '', '\u00a0'], line('Trần Ba'));
    expect(imported(rows).seats.map((seat) => seat.line)).toEqual([2, 4]);
  });

  test('decomposed names come out composed, without what cannot be seen', () => {
    const read = imported(rosterRows(line('\ufeff Nguyễn\u00a0Thị  Thủy\u200b '.normalize('NFD'))));
    expect(read.people[0]?.name).toBe('Nguyễn Thị Thủy');
  });

  test('dates are read as spreadsheets and people write them', () => {
    const dates: Written[] = [
      new Date(Date.UTC(2025, 6, 1)),
      45839,
      '2025-07-01',
      '1/7/2025',
      '01-07-2025',
      '01.07.2025',
    ];
    const read = imported(
      rosterRows(...dates.map((date, index) => line(`Trần Văn ${givenNames[index]}`, index + 1, date))),
    );
    expect(read.seats.map((seat) => seat.from)).toEqual(dates.map(() => '2025-07-01'));
  });

  test('without an order, seats follow each other as in the file', () => {
    const read = imported(rosterRows(line('Trần An'), line('Trần Ba', 5), line('Trần Ca', '')));
    expect(read.seats.map((seat) => seat.order)).toEqual([1, 5, 6]);
  });

  test('a committee that shares its name is named with its superior', () => {
    const known = aKnownRoster();
    const other = aCommittee(4, { name: 'Chi bộ 1', superiorId: aCommitteeId(1) });
    const twice = { ...known, committees: [...known.committees, other] };
    const one = (committee: string) => rosterRows([committee, 'Trần An', 'Bí thư']);
    expect(problemsOf(one('Chi bộ 1'), twice)).toEqual(['2 Cấp ủy: ambiguous-committee']);
    expect(imported(one('đảng bộ xã An Hòa/CHI BỘ 1'), twice).seats[0]?.committeeId).toBe(aCommitteeId(3));
    expect(imported(one('Tỉnh ủy Bến Tre / Chi bộ 1'), twice).seats[0]?.committeeId).toBe(aCommitteeId(4));
    expect(imported(one('TỈNH UỶ BẾN TRE / Chi bộ 1'), twice).seats[0]?.committeeId).toBe(aCommitteeId(4));
  });
});

describe('all or nothing', () => {
  test('every bad line is told with its column, and nobody is imported', () => {
    const rows = rosterRows(
      line('Trần An', 1, '31/02/2025'),
      ['Đảng bộ xã khác', 'Trần Ba', 'Bí thư'],
      [commune, '', 'Bí thư'],
      line('Trần Ca', 'một', '01/07/25', 'mai'),
      line('Trần Da', 1, '01/07/2025', '01/06/2025'),
      line('=HYPERLINK("x")'),
      line('Trần Gia', 1, '', '', '<b>'),
      line('Trần Hà', 2),
    );
    expect(problemsOf(rows)).toEqual([
      '2 Từ ngày: bad-date',
      '3 Cấp ủy: unknown-committee',
      '4 Họ và tên: missing-value',
      '5 Thứ tự: bad-order',
      '5 Từ ngày: two-digit-year',
      '5 Đến ngày: bad-date',
      '6 Đến ngày: ends-before-it-begins',
      '7 Họ và tên: bad-name',
      '8 Mã cá nhân: bad-code',
    ]);
  });

  test('problems are told in Vietnamese and English, quoting what stands there', () => {
    const read = readWorksheets(rosterRows(line('Trần An', 1, '31/02/2025')), aKnownRoster());
    expect(read.ok ? [] : read.problems.map(fileNoteView)).toEqual([
      {
        line: 2,
        column: 'Từ ngày',
        worksheet: '',
        code: 'bad-date',
        messages: {
          vi: '"31/02/2025" không phải là ngày có thật. Hãy ghi ngày/tháng/năm, ví dụ 01/07/2025.',
          en: '"31/02/2025" is not an existing date. Write day/month/year, for example 01/07/2025.',
        },
      },
    ]);
  });

  test.each([
    ['NguyÔn V¨n An', 'legacy-tcvn3'],
    ['TrÇn ThÞ H\u00adêng', 'legacy-tcvn3'],
    ['Nguyeãn Vaên An', 'legacy-vni'],
    ['Nguyá»…n VÄƒn An', 'legacy-misread'],
    ['Nguy?n V?n An', 'legacy-lost'],
  ])('%s is refused with advice, not stored as garbage', (name, code) => {
    expect(problemsOf(rosterRows(line('Trần Văn Ba'), line(name)))).toEqual([`3 Họ và tên: ${code}`]);
  });

  test('a whole file of an old font is refused for that, not for its titles', () => {
    const rows = [
      aWorksheet([
        ['CÊp ñy', 'Hä vµ tªn', 'Chøc vô'],
        ['§¶ng bé x· An Hßa', 'NguyÔn V¨n An', 'BÝ th\u00ad'],
      ]),
    ];
    expect(new Set(problemsOf(rows).map((problem) => problem.split(' ').at(-1)))).toEqual(new Set(['legacy-tcvn3']));
  });

  test('a file without header, with a column twice, or with nobody is refused', () => {
    expect(problemsOf([aWorksheet([['Họ tên', 'Năm sinh']])])).toEqual(['1 : missing-column']);
    expect(problemsOf([aWorksheet([['Kính gửi các đồng chí']])])).toEqual(['1 : no-header']);
    expect(problemsOf([])).toEqual(['1 : no-header']);
    expect(
      problemsOf([
        aWorksheet([
          [...rosterHeader, 'Full name'],
          [...line('Trần An', 1, '', '', ''), 'Trần Ba'],
        ]),
      ]),
    ).toEqual(['1 Full name: two-lists-differ']);
    expect(problemsOf(rosterRows())).toEqual(['1 Họ và tên: no-people']);
  });
});

describe('who is who', () => {
  test('two people of one name in one committee are two people, with a warning', () => {
    const read = imported(rosterRows(line('Trần An', 1), line('TRẦN AN', 2), line('Trần An', 3, '', '', 'A1')));
    expect(read.people).toHaveLength(3);
    expect(warningsOf(read)).toEqual([...['3 : name-in-capitals', '3 Họ và tên: same-name', '4 Họ và tên: same-name']]);
  });

  test('one code in several committees is one person with a seat in each', () => {
    const read = imported(
      rosterRows(line('Trần An', 1, '', '', 'A1'), ['Chi bộ 1', 'Trần An', 'Bí thư', 1, '', '', 'a1']),
    );
    expect(read.people).toHaveLength(1);
    expect(read.seats.map((seat) => [seat.person, seat.committeeId])).toEqual([
      [0, aCommitteeId(2)],
      [0, aCommitteeId(3)],
    ]);
    expect(read.warnings).toEqual([]);
  });

  test('one name in two committees without a code is two people, with a warning', () => {
    const read = imported(rosterRows(line('Trần An'), ['Chi bộ 1', 'Trần An', 'Bí thư']));
    expect(read.people).toHaveLength(2);
    expect(warningsOf(read)).toEqual(['3 Họ và tên: same-name-elsewhere']);
  });

  test('one code cannot be two names, nor sit twice in a committee at one time', () => {
    const code = ['', '', 'A1'];
    expect(problemsOf(rosterRows(line('Trần An', 1, ...code), line('Lê Ba', 2, ...code)))).toEqual([
      '3 Mã cá nhân: code-of-another-name',
    ]);
    expect(problemsOf(rosterRows(line('Trần An', 1, ...code), line('Trần An', 2, ...code)))).toEqual([
      '3 Họ và tên: second-seat',
    ]);
    const terms = rosterRows(
      line('Trần An', 1, '01/07/2020', '30/06/2025', 'A1'),
      line('Trần An', 1, '01/07/2025', '', 'A1'),
    );
    expect(imported(terms).seats).toHaveLength(2);
  });

  test('a code that is already somebody else is refused', () => {
    const known = aKnownRoster({ people: [{ id: aPersonId(1), name: 'Lê Ba', code: 'A1', birthYear: null }] });
    expect(problemsOf(rosterRows(line('Trần An', 1, '', '', 'A1')), known)).toEqual([
      '2 Mã cá nhân: code-of-another-name',
    ]);
  });
});

describe('importing again', () => {
  const before = aKnownRoster();
  const rows = rosterRows(
    line('Trần An', 1, '01/07/2025', '', 'A1'),
    ['Chi bộ 1', 'Trần An', 'Bí thư', 1, '', '', 'A1'],
    line('Lê Ba', 2),
    line('Lê Ba', 3),
  );
  const after = stored(imported(rows, before), before);

  test('the same roster finds the same people and seats', () => {
    const again = imported(rows, after);
    expect(again.people.map((one) => one.personId)).toEqual(after.people.map((one) => one.id));
    expect(again.seats.map((one) => one.seatId)).toEqual(after.seats.map((one) => one.id));
    expect(stored(again, after)).toEqual(after);
  });

  test('any roster without repeated codes is the same after a second import', () => {
    const name = fc
      .tuple(fc.constantFrom(...familyNames.slice(0, 3)), fc.constantFrom(...middleNames.slice(0, 2)))
      .map((parts) => parts.join(' '));
    const people = fc.array(fc.tuple(name, fc.constantFrom(commune, 'Chi bộ 1'), fc.boolean()), { minLength: 1 });
    fc.assert(
      fc.property(people, (drawn) => {
        const lines = drawn.map(([who, committee, coded], at) => [
          committee,
          who,
          'Ủy viên',
          at + 1,
          '',
          '',
          coded ? `C${at}` : '',
        ]);
        const first = stored(imported(rosterRows(...lines), before), before);
        expect(stored(imported(rosterRows(...lines), first), first)).toEqual(first);
      }),
    );
  });

  test('a new position of somebody with a code is a change, told as such', () => {
    const promoted = imported(rosterRows([commune, 'Trần An', 'Bí thư', 1, '01/07/2025', '', 'A1']), after);
    expect(promoted.seats[0]?.seatId).toBe(after.seats[0]?.id);
    expect(warningsOf(promoted)).toEqual(['2 Chức vụ: seat-changed']);
  });

  test('a namesake in another position, or after the other has left, is a new person, with a warning', () => {
    const other = imported(rosterRows([commune, 'Lê Ba', 'Bí thư', 9]), after);
    expect(other.people[0]?.personId).toBeNull();
    expect(warningsOf(other)).toEqual(['2 Họ và tên: same-name-as-known']);
    const left = { ...after, seats: after.seats.map((seat) => ({ ...seat, from: null, to: '2025-12-31' })) };
    expect(imported(rosterRows(line('Lê Ba', 2, '01/01/2026')), left).people[0]?.personId).toBeNull();
  });

  test('namesakes keep their own seats, by their first day, when the order is turned round', () => {
    const two = rosterRows(line('Lê Ba', 1, '01/01/2020'), line('Lê Ba', 2, '01/01/2022'));
    const known = stored(imported(two, before), before);
    const turned = imported(rosterRows(line('Lê Ba', 1, '01/01/2022'), line('Lê Ba', 2, '01/01/2020')), known);
    expect(turned.people.map((one) => one.personId)).toEqual([known.people[1]?.id, known.people[0]?.id]);
  });

  test('a term that is divided keeps its seat for the first part', () => {
    const known = stored(imported(rosterRows(line('Lê Ba', 1, '01/01/2020', '', 'B1')), before), before);
    const divided = rosterRows(
      line('Lê Ba', 1, '01/07/2025', '', 'B1'),
      line('Lê Ba', 1, '01/01/2020', '30/06/2025', 'B1'),
    );
    const read = imported(divided, known);
    expect(read.people).toHaveLength(1);
    expect(read.seats.map((seat) => seat.seatId)).toEqual([null, known.seats[0]?.id]);
  });

  test('a code given later goes to the person who is there', () => {
    const coded = imported(rosterRows(line('Lê Ba', 2, '', '', 'B2')), after);
    expect(coded.people).toEqual([{ personId: after.people[1]?.id, name: 'Lê Ba', code: 'B2', birthYear: null }]);
    expect(warningsOf(coded)).toContain('2 Mã cá nhân: code-added');
  });

  test.each(['001.234', '001 234', '001-234', '００１２３４'])('a code is the same typed %s', (typed) => {
    const known = stored(imported(rosterRows(line('Lê Ba', 1, '', '', '001234')), before), before);
    const again = imported(rosterRows(line('Lê Ba', 1, '', '', typed)), known);
    expect(again.people).toMatchObject([{ personId: known.people[0]?.id, code: '001234' }]);
    expect(warningsOf(again)).toEqual([]);
    const twice = problemsOf(rosterRows(line('Lê Ba', 1, '', '', '001234'), line('Lê Tư', 2, '', '', typed)));
    expect(twice).toEqual(['3 Mã cá nhân: code-of-another-name']);
  });

  test.each(['1899', '2050'])('a year of birth %s is a problem', (year) => {
    const header = ['Cấp ủy', 'Họ và tên', 'Chức vụ', 'Năm sinh'];
    const rows = [aWorksheet([header, [commune, 'Lê Ba', 'Ủy viên', year]])];
    expect(problemsOf(rows)).toEqual(['2 Năm sinh: bad-birth-year']);
  });

  test('a code that lost its leading zeros is told, beside one that is known and in one file', () => {
    const known = stored(imported(rosterRows(line('Lê Ba', 1, '', '', '001234')), before), before);
    const lost = imported(rosterRows(line('LÊ BA', 2, '', '', '1234')), known);
    expect(warningsOf(lost)).toContain('2 Mã cá nhân: code-lost-zero');
    expect(lost.warnings.map((one) => fileNoteView(one).messages.vi).join()).toContain('mang mã 001234');
    const both = rosterRows(line('Lê Ba', 1, '', '', '1234'), line('Lê Ba', 2, '', '', '001234'));
    expect(warningsOf(imported(both, before))).toContain('3 Mã cá nhân: code-lost-zero');
    const another = rosterRows(line('Lê Tư', 1, '', '', '1234'), line('Lê Năm', 2, '', '', 'B1234'));
    expect(warningsOf(imported(another, known))).toEqual([]);
    expect(warningsOf(imported(rosterRows(line('Lê Ba', 1, '', '', '001-234')), known))).toEqual([]);
  });

  test.each([
    ['Lò Thị Hòa', 'Lò Thị Hoà'],
    ["H'Hen Niê", 'H’Hen Niê'],
    ['Đặng Thúy', 'Ðặng Thuý'],
  ])('%s is still there when written %s, and told', (name, other) => {
    const known = stored(imported(rosterRows(line(name)), before), before);
    const again = imported(rosterRows(line(other)), known);
    expect(again.people).toEqual([{ ...known.people[0], id: undefined, personId: known.people[0]?.id, name: other }]);
    expect(again.seats.map((one) => one.seatId)).toEqual([known.seats[0]?.id]);
    expect(warningsOf(again)).toEqual(['2 Họ và tên: name-respelt']);
    const twice = imported(rosterRows(line(name, 1), line(other, 2)));
    expect(warningsOf(twice)).toEqual(['3 Họ và tên: same-name']);
  });

  test('years of birth that differ keep two of one name and position apart', () => {
    const born = (year: number | null) => ({
      ...after,
      people: after.people.map((one) => (one.name === 'Lê Ba' ? { ...one, birthYear: year } : one)),
    });
    const lineOf = (birthYear: number | null): RosterLine => ({
      ...{ worksheet: '', line: 2, committeeId: aCommitteeId(2), name: 'Lê Ba', position: 'Ủy viên' },
      ...{ order: 2, from: null, to: null, code: null, birthYear },
    });
    const matched = (birthYear: number | null, known: RosterContext) =>
      matchPeople([lineOf(birthYear)], known, new Map());
    expect(matched(1970, born(1971)).people[0]?.personId).toBeNull();
    expect(matched(1970, born(1970)).people[0]?.personId).toBe(after.people[1]?.id);
    const reworded = matchPeople([{ ...lineOf(1971), position: 'Ủy viên, Trưởng ấp' }], born(1971), new Map());
    expect(reworded.people[0]?.personId).toBe(after.people[1]?.id);
    expect(reworded.warnings.map(({ code }) => code)).toEqual(['seat-changed']);
    const otherYear = matchPeople([{ ...lineOf(1972), position: 'Ủy viên, Trưởng ấp' }], born(1971), new Map());
    expect(otherYear.people[0]?.personId).toBeNull();
    const shouted = matchPeople([{ ...lineOf(1971), name: 'LÊ BA' }], born(1971), new Map());
    expect(shouted.people[0]).toMatchObject({ personId: after.people[1]?.id, name: 'Lê Ba' });
    expect(matched(null, born(1971)).people[0]).toMatchObject({ personId: after.people[1]?.id, birthYear: 1971 });
    expect(matched(1970, born(null)).people[0]).toMatchObject({ personId: after.people[1]?.id, birthYear: 1970 });
    const second = {
      ...born(null),
      people: born(null).people.map((one, at) => (at === 2 ? { ...one, birthYear: 1970 } : one)),
    };
    expect(matched(1970, second).people[0]?.personId).toBe(after.people[2]?.id);
  });

  test('one code is one year of birth in one file; another year than before is told', () => {
    const coded = (at: number, committeeId: CommitteeId, birthYear: number | null): RosterLine => ({
      ...{ worksheet: '', line: at, committeeId, name: 'Trần An', position: 'Ủy viên', order: 1, from: null, to: null },
      ...{ code: 'A1', birthYear },
    });
    const [one, two] = [aCommitteeId(2), aCommitteeId(3)];
    const codes = (lines: RosterLine[], known = after) => {
      const { problems, warnings } = matchPeople(lines, known, new Map());
      return [...problems, ...warnings].map(({ line: at, code }) => `${at} ${code}`);
    };
    expect(codes([coded(2, one, 1970), coded(3, two, 1971)])).toContain('3 another-birth-year');
    expect(codes([coded(2, one, 1970), coded(3, two, null)])).not.toContain('3 another-birth-year');
    const known = { ...after, people: after.people.map((person) => ({ ...person, birthYear: 1969 })) };
    expect(codes([coded(2, one, 1970)], known)).toContain('2 birth-year-changed');
  });

  test('a line without a code does not take a person whose code stands further down', () => {
    const both = imported(rosterRows(line('Trần An', 1), line('Trần An', 2, '01/07/2025', '', 'A1')), after);
    expect(both.people.map((one) => one.personId)).toEqual([null, after.people[0]?.id]);
  });
});

test('200 people of one committee, with namesakes, are 200 people', () => {
  const read = imported(rosterRows(...twoHundredPeople()));
  expect(read.people).toHaveLength(200);
  expect(read.seats.map((seat) => seat.order)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  expect(read.warnings.filter((warning) => warning.code === 'same-name').length).toBeGreaterThanOrEqual(20);
});

describe('the list of one committee', () => {
  const known = aKnownRoster();
  const own = known.committees[1];
  if (own === undefined) throw new Error('three committees');
  const titles = ['Họ và tên', 'Chức vụ'];
  const people = ['Lê Ba', 'Trần An', 'Lò Văn Phá'].map((name, index) => ({
    ...{ id: aPersonId(index + 1), name, code: null, birthYear: null },
  }));
  const seat = (number: number, change: Partial<Seat> = {}): Seat => ({
    ...{ id: aSeatId(number), committeeId: own.id, personId: aPersonId(number), position: 'Ủy viên', order: number },
    ...{ from: null, to: null },
    ...change,
  });

  test('names those who sit there and are not on it: nobody ends by being left out', () => {
    const elsewhere = seat(4, { committeeId: aCommitteeId(3), personId: aPersonId(1) });
    const over = seat(5, { personId: aPersonId(1), to: '2026-01-31' });
    const there = { ...known, people, seats: [seat(3), seat(2), seat(1), elsewhere, over] };
    const read = readWorksheets([aWorksheet([titles, ['Lê Ba', 'Ủy viên']])], there, { own });
    const warnings = read.ok ? read.warnings : [];
    expect(warnings.find(({ code }) => code === 'stays-unnamed')).toMatchObject({
      ...{ text: '2', texts: ['Trần An', 'Lò Văn Phá'] },
    });
  });

  test('is refused where its title, its worksheet or a group line names another', () => {
    const codesOf = (rows: Written[][], name = '') => {
      const read = readWorksheets([aWorksheet(rows, { name })], known, { own });
      return read.ok ? [] : read.problems.map(({ code }) => code);
    };
    const list = [titles, ['Lê Ba', 'Ủy viên']];
    expect(codesOf([['DANH SÁCH CHI BỘ 1'], ...list])).toEqual(['another-committee']);
    expect(codesOf([['DANH SÁCH ĐẢNG BỘ XÃ AN HÒA'], ...list])).toEqual([]);
    expect(codesOf(list, 'Chi bộ 1')).toEqual(['another-committee']);
    expect(codesOf([titles, ['Chi bộ 1'], ['Lê Ba', 'Ủy viên']])).toEqual(['another-committee']);
  });
});

test('what an office’s list would change about people of others stays as it is known, and is told', () => {
  const known = { id: aPersonId(1), name: 'Lê Ba', code: 'A1', birthYear: 1975 };
  const seat: Seat = {
    ...{ id: aSeatId(1), committeeId: aCommitteeId(3), personId: known.id, position: 'Bí thư', order: 1 },
    ...{ from: null, to: null },
  };
  const match = (change: Partial<RosterLine>, serves: number) =>
    matchPeople(
      [
        {
          ...{ worksheet: '', line: 2, committeeId: aCommitteeId(2), name: 'Lê Ba', position: 'Ủy viên', order: 1 },
          ...{ from: null, to: null, code: 'A1', birthYear: 1975 },
          ...change,
        },
      ],
      { people: [known], seats: [seat] },
      new Map(),
      { committees: new Set([aCommitteeId(serves)]), today: '2026-11-30' },
    );
  const { people, warnings } = match({ birthYear: 1976 }, 2);
  expect(people).toMatchObject([{ personId: known.id, name: 'Lê Ba', birthYear: 1975 }]);
  expect(warnings.map(({ code }) => code)).toContain('kept-as-known');
  expect(match({}, 2).warnings.map(({ code }) => code)).not.toContain('kept-as-known');
  expect(match({ birthYear: 1976 }, 3).people).toMatchObject([{ birthYear: 1976 }]);
});
