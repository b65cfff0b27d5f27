import type * as contract from '../../contract/session/copies.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { type CopyRefusal, decideCopy } from '../../domain/session/copy-session.ts';
import { type Session, sessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { findSession } from '../meeting/session-call.ts';
import { digest } from '../store/digest.ts';
import type { SessionStep } from '../store/session-store.ts';
import { shownSessions } from './shown-sessions.ts';

type Copying = Ruling<SessionStep, CopyRefusal | 'id-in-use'>;

/** Everything is looked at in the step that writes it: both sessions, their documents, who still holds a seat. */
export async function copySession(deps: Deps, { params, body, about }: Call<typeof contract.copySession>) {
  const { from, parts, id = uuid(deps.random) } = body;
  const earlier = await findSession(deps, from);
  if (!earlier.ok) return refuse('not-an-earlier-session');
  const asked = digest({ from, parts });
  const load = { papers: [], documents: true, other: from, seatsOf: peopleOf(earlier.value) } as const;
  const copied = await deps.store.sessions.update(params.sessionId, load, (state, seen): Copying => {
    const { session } = state;
    const made = findMade(
      about,
      session.copies?.find((one) => one.id === id),
      (one) => one.asked === asked,
    );
    if (!made.ok) return made;
    if (made.value !== undefined) return accept({ after: state });
    const { other, documents, seats } = seen;
    if (other === undefined) return refuse('not-an-earlier-session');
    const of = { earlier: other.session, earlierDocuments: other.documents, documents, parts, seats };
    const decided = decideCopy(session, of);
    if (!decided.ok) return decided;
    const { leftOut } = decided.value;
    const copies = [...(session.copies ?? []), { id, asked, from: sessionId.parse(from), leftOut }];
    const changes = decided.value.dossiers.map(({ of: copy, subjectId }) => ({
      copy,
      as: {
        id: digest({ copy: id, of: copy.id }),
        sessionId: params.sessionId,
        kind: copy.kind,
        subjectId,
        title: copy.title,
      },
    }));
    return accept({ after: { ...state, session: { ...decided.value.session, copies } }, documents: changes });
  });
  if (!copied.ok) return copied;
  const { after } = copied.value;
  const leftOut = after.session.copies?.find((one) => one.id === id)?.leftOut ?? [];
  return accept({ session: await shownSessions(deps).view(after), leftOut: [...leftOut] });
}

/** Whose seats say whether they have left. */
function peopleOf({ tellers, roll }: Session): readonly PersonId[] {
  return [...tellers, ...roll].flatMap(({ personId }) => personId ?? []);
}
