import { type EarlierResult, readResult as operation } from '../../contract/results.ts';
import { mayCall, type Relation } from '../../domain/relations.ts';
import { type Session, type SessionId, standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { buildResult } from './read-result.ts';

/**
 * Published results of the same people in sessions held before this one: those, and only those, that the caller would be
 * given if they asked for them one by one (promise 6). Of each session only the people whom both have.
 * @param relationsTo every relation that the caller has to a session
 */
export async function earlierResults(
  deps: Deps,
  session: Session,
  relationsTo: (id: SessionId) => Promise<ReadonlySet<Relation>>,
): Promise<EarlierResult[]> {
  const places = new Map(
    standingSubjects(session).flatMap(({ personId }, place) => (personId === null ? [] : [[personId, place] as const])),
  );
  const found = new Map<SessionId, Session>();
  for (const personId of places.keys()) {
    for (const one of await deps.store.sessions.list({ personId })) found.set(one.id, one);
  }
  const earlier = [...found.values()]
    .filter((one) => one.id !== session.id && one.state === 'published' && isBefore(one, session))
    .sort((a, b) => (isBefore(a, b) ? 1 : -1));
  const results: EarlierResult[] = [];
  for (const one of earlier) {
    if (!mayCall(operation.access, await relationsTo(one.id))) continue;
    const result = await resultOf(deps, one.id, places);
    if (result.subjects.length > 0) results.push(result);
  }
  return results;
}

/** By the day of the conference; on one day by who was published first. */
function isBefore(one: Session, other: Session): boolean {
  const [day, otherDay] = [one.settings.heldOn, other.settings.heldOn];
  return day === otherDay ? (one.publication?.at ?? '') < (other.publication?.at ?? '9') : day < otherDay;
}

async function resultOf(deps: Deps, id: SessionId, places: ReadonlyMap<string, number>): Promise<EarlierResult> {
  const state = await deps.store.sessions.findWithPapers(id);
  const built = state && (await buildResult(deps, state));
  if (state === undefined || !built?.ok) throw new Error('a published session has no result');
  const { view } = built.value;
  const subjects = standingSubjects(state.session).flatMap(({ personId }, index) => {
    const [subject, figures] = [personId === null ? undefined : places.get(personId), view.subjects[index]];
    return subject === undefined || figures === undefined ? [] : [{ ...figures, subject }];
  });
  const { sessionId, committee, title, heldOn, formTitle, levels, base, annulment } = view;
  return { sessionId, committee, title, heldOn, formTitle, levels, base, annulled: annulment !== null, subjects };
}
