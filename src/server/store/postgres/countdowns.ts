import { eq } from 'drizzle-orm';
import { isCountingDown } from '../../../domain/session/countdown.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import type { CountdownStore } from '../countdown-store.ts';
import type { Database } from './connection.ts';
import { runningCountdownTable } from './nodes-schema.ts';

export function postgresCountdowns(database: Database): CountdownStore {
  return {
    running: async () => {
      const rows = await database.select().from(runningCountdownTable);
      return rows.map(({ sessionId }) => sessionId as SessionId);
    },
  };
}

/** In the step that changes a session. */
export async function keepCountdown(transaction: Database, before: Session, after: Session): Promise<void> {
  if (isCountingDown(before) === isCountingDown(after)) return;
  const { sessionId } = runningCountdownTable;
  if (isCountingDown(after)) {
    await transaction.insert(runningCountdownTable).values({ sessionId: after.id }).onConflictDoNothing();
  } else {
    await transaction.delete(runningCountdownTable).where(eq(sessionId, after.id));
  }
}
