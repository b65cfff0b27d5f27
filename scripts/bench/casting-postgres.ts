import { inPostgres } from '../../test/support/service/new-postgres-store.ts';
import { type PostgresServer, startPostgres } from '../../test/support/service/postgres-server.ts';
import { type Measured, measuredOf, start } from './casting-rate.ts';
import { atLeast, type Row, told } from './row.ts';
import { rounds } from './times.ts';

const subjects = 15;
const casts = 100;
/** The first turn makes tables, starts threads and compiles. */
const turns = Array.from({ length: rounds + 1 }, () => casts);

type Service = Awaited<ReturnType<typeof start>>;

/**
 * The same casting over HTTP on both stores, in turns; and two sessions on two nodes at one moment, over one database
 * and over two servers of their own. Everything shares the machine's cores, PostgreSQL too.
 */
export async function castingOnPostgres(): Promise<Row[]> {
  const servers = [await startPostgres({ durable: true }), await startPostgres({ durable: true })] as const;
  try {
    const [one, other] = servers;
    const onSqlite = await start(subjects, turns);
    const onPostgres = await start(subjects, turns, { database: await newDatabase(one, 'alone') });
    const [sqlite, postgres] = await inTurns([onSqlite], [onPostgres]);
    const shared = await newDatabase(one, 'shared');
    const together = [
      await start(subjects, turns, { database: shared }),
      await start(subjects, turns, { database: shared }),
    ];
    const apart = [
      await start(subjects, turns, { database: await newDatabase(one, 'own') }),
      await start(subjects, turns, { database: await newDatabase(other, 'own') }),
    ];
    const [inOne, inTwo] = await inTurns(together, apart);
    return [
      told('ballots acknowledged over HTTP on PostgreSQL, 15 subjects, 50 clients', postgres.rate, 'a second'),
      told('the same on SQLite', sqlite.rate, 'a second'),
      atLeast(0.8, 'rate on PostgreSQL to that on SQLite', postgres.rate / sqlite.rate, '×'),
      told('two sessions on two nodes over one database, together', inOne.rate, 'a second'),
      atLeast(0.95, 'their rate to that of two installations', inOne.rate / inTwo.rate, '×'),
    ];
  } finally {
    for (const server of servers) server.stop();
  }
}

async function newDatabase(server: PostgresServer, name: string): Promise<string> {
  await inPostgres(server.url('postgres'), `CREATE DATABASE ${name}`);
  return server.url(name);
}

/** Each set of services casts at one moment; the sets take turns. */
async function inTurns(one: readonly Service[], other: readonly Service[]): Promise<[Measured, Measured]> {
  const measured: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    for (const [at, services] of [one, other].entries()) {
      const begun = performance.now();
      await Promise.all(services.map((service) => service.turn(round)));
      const seconds = (performance.now() - begun) / 1000;
      measured[at]?.push({ rate: (casts * services.length) / seconds, time: 0 });
    }
  }
  for (const service of [...one, ...other]) await service.end();
  return [measuredOf(measured[0].slice(1)), measuredOf(measured[1].slice(1))];
}
