import type * as contract from '../../contract/results/results.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type SubjectId, standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { isPdf } from '../kit/is-pdf.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { bytesDigest } from '../store/session-seal.ts';
import { beforeOpening, checkBeforeOpening } from './before-opening.ts';

/** Enough for every subject's own review and the reports of the largest conference. */
const mostDossiers = 200;

type DossierRefusal = 'not-before-opening' | 'id-in-use' | 'too-many-dossiers';

export async function addDossier(deps: Deps, { params, query, body, about }: Call<typeof contract.addDossier>) {
  const session = await beforeOpening(deps, params.sessionId);
  if (!session.ok) return session;
  const subjectId: SubjectId | null = query.subjectId ?? null;
  if (subjectId !== null && !standingSubjects(session.value).some(({ id }) => id === subjectId)) {
    return refuse('unknown-subject');
  }
  if (!isPdf(body)) return refuse('not-a-pdf');
  const { id = uuid(deps.random), title } = query;
  const document = { id, sessionId: params.sessionId, kind: 'dossier', subjectId, title } as const;
  const wanted = [title, subjectId, bytesDigest(body)];
  const put = await deps.store.documents.put(document, body, (state, kept): Ruling<undefined, DossierRefusal> => {
    const early = checkBeforeOpening(state);
    if (!early.ok) return early;
    const there = kept.find((one) => one.id === id);
    const made = findMade(about, there, (one) => sameContent([one.title, one.subjectId, one.bytesHash], wanted));
    if (!made.ok) return made;
    return made.value || kept.length < mostDossiers ? accept(undefined) : refuse('too-many-dossiers');
  });
  return put.ok ? accept({ id, title, subjectId }) : put;
}
