import { eq, sql } from 'drizzle-orm';
import { rosterRevisionTable } from './committees-schema.ts';
import type { Database } from './connection.ts';
import { prepared } from './prepared.ts';
import { sessionRevisionTable } from './seals-schema.ts';

const ofSession = prepared((database) =>
  database
    .select({ number: sessionRevisionTable.number })
    .from(sessionRevisionTable)
    .where(eq(sessionRevisionTable.sessionId, sql.placeholder('id')))
    .prepare(),
);

/** Of all that is kept of a session; undefined where there is none. */
export function sessionRevision(database: Database, id: string): number | undefined {
  return ofSession(database).get({ id })?.number;
}

const ofRoster = prepared((database) => database.select().from(rosterRevisionTable).prepare());

/** Of committees, people, seats and terms: every step that keeps one counts (`countRosterChange`). */
export function rosterRevision(database: Database): number {
  return ofRoster(database).get()?.number ?? 0;
}
