import * as contract from '../../contract/results/results.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type SessionId, type SessionState, type SubjectId, standingSubjects } from '../../domain/session/session.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { isPdf } from '../kit/is-pdf.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { findSession } from '../meeting/session-call.ts';
import { bytesDigest } from '../store/session-seal.ts';

/** Enough for every subject's own review and the reports of the largest conference. */
const mostDossiers = 200;

type DossierRefusal = 'not-before-opening' | 'id-in-use' | 'too-many-dossiers';

/** What voters read before they mark: PDF files of the session or of one subject. */
export function dossierRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { store } = deps;

  route(keeper, contract.addDossier, async ({ params, query, body, about }) => {
    const session = await beforeOpening(params.sessionId);
    if (!session.ok) return session;
    const subjectId: SubjectId | null = query.subjectId ?? null;
    if (subjectId !== null && !standingSubjects(session.value).some(({ id }) => id === subjectId)) {
      return refuse('unknown-subject');
    }
    if (!isPdf(body)) return refuse('not-a-pdf');
    const { id = uuid(deps.random), title } = query;
    const document = { id, sessionId: params.sessionId, kind: 'dossier', subjectId, title } as const;
    const wanted = [title, subjectId, bytesDigest(body)];
    const put = await store.documents.put(document, body, (state, kept): Ruling<undefined, DossierRefusal> => {
      const early = checkBeforeOpening(state);
      if (!early.ok) return early;
      const there = kept.find((one) => one.id === id);
      const made = findMade(about, there, (one) => sameContent([one.title, one.subjectId, one.bytesHash], wanted));
      if (!made.ok) return made;
      return made.value || kept.length < mostDossiers ? accept(undefined) : refuse('too-many-dossiers');
    });
    return put.ok ? accept({ id, title, subjectId }) : put;
  });

  route(keeper, contract.readDossier, async ({ params }) => {
    const found = await store.documents.read(params.sessionId, params.dossierId);
    return found?.document.kind === 'dossier' ? accept(found.bytes) : refuse('unknown-dossier');
  });

  route(keeper, contract.removeDossier, async ({ params }) => {
    const session = await beforeOpening(params.sessionId);
    if (!session.ok) return session;
    const found = await store.documents.read(params.sessionId, params.dossierId);
    if (found?.document.kind !== 'dossier') return refuse('unknown-dossier');
    const removed = await store.documents.remove(params.sessionId, params.dossierId, checkBeforeOpening);
    return removed.ok ? accept(undefined) : removed;
  });

  async function beforeOpening(id: SessionId) {
    const found = await findSession(deps, id);
    if (!found.ok) return found;
    const early = checkBeforeOpening(found.value.state);
    return early.ok ? found : early;
  }
}

function checkBeforeOpening(state: SessionState): Ruling<undefined, 'not-before-opening'> {
  return state === 'draft' || state === 'issued' ? accept(undefined) : refuse('not-before-opening');
}
