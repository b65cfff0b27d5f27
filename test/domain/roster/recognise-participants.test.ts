import { describe, expect, test } from 'vitest';
import { type ParticipantLine, recogniseParticipants } from '../../../src/domain/roster/recognise-participants.ts';
import { aPersonId } from '../../support/build/ids.ts';

const hoa = { id: aPersonId(1), name: 'Nguyễn Thị Hoa', code: 'CB-01', birthYear: 1975 };
const pha = { id: aPersonId(2), name: 'Lò Văn Phá', code: null, birthYear: 1980 };
const nobody = { people: [], roll: [], seated: [] };
type Known = Parameters<typeof recogniseParticipants>[1];

/** Lines 2, 3, 4 … of one list. */
function recognised(lines: readonly Partial<ParticipantLine>[], known: Partial<Known> = {}) {
  const all = lines.map((line, index) => ({
    ...{ worksheet: '', line: index + 2, name: 'Nguyễn Thị Hoa', position: 'Đại biểu', code: null, birthYear: null },
    ...line,
  }));
  return recogniseParticipants(all, { ...nobody, ...known }, new Map());
}

const notesOf = (...asked: Parameters<typeof recognised>) => {
  const { problems, warnings } = recognised(...asked);
  return [...problems, ...warnings].map(({ line, code }) => `${line} ${code}`);
};

describe('a code on a line', () => {
  test('is one person’s: another name is refused, of somebody known and of an earlier line', () => {
    expect(notesOf([{ code: 'cb 01', name: 'Lê Văn Nam' }], { people: [hoa] })).toEqual(['2 code-of-another-name']);
    expect(notesOf([{ code: 'X-9' }, { code: 'X-9', name: 'Lê Văn Nam' }])).toEqual(['3 code-of-another-name']);
  });

  test('that comes again is the same person, who counts once, unless the years of birth differ', () => {
    const { participants } = recognised([{ code: 'X-9' }, { code: 'X9' }]);
    expect(participants.map(({ repeats, sameAsLine }) => [repeats, sameAsLine])).toEqual([
      [false, null],
      [true, 2],
    ]);
    expect(notesOf([{ code: 'X-9' }, { code: 'X9' }])).toEqual(['3 same-code']);
    const years = [
      { code: 'X-9', birthYear: 1975 },
      { code: 'X9', birthYear: 1976 },
    ];
    expect(notesOf(years)).toEqual(['3 another-birth-year']);
  });

  test('of somebody known is that person, with the year of birth that is known', () => {
    const line = { code: 'CB-01', birthYear: 1976 };
    expect(recognised([line], { people: [hoa] }).participants).toMatchObject([{ personId: hoa.id, birthYear: 1975 }]);
    expect(notesOf([line], { people: [hoa] })).toEqual(['2 known-birth-year']);
    expect(notesOf([{ ...line, birthYear: 1975 }], { people: [hoa] })).toEqual([]);
  });

  test('that lost its zeros is told', () => {
    const people = [{ ...hoa, code: '0079' }];
    expect(notesOf([{ code: '79' }], { people })).toEqual(['2 code-lost-zero']);
  });
});

describe('a line without a code', () => {
  test('recognises nobody, and one like it before is told', () => {
    expect(recognised([{}], { people: [hoa] }).participants).toMatchObject([{ personId: null }]);
    expect(notesOf([{}, {}])).toEqual(['3 alike']);
    expect(notesOf([{}, { position: 'Khách mời' }])).toEqual([]);
  });

  test('with the name of a seat holder is told, unless that one is on the roll or named by code', () => {
    const line = { name: 'LÒ VĂN PHÁ' };
    expect(notesOf([line], { seated: [pha] })).toEqual(['2 holds-a-seat']);
    expect(notesOf([{ ...line, birthYear: 1981 }], { seated: [pha] })).toEqual([]);
    const roll = [{ name: 'Lò Văn Phá', position: 'Đại biểu' }];
    expect(notesOf([line], { seated: [pha], roll })).toEqual([]);
    const named = [{ code: 'CB-01' }, { name: 'Nguyễn Thị Hoa' }];
    expect(notesOf(named, { people: [hoa], seated: [hoa] })).not.toContain('3 holds-a-seat');
  });
});

describe('who is on the roll', () => {
  const onRoll = (...asked: Parameters<typeof recognised>) =>
    recognised(...asked).participants.map((one) => one.onRoll);
  const listed = { name: 'Nguyễn Thị Hoa', position: 'Bí thư' };

  test('is found by the person, then by the code, then by name and position', () => {
    const line = { code: 'CB-01', position: 'Đại biểu' };
    expect(onRoll([line], { people: [hoa], roll: [{ ...listed, personId: hoa.id }] })).toEqual([true]);
    expect(onRoll([line], { roll: [{ ...listed, code: 'CB 01' }] })).toEqual([true]);
    expect(onRoll([{}], { roll: [{ ...listed, position: 'ĐẠI BIỂU' }] })).toEqual([true]);
    expect(onRoll([{}], { roll: [listed] })).toEqual([false]);
  });

  test('answers for one line, the one of the same year of birth first', () => {
    const roll = [{ name: 'Nguyễn Thị Hoa', position: 'Đại biểu', birthYear: 1975 }];
    expect(onRoll([{}, { birthYear: 1975 }], { roll })).toEqual([false, true]);
  });

  test('is there on every line that says the same code again', () => {
    const roll = [{ ...listed, code: 'X-9' }];
    expect(onRoll([{ code: 'X-9' }, { code: 'X9' }, { code: 'X-8' }, { code: 'X-8' }], { roll })).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
