import type { ReplyOf } from '../../contract/operation.ts';
import type { readSession } from '../../contract/session/sessions.ts';
import { type SessionState, sessionStates } from '../../domain/session/session.ts';

/** A session as its console shows it. */
export type ConsoleSession = ReplyOf<typeof readSession>;

/** Whether a session has come to `state` or beyond it; a cancelled one has come nowhere, one that cannot be opened to its closing. */
export function hasReached({ state: now }: Pick<ConsoleSession, 'state'>, state: SessionState): boolean {
  if (now === 'cancelled') return false;
  const reached = now === 'unopenable' ? 'closed' : now;
  return sessionStates.indexOf(reached) >= sessionStates.indexOf(state);
}
