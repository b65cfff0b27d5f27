import type { z } from 'zod';
import type { EarlierResult, listEarlierResults } from '../../contract/results/results.ts';
import { figuresOf, reachedBy } from '../../domain/result/roll-up.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import { type Session, standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { readableResults, showLockedResults } from './readable-results.ts';

type EarlierResults = z.infer<(typeof listEarlierResults.replies)[200]>;

/**
 * Published results of the same people in sessions held before this one: those, and only those, that the caller would be
 * given if they asked for them one by one (promise 6). Of each session only the people whom both have; a rating of the
 * year is compared with ratings alone, a vote of confidence with such votes.
 */
export async function earlierResults(deps: Deps, session: Session, relationsTo: RelationsTo): Promise<EarlierResults> {
  const places = new Map(
    standingSubjects(session).flatMap(({ personId }, place) => (personId === null ? [] : [[personId, place] as const])),
  );
  const ofThem = { personIds: [...places.keys()] };
  const found = await deps.store.sessions.published(ofThem);
  const locked = (await deps.store.sessions.locked(ofThem)).filter(({ heldOn }) => heldOn <= session.settings.heldOn);
  const asked = { ...session.settings, publishedAt: session.publication?.at ?? '9' };
  const earlier = found.filter(
    (one) => one.sessionId !== session.id && one.form.kind === session.form.kind && isBefore(one, asked),
  );
  const results = (await readableResults(earlier, relationsTo))
    .sort((a, b) => (isBefore(a, b) ? 1 : -1))
    .map((one) => resultOf(one, places))
    .filter(({ subjects }) => subjects.length > 0);
  return { results, locked: await showLockedResults(deps, locked, relationsTo) };
}

type InTime = Pick<PublishedResult, 'heldOn' | 'publishedAt'>;

/** By the day of the conference; on one day by who was published first. */
function isBefore(one: InTime, other: InTime): boolean {
  return one.heldOn === other.heldOn ? one.publishedAt < other.publishedAt : one.heldOn < other.heldOn;
}

function resultOf(result: PublishedResult, places: ReadonlyMap<string, number>): EarlierResult {
  const { sessionId, committeeName, title, heldOn, form, base, annulled } = result;
  const subjects = result.subjects.flatMap((counted) => {
    const { personId, name, position } = counted;
    const subject = personId === null ? undefined : places.get(personId);
    const one = { result, subject: counted };
    return subject === undefined ? [] : [{ name, position, ...figuresOf(one), ...consequenceFor(one), subject }];
  });
  return {
    sessionId,
    committeeName,
    title,
    heldOn,
    formTitle: form.title,
    levels: form.levels,
    base,
    annulled,
    subjects,
  };
}

/** As a result gives it: nothing where nothing is attached. */
function consequenceFor(one: Parameters<typeof reachedBy>[0]) {
  const { tier, article, consequence } = reachedBy(one);
  return { tier, article, consequence: tier === 0 ? null : consequence };
}
