import { startPostgres } from '../../test/support/service/postgres-server.ts';
import { measuredOf, start } from './casting-rate.ts';
import { atLeast, type Row, told } from './row.ts';
import { rounds } from './times.ts';

const subjects = 15;
const casts = 100;
/** The first turn makes tables, starts threads and compiles. */
const turns = Array.from({ length: rounds + 1 }, () => casts);

/** The same casting over HTTP on both stores, in turns. Everything shares the machine's cores, PostgreSQL too. */
export async function castingOnPostgres(): Promise<Row[]> {
  const server = await startPostgres({ durable: true });
  try {
    const services = [
      await start(subjects, turns),
      await start(subjects, turns, { database: server.url('postgres') }),
    ] as const;
    for (let round = 0; round <= rounds; round++) for (const service of services) await service.turn(round);
    const [sqlite, postgres] = services.map(({ measured }) => measuredOf(measured.slice(1)).rate);
    for (const service of services) await service.end();
    if (sqlite === undefined || postgres === undefined) throw new Error('nothing was measured');
    return [
      told('ballots acknowledged over HTTP on PostgreSQL, 15 subjects, 50 clients', postgres, 'a second'),
      told('the same on SQLite', sqlite, 'a second'),
      atLeast(0.8, 'rate on PostgreSQL to that on SQLite', postgres / sqlite, '×'),
    ];
  } finally {
    server.stop();
  }
}
