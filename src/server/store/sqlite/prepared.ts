import type { Database } from './connection.ts';

/**
 * A query of what nearly every request asks, built and compiled once for each connection: drizzle takes ten times as long
 * to build one as SQLite takes to answer it. Inside a transaction, whose object is another each time, it is built anew.
 */
export function prepared<Query>(prepare: (database: Database) => Query): (database: Database) => Query {
  const queries = new WeakMap<Database, Query>();
  return (database) => {
    const known = queries.get(database);
    if (known !== undefined) return known;
    const query = prepare(database);
    queries.set(database, query);
    return query;
  };
}
