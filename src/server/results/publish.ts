import type { ResultView } from '../../contract/results.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import type { Principal } from '../../domain/relations.ts';
import {
  type AnnulRefusal,
  decideAnnul,
  decidePublish,
  type PublishRefusal,
} from '../../domain/session/publication.ts';
import type { Annulment, SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { isPdf } from '../is-pdf.ts';
import { actorOf, changeSession, findSession } from '../session-call.ts';
import { buildResult } from './read-result.ts';

/** A session has one scan of its signed minutes; a newer one replaces it until publication. */
export const signedMinutesId = 'signed-minutes';

export async function attachSignedMinutes(
  deps: Deps,
  sessionId: SessionId,
  bytes: Uint8Array,
): Promise<Decision<undefined, 'not-tallied' | 'not-a-pdf' | 'published-already' | 'not-found'>> {
  const found = await findSession(deps, sessionId);
  if (!found.ok) return found;
  if (found.value.state === 'published') return refuse('published-already');
  if (found.value.state !== 'tallied') return refuse('not-tallied');
  if (!isPdf(bytes)) return refuse('not-a-pdf');
  const document = { sessionId, id: signedMinutesId, kind: 'signed-minutes', subjectId: null, title: '' } as const;
  await deps.store.documents.put(document, bytes);
  return accept(undefined);
}

/** Makes the result visible to the committee's and its directly superior committee's seat holders; once is enough. */
export async function publishResult(
  deps: Deps,
  id: SessionId,
  caller: Principal,
): Promise<Decision<ResultView, PublishRefusal | 'not-found'>> {
  const by = await actorOf(deps, caller);
  const attached = (await deps.store.documents.read(id, signedMinutesId)) !== undefined;
  const changed = await changeSession(deps, id, (session) => {
    if (session.state === 'published') return accept(session);
    return decidePublish(session, attached, by, deps.clock());
  });
  if (!changed.ok) return changed;
  const result = await buildResult(deps, changed.value);
  return result.ok ? accept(result.value.view) : result;
}

/** The superior annotates; nothing is deleted, the totals stay readable. The same decision again changes nothing. */
export async function annulResult(
  deps: Deps,
  id: SessionId,
  { decision, reason }: { readonly decision: string; readonly reason: string },
  caller: Principal,
): Promise<Decision<Annulment, AnnulRefusal | 'not-found'>> {
  const annulment = { by: await actorOf(deps, caller), at: deps.clock().toISOString(), decision, reason };
  const changed = await changeSession(deps, id, (session) => {
    const known = session.publication?.annulment;
    if (known?.decision === decision && known.reason === reason) return accept(session);
    return decideAnnul(session, annulment);
  });
  if (!changed.ok) return changed;
  return accept(changed.value.session.publication?.annulment ?? annulment);
}
