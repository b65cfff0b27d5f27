import type { ResultView } from '../../contract/results/results.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import {
  type AnnulRefusal,
  decideAnnul,
  decidePublish,
  type PublishRefusal,
} from '../../domain/session/publication.ts';
import type { Annulment, SessionId, SessionState } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { isPdf } from '../kit/is-pdf.ts';
import { actorOf, changeSession, findSession } from '../meeting/session-call.ts';
import { newDocument } from '../store/document-store.ts';
import type { SessionStep } from '../store/session-store.ts';
import { buildResult } from './find-result.ts';

/** A session has one scan of its signed minutes; a newer one replaces it until publication. */
export const signedMinutesId = 'signed-minutes';

export async function attachSignedMinutes(
  deps: Deps,
  sessionId: SessionId,
  bytes: Uint8Array,
): Promise<Ruling<undefined, 'not-tallied' | 'not-a-pdf' | 'published-already' | 'not-found'>> {
  const found = await findSession(deps, sessionId);
  if (!found.ok) return found;
  const possible = checkAttach(found.value.state);
  if (!possible.ok) return possible;
  if (!isPdf(bytes)) return refuse('not-a-pdf');
  const document = { sessionId, id: signedMinutesId, kind: 'signed-minutes', subjectId: null, title: '' } as const;
  const put = newDocument(document, bytes);
  const attached = await deps.store.sessions.update(sessionId, { papers: [] }, (state) => {
    const still = checkAttach(state.session.state);
    return still.ok ? accept({ after: state, documents: { put } }) : still;
  });
  return attached.ok ? accept(undefined) : attached;
}

function checkAttach(state: SessionState): Ruling<undefined, 'not-tallied' | 'published-already'> {
  if (state === 'published') return refuse('published-already');
  return state === 'tallied' ? accept(undefined) : refuse('not-tallied');
}

/** Makes the result visible to the committee's and its directly superior committee's seat holders; once is enough. */
export async function publishResult(
  deps: Deps,
  id: SessionId,
  caller: Principal,
): Promise<Ruling<ResultView, PublishRefusal | 'not-found'>> {
  const by = await actorOf(deps, caller);
  // Throws where the scan was altered, which is hashed before the step; from then on its row says what it is.
  await deps.store.documents.read(id, signedMinutesId);
  const asked = { documents: true } as const;
  const changed = await deps.store.sessions.update(
    id,
    asked,
    (state, { documents }): Ruling<SessionStep, PublishRefusal> => {
      if (state.session.state === 'published') return accept({ after: state });
      const scan = documents.find((one) => one.id === signedMinutesId);
      const decided = decidePublish(state.session, scan?.bytesHash, by, deps.clock());
      return decided.ok ? accept({ after: { ...state, session: decided.value } }) : decided;
    },
  );
  if (!changed.ok) return changed;
  const result = await buildResult(deps, changed.value.after);
  return result.ok ? accept(result.value.view) : result;
}

/** The superior annotates; nothing is deleted, the totals stay readable. The same decision again changes nothing. */
export async function annulResult(
  deps: Deps,
  id: SessionId,
  { decision, reason }: { readonly decision: string; readonly reason: string },
  caller: Principal,
): Promise<Ruling<Annulment, AnnulRefusal | 'not-found'>> {
  const annulment = { by: await actorOf(deps, caller), at: deps.clock().toISOString(), decision, reason };
  const changed = await changeSession(deps, id, (session) => {
    const known = session.publication?.annulment;
    if (known?.decision === decision && known.reason === reason) return accept(session);
    return decideAnnul(session, annulment);
  });
  if (!changed.ok) return changed;
  return accept(changed.value.session.publication?.annulment ?? annulment);
}
