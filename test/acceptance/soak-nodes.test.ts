import { expect, test } from 'vitest';
import { newFolder } from '../support/service/stores.ts';
import { soakNodes } from '../support/soak/run-nodes.ts';

test('nodes and PostgreSQL that fall while sessions are voted in lose and double nothing', async () => {
  const how = { nodes: 3, sessions: 2, clients: 16, kills: 4, looking: 1000, seed: 12 };
  const report = await soakNodes({ folder: newFolder(), ...how });
  expect(report).toMatchObject({ kills: { node: 2, postgres: 2 }, counted: 16, errors: [] });
}, 600_000);
