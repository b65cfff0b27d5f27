import { expect, test } from 'vitest';
import { obstacleList } from '../../../src/domain/roster/import-obstacles.ts';

test('names each thing once and counts those it does not name', () => {
  const found = obstacleList();
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'f', 'f', 'a']) found.add('seat-added', name);
  found.add('used-elsewhere', null);
  expect(found.obstacles()).toEqual([
    { code: 'seat-added', names: ['a', 'b', 'c', 'd', 'e'], count: 8 },
    { code: 'used-elsewhere', names: [], count: 0 },
  ]);
});
