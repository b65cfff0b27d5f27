import { readResult as operation } from '../../contract/results.ts';
import { mayCall } from '../../domain/relations.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { RelationsTo } from '../http/relations-for.ts';

/** Of these published results those that the caller would be given on asking for them one by one (promise 6). */
export async function readableResults<One extends { readonly sessionId: SessionId }>(
  published: readonly One[],
  relationsTo: RelationsTo,
): Promise<One[]> {
  const held = await relationsTo(published.map(({ sessionId }) => sessionId));
  return published.filter(({ sessionId }) => mayCall(operation.access, held.get(sessionId) ?? new Set()));
}
