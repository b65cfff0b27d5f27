import type { SessionId } from '../../../domain/session/session.ts';
import type { Marks } from '../../../protocol/ballot/create-ballot.ts';
import type { Answer } from '../../shared/fetch/answer.ts';

/** To the worker that carries a rehearsal to its closed box. */
export interface RehearseRequest {
  readonly sessionId: SessionId;
  readonly marks: readonly Marks[];
}

export type RehearseReply = Answer<unknown>;
