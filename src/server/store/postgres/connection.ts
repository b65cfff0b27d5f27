import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';

/** The pool, each query on whichever connection is free, or the transaction that is going on upon one of them. */
export type Database = PgDatabase<NodePgQueryResultHKT>;
