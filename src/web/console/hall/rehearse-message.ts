import type { SessionId } from '../../../domain/session/session.ts';
import type { Marks } from '../../../protocol/ballot/create-ballot.ts';
import type { Answer } from '../../shared/fetch/answer.ts';

/** The worker that carries a rehearsal to its closed box. */
export interface RehearsePrograms {
  rehearse(input: { readonly sessionId: SessionId; readonly marks: readonly Marks[] }): Promise<Answer<unknown>>;
}
