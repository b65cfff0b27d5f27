import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPostgresDatabase } from '../../support/service/new-postgres-store.ts';
import { places, problemOf } from '../../support/service/statement-rules.ts';

const note = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8');

describe('the tables of a PostgreSQL database', () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: await newPostgresDatabase() });
    await client.connect();
  });
  afterAll(() => client.end());

  const rowsOf = async <Row extends Record<string, unknown>>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text)).rows;

  test('are those of the note, each in its place', async () => {
    const tables = await rowsOf<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`,
    );
    expect([...places.keys()].sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  test('are distributed by the statements of the note as its table says, none before one that it refers to', async () => {
    const [, statements = ''] = /```sql\n(.*?)```/s.exec(note) ?? [];
    const made = statements
      .trimEnd()
      .split('\n')
      .map((line) => {
        const form =
          /^SELECT create_(?:reference_table\('(\w+)'\)|distributed_table\('(\w+)', '(\w+)'(?:, colocate_with => '(\w+)')?\));$/;
        const [, everywhere, table = everywhere ?? line, column = null, beside = null] = form.exec(line) ?? [];
        return { table, column, beside };
      });
    expect(new Map(made.map(({ table, column }) => [table, column]))).toEqual(new Map(places));
    expect(made).toHaveLength(places.size);
    const order = made.map(({ table }) => table);
    const groups = new Map<string, string>();
    for (const { table, column, beside } of made) {
      if (column !== null) groups.set(table, groups.get(beside ?? '') ?? table);
    }
    for (const { from, to, columns, others } of await foreignKeys()) {
      expect(order.indexOf(to), `${from} refers to ${to}`).toBeLessThanOrEqual(order.indexOf(from));
      const [own, other] = [places.get(from), places.get(to)];
      if (other === null || other === undefined) continue;
      // One that is everywhere cannot refer to what is in one place; two that lie alike refer by what they lie by.
      expect(own, `${from} refers to ${to}`).not.toBeNull();
      expect(groups.get(from)).toBe(groups.get(to));
      expect(others[columns.indexOf(own ?? '')]).toBe(other);
    }
  });

  const foreignKeys = () =>
    rowsOf<{ from: string; to: string; columns: string[]; others: string[] }>(`
      SELECT conrelid::regclass::text AS from, confrelid::regclass::text AS to,
        ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS one(key, at)
          JOIN pg_attribute ON attrelid = conrelid AND attnum = key ORDER BY at) AS columns,
        ARRAY(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY AS one(key, at)
          JOIN pg_attribute ON attrelid = confrelid AND attnum = key ORDER BY at) AS others
      FROM pg_constraint WHERE contype = 'f'`);

  test('have what they lie by first in the primary key and in every unique index', async () => {
    const indexes = await rowsOf<{ table: string; name: string; primary: boolean; columns: string[] }>(`
      SELECT indrelid::regclass::text AS table, indexrelid::regclass::text AS name, indisprimary AS primary,
        ARRAY(SELECT pg_get_indexdef(indexrelid, at, true) FROM generate_series(1, indnkeyatts) AS at) AS columns
      FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE indisunique AND relnamespace = current_schema()::regnamespace`);
    const keyed = new Set(indexes.filter(({ primary }) => primary).map(({ table }) => table));
    expect([...places.keys()].filter((table) => !keyed.has(table))).toEqual([]);
    for (const { table, name, columns } of indexes) {
      const column = places.get(table);
      if (column != null) expect(columns[0], name).toBe(column);
    }
  });

  test('count by nothing, do nothing of themselves, and compare texts byte by byte', async () => {
    expect(
      await rowsOf(`SELECT table_name, column_name, column_default FROM information_schema.columns
        WHERE table_schema = current_schema() AND (is_identity = 'YES' OR is_generated <> 'NEVER'
          OR column_default !~ '^(''[^'']*''::text|-?[0-9]+|true|false)$')`),
    ).toEqual([]);
    expect(await rowsOf(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
    expect(
      await rowsOf(`SELECT relname FROM pg_class WHERE relkind IN ('S', 'v', 'm', 'f')
        AND relnamespace = current_schema()::regnamespace`),
    ).toEqual([]);
    expect(await rowsOf(`SELECT rulename FROM pg_rules WHERE schemaname = current_schema()`)).toEqual([]);
    expect(
      await rowsOf(`SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying', 'character', 'name')
          AND collation_name IS DISTINCT FROM 'C'`),
    ).toEqual([]);
  });
});

describe('a statement may not be sent that', () => {
  test.each([
    ['locks a session without naming it', `select "id" from "session" where "committee_id" = $1 for update`],
    ['locks papers of whichever session', `SELECT 1 FROM paper WHERE credential = $1 FOR NO KEY UPDATE`],
    ['changes papers of whichever session', `update "paper" set "fate" = $1 where "credential" = $2`],
    ['gives a paper to another session', `update "paper" set "session_id" = $1 where "session_id" = $2`],
    ['removes documents of all sessions', `delete from "document" where "document"."id" = $1`],
    ['adds an event to no session', `insert into "record_event" ("height") values ($1)`],
    [
      'compares without the session',
      `insert into "paper" ("session_id") values ($1) on conflict ("credential") do nothing`,
    ],
    [
      'moves what it meets',
      `insert into "paper" ("session_id", "fate") values ($1, $2) on conflict ("session_id", "credential")
        do update set "session_id" = $1`,
    ],
    [
      'asks the clock in a conflict',
      `INSERT INTO lease (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET owner = $2 WHERE lease.until < now()`,
    ],
    ['asks the clock', `SELECT * FROM sign_in WHERE expires_at < current_timestamp`],
    ['draws lots', `SELECT id FROM person ORDER BY random()`],
    ['counts', `SELECT nextval('ballots')`],
    ['notifies', `SELECT pg_notify('box', $1)`],
    ['listens', `LISTEN box`],
    ['locks beyond its transaction', `SELECT pg_advisory_lock(1, 2)`],
    ['locks a table', `LOCK TABLE session`],
    ['prepares', `PREPARE cast AS SELECT 1`],
    ['sets something for all that come after', `SET synchronous_commit = off`],
    ['leaves a table behind', `CREATE TEMP TABLE heads (id text)`],
  ])('%s', (_what, text) => expect(problemOf(text)).toBeDefined());

  test.each([
    `select "id" from "session" where "session"."id" = $1 for update`,
    `update "paper" set "fate" = $1 where ("paper"."session_id" = $2 and "paper"."credential" = $3)`,
    `insert into "paper" ("session_id", "fate") values ($1, $2) on conflict ("session_id","credential") do update set "fate" = $3`,
    `select "id" from "committee" where "id" = $1 for no key update`,
    `set transaction isolation level repeatable read`,
    `SELECT pg_advisory_xact_lock($1, $2)`,
    `INSERT INTO lease (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET owner = $2 WHERE lease.until < $3`,
  ])('does nothing of the kind: %s', (text) => expect(problemOf(text)).toBeUndefined());
});
