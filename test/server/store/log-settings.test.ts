import { expect, test } from 'vitest';
import { inPostgres, newPostgresDatabase, openPostgresStore } from '../../support/service/new-postgres-store.ts';

test('a database server that may write parameters into its log is told of, by either setting', async () => {
  const url = await newPostgresDatabase();
  const { pathname } = new URL(url);
  const warnings = async () => {
    const store = await openPostgresStore(url);
    const found = await store.health.warnings();
    await store.close();
    return found;
  };
  expect(await warnings()).toEqual([]);
  for (const setting of ['log_parameter_max_length', 'log_parameter_max_length_on_error']) {
    for (const value of [-1, 64]) {
      await inPostgres(url, `ALTER DATABASE ${pathname.slice(1)} SET ${setting} = ${value}`);
      expect(await warnings(), `${setting} ${value}`).toEqual(['database-logs-parameters']);
    }
    await inPostgres(url, `ALTER DATABASE ${pathname.slice(1)} SET ${setting} = 0`);
  }
  expect(await warnings()).toEqual([]);
});
