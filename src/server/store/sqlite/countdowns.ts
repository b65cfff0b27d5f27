import { eq } from 'drizzle-orm';
import { isCountingDown } from '../../../domain/session/countdown.ts';
import type { Session, SessionId } from '../../../domain/session/session.ts';
import type { CountdownStore } from '../countdown-store.ts';
import type { Database } from './connection.ts';
import { runningCountdownTable } from './nodes-schema.ts';

export function sqliteCountdowns(database: Database): CountdownStore {
  return {
    running: async () => {
      const rows = database.select().from(runningCountdownTable).all();
      return rows.map(({ sessionId }) => sessionId as SessionId);
    },
  };
}

/** In the step that changes a session. */
export function keepCountdown(database: Database, before: Session, after: Session): void {
  if (isCountingDown(before) === isCountingDown(after)) return;
  const { sessionId } = runningCountdownTable;
  if (isCountingDown(after)) {
    database.insert(runningCountdownTable).values({ sessionId: after.id }).onConflictDoNothing().run();
  } else {
    database.delete(runningCountdownTable).where(eq(sessionId, after.id)).run();
  }
}
