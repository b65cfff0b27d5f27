import type * as contract from '../../contract/dossiers/dossiers.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { mostDossiers } from '../../domain/session/most-dossiers.ts';
import { type Session, type SubjectId, standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { isPdf } from '../kit/is-pdf.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { findSession } from '../meeting/session-call.ts';
import { newDocument } from '../store/document-store.ts';
import type { SessionStep } from '../store/session-store.ts';
import { checkBeforeOpening } from './before-opening.ts';

type DossierRefusal = 'not-before-opening' | 'unknown-subject' | 'id-in-use' | 'too-many-dossiers';

export async function addDossier(deps: Deps, { params, query, body, about }: Call<typeof contract.addDossier>) {
  const { sessionId } = params;
  const subjectId: SubjectId | null = query.subjectId ?? null;
  const may = (session: Session): Ruling<undefined, 'not-before-opening' | 'unknown-subject'> => {
    const early = checkBeforeOpening(session.state);
    if (!early.ok) return early;
    const stands = subjectId === null || standingSubjects(session).some(({ id }) => id === subjectId);
    return stands ? accept(undefined) : refuse('unknown-subject');
  };
  const found = await findSession(deps, sessionId);
  if (!found.ok) return found;
  const possible = may(found.value);
  if (!possible.ok) return possible;
  if (!isPdf(body)) return refuse('not-a-pdf');
  const { id = uuid(deps.random), title } = query;
  const put = newDocument({ id, sessionId, kind: 'dossier', subjectId, title }, body);
  const wanted = [title, subjectId, put.bytesHash];
  const asked = { papers: [], documents: true } as const;
  const added = await deps.store.sessions.update(
    sessionId,
    asked,
    (state, seen): Ruling<SessionStep, DossierRefusal> => {
      const still = may(state.session);
      if (!still.ok) return still;
      const there = seen.documents.find((one) => one.id === id);
      const made = findMade(about, there, (one) => sameContent([one.title, one.subjectId, one.bytesHash], wanted));
      if (!made.ok) return made;
      if (made.value !== undefined) return accept({ after: state });
      return seen.documents.length < mostDossiers
        ? accept({ after: state, documents: { put } })
        : refuse('too-many-dossiers');
    },
  );
  return added.ok ? accept({ id, title, subjectId }) : added;
}
