import { expect, test } from 'vitest';
import { changedEntries } from '../../../src/domain/plan/changed-entries.ts';

const commune = { rank: 'commune', by: '2027-03-31', conferenceDays: { minimum: 1, maximum: 1.5 } };
const cell = { rank: 'cell', by: '2027-02-28' };
const changed = (before: readonly object[], after: readonly object[]) =>
  changedEntries<object>(before, after, (one) => ('rank' in one ? String(one.rank) : ''));

test('an amended plan shows what was changed, left out and added, and nothing that only moved', () => {
  const later = { ...commune, by: '2027-04-15' };
  const province = { rank: 'province', by: '2027-05-31' };
  expect(changed([commune, cell], [province, later])).toEqual([
    { before: commune, after: later },
    { before: cell, after: null },
    { before: null, after: province },
  ]);
  expect(changed([commune, cell], [cell, commune])).toEqual([]);
});

test('a length inside a deadline counts, and a field that is absent says the same as an empty one', () => {
  const longer = { ...commune, conferenceDays: { minimum: 1, maximum: 2 } };
  expect(changed([commune], [longer])).toEqual([{ before: commune, after: longer }]);
  expect(changed([cell], [{ ...cell, conferenceDays: null, reportBy: null }])).toEqual([]);
});
