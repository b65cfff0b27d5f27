import type { ReplyOf } from '../../contract/operation.ts';
import type { readSession } from '../../contract/session/sessions.ts';
import { type SessionState, sessionStates } from '../../domain/session/session.ts';

/** A session as its console shows it. */
export type ConsoleSession = ReplyOf<typeof readSession>;

/** Whether a session has come to `state` or beyond it; a cancelled one has come nowhere. */
export function hasReached({ state: now }: Pick<ConsoleSession, 'state'>, state: SessionState): boolean {
  return now !== 'cancelled' && sessionStates.indexOf(now) >= sessionStates.indexOf(state);
}
