import { eq } from 'drizzle-orm';
import type { SessionId } from '../../../domain/session/session.ts';
import { unwritten, written } from '../outcome.ts';
import { renewalOf, rowOfRenewal } from '../renewal-row.ts';
import { type BoxRenewal, type RenewalStore, renewedStates } from '../renewal-store.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { boxRenewalTable } from './nodes-schema.ts';
import { sessionTable } from './sessions-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresRenewals(database: Database, atomically: Atomically): RenewalStore {
  return {
    find: async (id) => renewalIn(database, id),
    replace: async (id, instead, by) =>
      atomically(async (transaction) => {
        // Whoever closes the session meanwhile waits, or a renewal would stay behind.
        const { state } = sessionTable;
        const which = eq(sessionTable.id, id);
        const [session] = await transaction.select({ state }).from(sessionTable).where(which).for('share');
        if (session === undefined || !renewedStates.includes(session.state)) return unwritten(undefined);
        const row = rowOfRenewal(by);
        const target = boxRenewalTable.sessionId;
        const adding = transaction.insert(boxRenewalTable).values({ sessionId: id, ...row });
        const { rowCount } =
          instead === null
            ? await adding.onConflictDoNothing()
            : await adding.onConflictDoUpdate({ target, set: row, setWhere: eq(boxRenewalTable.id, instead) });
        return rowCount === 1 ? written(by) : unwritten(await renewalIn(transaction, id));
      }),
    watched: async (ids) => {
      const { id, revision } = sessionTable;
      const rows = await database
        .select({ id, revision, renewal: boxRenewalTable })
        .from(sessionTable)
        .leftJoin(boxRenewalTable, eq(boxRenewalTable.sessionId, id))
        .where(anyOf(id, ids));
      return new Map(
        rows.map(({ id: session, renewal, ...row }) => [
          session as SessionId,
          { ...row, renewal: renewal === null ? undefined : renewalOf(renewal) },
        ]),
      );
    },
  };
}

async function renewalIn(database: Database, id: SessionId): Promise<BoxRenewal | undefined> {
  const [row] = await database.select().from(boxRenewalTable).where(eq(boxRenewalTable.sessionId, id));
  return row && renewalOf(row);
}

/** In the step that closes or cancels a session. */
export async function forgetRenewal(transaction: Database, id: SessionId): Promise<void> {
  await transaction.delete(boxRenewalTable).where(eq(boxRenewalTable.sessionId, id));
}
