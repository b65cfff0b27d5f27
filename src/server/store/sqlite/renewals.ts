import { eq, inArray, sql } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import { unwritten, written } from '../outcome.ts';
import { renewalOf, rowOfRenewal } from '../renewal-row.ts';
import { type BoxRenewal, type RenewalStore, renewedStates } from '../renewal-store.ts';
import type { Database } from './connection.ts';
import { inChunks } from './in-chunks.ts';
import { boxRenewalTable } from './nodes-schema.ts';
import { prepared } from './prepared.ts';
import { sessionRevisionTable } from './seals-schema.ts';
import { sessionTable } from './sessions-schema.ts';
import type { Atomically } from './steps.ts';

const ofSession = prepared((database) =>
  database
    .select()
    .from(boxRenewalTable)
    .where(eq(boxRenewalTable.sessionId, sql.placeholder('id')))
    .prepare(),
);

export function sqliteRenewals(database: Database, atomically: Atomically): RenewalStore {
  return {
    find: async (id) => renewalIn(database, id),
    replace: async (id, instead, by) =>
      atomically((transaction) => {
        const { state } = sessionTable;
        const [session] = transaction.select({ state }).from(sessionTable).where(eq(sessionTable.id, id)).all();
        if (session === undefined || !renewedStates.includes(session.state)) return unwritten(undefined);
        const there = renewalIn(transaction, id);
        if ((there?.id ?? null) !== instead) return unwritten(there);
        const row = rowOfRenewal(by);
        const target = boxRenewalTable.sessionId;
        transaction
          .insert(boxRenewalTable)
          .values({ sessionId: id, ...row })
          .onConflictDoUpdate({ target, set: row })
          .run();
        return written(by);
      }),
    watched: async (ids) => {
      const { sessionId, number } = sessionRevisionTable;
      const rows = inChunks([...ids], (some) =>
        database
          .select({ id: sessionId, revision: number, renewal: boxRenewalTable })
          .from(sessionRevisionTable)
          .leftJoin(boxRenewalTable, eq(boxRenewalTable.sessionId, sessionId))
          .where(inArray(sessionId, [...some]))
          .all(),
      );
      return new Map(
        rows.map(({ id, revision, renewal }) => [
          id as SessionId,
          { revision, renewal: renewal === null ? undefined : renewalOf(renewal) },
        ]),
      );
    },
  };
}

function renewalIn(database: Database, id: SessionId): BoxRenewal | undefined {
  const row = ofSession(database).get({ id });
  return row && renewalOf(row);
}

/** In the step that closes or cancels a session. */
export function forgetRenewal(database: Database, id: SessionId): void {
  database.delete(boxRenewalTable).where(eq(boxRenewalTable.sessionId, id)).run();
}
