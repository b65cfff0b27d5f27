import { expect, test } from 'vitest';
import { rosterNoteText } from '../../../src/contract/imports/roster-note-sentences.ts';
import { rosterNote } from '../../../src/domain/roster/roster-note.ts';
import { likeNames, namesakeProblems, spellingProblems } from '../../../src/domain/roster/spellings.ts';

const place = { line: 3, column: 'Cấp ủy', field: 'committee' } as const;

test('a note about two names that look alike quotes both, and one where they are the same', () => {
  const note = (known: string) =>
    rosterNoteText(rosterNote(place, 'committee-name-taken', 'Tỉnh uỷ', { written: 'Tỉnh uỷ', known }));
  expect(note('Tỉnh ủy')).toMatchObject({
    vi: 'Dưới cùng cấp ủy cấp trên có hai cấp ủy tên "Tỉnh uỷ". Ở đây viết "Tỉnh uỷ"; đã có "Tỉnh ủy".',
    en: 'Below one superior there would be two committees called "Tỉnh uỷ". Written here: "Tỉnh uỷ"; there already: "Tỉnh ủy".',
  });
  expect(note('Tỉnh uỷ').en).not.toContain('there already');
});

test('a refusal is about both spellings where they differ', () => {
  expect(spellingProblems('rank-name-taken', { written: 'Cơ sở', known: 'Co so' })).toEqual([
    { code: 'rank-name-taken', about: '“Cơ sở” ≠ “Co so”' },
  ]);
  expect(spellingProblems('rank-name-taken', { written: 'Cơ sở', known: 'Cơ sở' })).toEqual([]);
  const hoa = { name: 'Lò Thị Hòa', position: 'Uỷ viên' };
  expect(namesakeProblems('already-summoned', hoa, { name: 'Lò Thị Hòa', position: 'Ủy viên' })).toMatchObject([
    { about: '“Lò Thị Hòa, Uỷ viên” ≠ “Lò Thị Hòa, Ủy viên”' },
  ]);
});

test('a name that nobody has is held against those that are the same without diacritics, or with i for y', () => {
  const like = likeNames(() => ['Đảng bộ xã Lý Thủy', 'Tỉnh ủy']);
  expect(['Đảng bộ xã Lí Thúy', 'tinh uy', 'Đảng bộ xã Lý'].map(like)).toEqual([
    'Đảng bộ xã Lý Thủy',
    'Tỉnh ủy',
    undefined,
  ]);
});
