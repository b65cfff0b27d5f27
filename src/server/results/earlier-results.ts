import type { EarlierResult } from '../../contract/results.ts';
import { type Session, type SessionId, standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { figuresOf } from './read-result.ts';
import { type RelationsTo, readableSessions } from './readable-sessions.ts';

/**
 * Published results of the same people in sessions held before this one: those, and only those, that the caller would be
 * given if they asked for them one by one (promise 6). Of each session only the people whom both have.
 */
export async function earlierResults(deps: Deps, session: Session, relationsTo: RelationsTo): Promise<EarlierResult[]> {
  const places = new Map(
    standingSubjects(session).flatMap(({ personId }, place) => (personId === null ? [] : [[personId, place] as const])),
  );
  const found = new Map<SessionId, Session>();
  for (const personId of places.keys()) {
    for (const one of await deps.store.sessions.list({ personId })) found.set(one.id, one);
  }
  const earlier = [...found.values()].filter((one) => one.id !== session.id && isBefore(one, session));
  return (await readableSessions(earlier, relationsTo))
    .sort((a, b) => (isBefore(a, b) ? 1 : -1))
    .map((one) => resultOf(one, places))
    .filter(({ subjects }) => subjects.length > 0);
}

/** By the day of the conference; on one day by who was published first. */
function isBefore(one: Session, other: Session): boolean {
  const [day, otherDay] = [one.settings.heldOn, other.settings.heldOn];
  return day === otherDay ? (one.publication?.at ?? '') < (other.publication?.at ?? '9') : day < otherDay;
}

function resultOf(session: Session, places: ReadonlyMap<string, number>): EarlierResult {
  const figures = figuresOf(session);
  if (figures === undefined) throw new Error('a published session has no result');
  const subjects = standingSubjects(session).flatMap(({ personId }, index) => {
    const [subject, counted] = [personId === null ? undefined : places.get(personId), figures.subjects[index]];
    return subject === undefined || counted === undefined ? [] : [{ ...counted, subject }];
  });
  const { sessionId, committee, title, heldOn, formTitle, levels, base, annulment } = figures;
  return { sessionId, committee, title, heldOn, formTitle, levels, base, annulled: annulment !== null, subjects };
}
