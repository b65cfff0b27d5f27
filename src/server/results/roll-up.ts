import type { RollUpPerson, RollUpSession, RollUpView } from '../../contract/roll-up.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { PersonId } from '../../domain/person.ts';
import { countLevels, countTiers, filterRollUp, type RollUpFilter } from '../../domain/roll-up.ts';
import { withoutDiacritics } from '../../domain/search-key.ts';
import { isWithin } from '../../domain/seat.ts';
import { type Session, standingSubjects } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../local-time.ts';
import { figuresOf } from './read-result.ts';
import { type RelationsTo, readableSessions } from './readable-sessions.ts';

type PersonsResult = RollUpPerson['results'][number];

/**
 * What was published to a committee from directly below, each session under the superior that it had at opening, as far as
 * it fits. Every number is one of `readResult`, or a sum over sessions that are all listed; the caller could open each.
 */
export async function rollUp(
  deps: Deps,
  committeeId: CommitteeId,
  relationsTo: RelationsTo,
  filter: RollUpFilter,
): Promise<RollUpView> {
  const { committees } = deps.store;
  const below = await readableSessions(await publishedTo(deps, committeeId), relationsTo);
  const [own] = await committees.findCommittees([committeeId]);
  const known = await committees.findCommittees([...new Set(below.map((one) => one.committeeId))]);
  const levels = new Map(known.map(({ id, level }) => [id, level]));
  const sessions = below.map((one) => sessionRow(one, levels.get(one.committeeId) ?? ''));
  const fitting = filterRollUp({ sessions, people: peopleOf(below) }, filter);
  const counts = { tiers: countTiers(fitting.sessions), committeeLevels: countLevels(fitting.sessions) };
  return { committee: own?.name ?? '', ...fitting, ...counts };
}

/** Where the person sits today and something was published to from below, and how much of it. */
export async function rollUpsFor(deps: Deps, personId: PersonId, relationsTo: RelationsTo) {
  const { committees } = deps.store;
  const today = localDay(deps.clock());
  const seats = (await committees.seatsOf(personId)).filter((seat) => isWithin(seat, today));
  const found = await committees.findCommittees([...new Set(seats.map((seat) => seat.committeeId))]);
  const counted = await Promise.all(
    found.map(async ({ id, name }) => {
      const results = await readableSessions(await publishedTo(deps, id), relationsTo);
      return { committeeId: id, name, results: results.length };
    }),
  );
  return counted.filter(({ results }) => results > 0).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Newest conference first. */
async function publishedTo({ store }: Deps, committeeId: CommitteeId): Promise<Session[]> {
  const superiorIds = await store.committees.withPredecessors([committeeId]);
  return (await store.sessions.list({ superiorIds })).filter(({ state }) => state === 'published');
}

function sessionRow(session: Session, committeeLevel: string): RollUpSession {
  const { sessionId, committee, title, heldOn, form, formTitle, levels, base, collected, annulment, subjects } =
    publishedFigures(session);
  const { tiers, wording } = session.form;
  const ofForm = [{ tier: 0, article: null, consequence: wording.noTier }, ...tiers];
  return {
    ...{ sessionId, committeeId: session.committeeId, committee, committeeLevel },
    ...{ title, heldOn, form, formTitle, levels, base, collected, annulled: annulment !== null },
    tiers: ofForm.map(({ tier, article, consequence }) => ({
      ...{ tier, article, consequence, count: subjects.filter((one) => one.tier === tier).length },
    })),
  };
}

/** The people of all sessions, each once under their newest name, in order of it. */
function peopleOf(sessions: readonly Session[]): RollUpPerson[] {
  const people = new Map<PersonId, { readonly name: string; readonly results: PersonsResult[] }>();
  for (const session of sessions) {
    const { sessionId, subjects } = publishedFigures(session);
    for (const [index, { personId, name }] of standingSubjects(session).entries()) {
      const counted = subjects[index];
      // Organisations stand in the results and their counts; nothing says that two of one name are the same.
      if (counted === undefined || personId === null) continue;
      const { position, collected, valid, invalid, levels, tier } = counted;
      const person = people.get(personId) ?? { name, results: [] };
      person.results.push({ sessionId, position, collected, valid, invalid, levels, tier });
      people.set(personId, person);
    }
  }
  return [...people]
    .map(([personId, person]) => ({ personId, ...person, key: withoutDiacritics(person.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key: _, ...person }) => person);
}

function publishedFigures(session: Session) {
  const figures = figuresOf(session);
  if (figures === undefined) throw new Error('a published session has no result');
  return figures;
}
