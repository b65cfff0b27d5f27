import type { SessionId } from '../../domain/session/session.ts';

/**
 * Of which sessions phone voting is counting down, so that another node can go on with it when the one that counts dies.
 * Follows from the sessions: the step that changes one keeps it.
 */
export interface CountdownStore {
  running(): Promise<readonly SessionId[]>;
}
