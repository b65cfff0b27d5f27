import { expect, test } from 'vitest';
import { newFolder } from '../support/service/stores.ts';
import { soak } from '../support/soak/run.ts';

const kills = 5;

test('a service killed at random while a session is prepared, voted in and counted loses and doubles nothing', async () => {
  const report = await soak({ folder: newFolder(), kills, clients: 8, looking: 1000, seed: 10 });
  expect(Object.values(report.kills).reduce((sum, each) => sum + each)).toBe(kills);
  expect(report).toMatchObject({ sessions: 1, counted: 8, errors: [] });
}, 600_000);
