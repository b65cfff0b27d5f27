import { expect, test } from 'vitest';
import { choiceLabels, choiceLabelsById } from '../../../src/domain/roster/choice-labels.ts';

const people = [
  { id: 'a', name: 'Nguyễn Thị Hòa', position: 'Bí thư chi bộ' },
  { id: 'b', name: 'Nguyễn Thị Hoà', position: 'Trưởng ấp' },
  { id: 'c', name: 'Lê Văn Út', position: 'Đảng viên' },
  { id: 'd', name: 'Trần Văn Tư', position: '' },
  { id: 'e', name: 'Trần Văn Tư', position: 'Phó ban' },
];

test('in a choice the position stands with those of one name, and with nobody else', () => {
  expect(choiceLabels(people)).toEqual([
    ...['Nguyễn Thị Hòa, Bí thư chi bộ', 'Nguyễn Thị Hoà, Trưởng ấp', 'Lê Văn Út', 'Trần Văn Tư'],
    'Trần Văn Tư, Phó ban',
  ]);
  expect(choiceLabelsById(people).get('b')).toBe('Nguyễn Thị Hoà, Trưởng ấp');
});
