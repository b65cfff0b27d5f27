import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import type { SessionUnderPlan } from '../../../domain/plan/plan-progress.ts';
import { type Ruling, refuse } from '../../../domain/ruling.ts';
import { hasLostLinks, type SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PublishedResult } from '../../../domain/session/published-result.ts';
import { type Session, type SessionId, type SessionState, sessionStates } from '../../../domain/session/session.ts';
import { askedOf, isChanged, withChanged } from '../asked-papers.ts';
import { checkStep } from '../check-step.ts';
import { keptByRevision } from '../kept-by-revision.ts';
import { papersInTheClear } from '../kept-papers.ts';
import { linkChange } from '../link-change.ts';
import { destroyOrLeave, type LinkKeys } from '../link-keys.ts';
import { type StepOutcome, unwritten, written } from '../outcome.ts';
import { areSealedAnew } from '../paper-rows.ts';
import { renewedStates } from '../renewal-store.ts';
import { AlteredSession, ifUnaltered, locking, type SessionLocks } from '../session-locks.ts';
import { toSession } from '../session-rows.ts';
import { isShut, papersDigest } from '../session-seal.ts';
import type {
  DrawnFrom,
  KnownToDrawUp,
  OtherSession,
  Seen,
  SessionFilter,
  SessionLoad,
  SessionStep,
  SessionStore,
} from '../session-store.ts';
import { withoutOrder } from '../without-order.ts';
import { addPeople, committeePlace, heldSeats, peopleOf, seatsOfPeople } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { keepCountdown } from './countdowns.ts';
import type { DatabaseFile } from './database.ts';
import { seenDocuments, writeDocuments } from './documents.ts';
import { inChunks } from './in-chunks.ts';
import { writeLinks } from './link-rows.ts';
import { loadSession, resultReaders } from './load-session.ts';
import { writePapers } from './paper-rows.ts';
import { prepared } from './prepared.ts';
import { appendParts, keepHints, recordReads, seenRecord } from './records.ts';
import { forgetRenewal } from './renewals.ts';
import { sessionRevision } from './revisions.ts';
import { changeSeal } from './seal-rows.ts';
import { sessionRevisionTable, sessionSealTable } from './seals-schema.ts';
import { fitting, insertSession, updateSession } from './session-rows.ts';
import { sessionTable } from './sessions-schema.ts';
import type { Atomically } from './steps.ts';
import { findSummoned } from './summoned.ts';

const newestFirst = [desc(sessionTable.heldOn), asc(sessionTable.id)];

/** A ballot need not read a whole session; more than these are hardly held in one hour. */
const sessionsKept = 16;
/** A list need not read again what it showed before. */
const listedKept = 200;
/** A province's roll-up need not read each of its results; these take some 30 MB at most. */
const resultsKept = 5000;

/** The sessions of a file; whatever they remember is shared by all that make steps on it. */
export function sqliteSessions(
  file: DatabaseFile,
  locks: SessionLocks,
  keys: LinkKeys,
): (atomically: Atomically) => SessionStore {
  const { database } = file;
  const cache = keptByRevision<SessionId, SessionWithPapers>(sessionsKept);
  const listed = keptByRevision<SessionId, Session>(listedKept);
  const published = keptByRevision<SessionId, PublishedResult>(resultsKept);
  let isLogDue = false;
  const load = (id: SessionId) => {
    locks.require(id);
    const revision = sessionRevision(database, id);
    const known = cache.get(id, revision);
    // A key may be gone, or come back, while everything else stays.
    const isKnown = known !== undefined && (known.phoneLinks.size === 0 ? !hasLostLinks(known) : keys.has(id));
    const read = () => (isKnown ? known : requireBoth(id, loadSession(database, keys, id), revision));
    const found = locking(locks, id, read);
    if (found !== undefined) cache.set(id, revision, found);
    return found;
  };

  return (atomically) => ({
    drawUp: async (from, decide) =>
      atomically((transaction) => {
        const there = load(from.id)?.session;
        const decision = decide({ there, ...knownToDrawUp(transaction, from) });
        const isNew = decision.ok && decision.value !== there;
        if (isNew) insertSession(transaction, decision.value);
        return { value: decision, wrote: isNew };
      }),
    create: async (session) => atomically((transaction) => written(insertSession(transaction, session))),
    find: async (id) => load(id)?.session,
    findWithPapers: async (id) => load(id),
    list: async (filter) => {
      const places = placesOf(database, filter, locks);
      const known = new Map(places.map(({ id, revision }) => [id, listed.get(id, revision)]));
      const missing = places.filter(({ id }) => known.get(id) === undefined);
      const read = readSessions(
        database,
        missing.map(({ id }) => id),
        locks,
      );
      for (const session of read) known.set(session.id, session);
      for (const { id, revision } of missing) {
        const session = known.get(id);
        if (session !== undefined) listed.set(id, revision, session);
      }
      // One that was read whole since may have been found altered.
      return places.flatMap(({ id }) => (locks.problemOf(id) === undefined ? (known.get(id) ?? []) : []));
    },
    locked: async (filter) => {
      const ids = locks.list().map(({ sessionId }) => sessionId);
      const condition = fitting(database, filter);
      if (ids.length === 0 || condition === undefined) return [];
      const { id, committeeId, state, heldOn } = sessionTable;
      const found = and(condition, inArray(id, ids));
      const rows = database.select({ id, committeeId, state, heldOn }).from(sessionTable).where(found).all();
      return rows.map((row) => ({ ...row, id: row.id as SessionId, committeeId: row.committeeId as CommitteeId }));
    },
    titles: async (ids) => {
      const titleOf = ({ id, settings }: Session) => [id, settings.title] as const;
      return new Map(inChunks([...ids], (some) => readSessions(database, some, locks).map(titleOf)));
    },
    published: async (filter) => {
      const places = placesOf(database, filter, locks, ['published']);
      const revisions = new Map(places.map(({ id, revision }) => [id, revision]));
      const known = new Map(places.map(({ id, revision }) => [id, published.get(id, revision)]));
      const missing = places.filter(({ id }) => known.get(id) === undefined).map(({ id }) => id);
      for (const { id, read } of resultReaders(database, missing)) {
        for (const result of ifUnaltered(locks, id, read)) {
          published.set(id, revisions.get(id), result);
          known.set(id, result);
        }
      }
      return places.flatMap(({ id }) => (locks.problemOf(id) === undefined ? (known.get(id) ?? []) : []));
    },
    underPlans: async (ids, of) => {
      const { id, planId, committeeId, state, heldOn } = sessionTable;
      const own =
        of === undefined ? undefined : sql`${committeeId} IN (SELECT value FROM json_each(${JSON.stringify(of)}))`;
      const rows = database
        .select({ planId, sessionId: id, committeeId, state, heldOn })
        .from(sessionTable)
        .where(and(sql`${planId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, own))
        .all();
      const found = new Map<PlanId, SessionUnderPlan[]>(ids.map((plan) => [plan, []]));
      for (const { planId: plan, ...row } of rows) found.get(plan as PlanId)?.push(row);
      return found;
    },
    look: async (id, asked, decide) => {
      const state = load(id);
      return state === undefined
        ? refuse('not-found')
        : decide(askedOf(state, asked), seenBy(database, state.session, asked, locks, load));
    },
    update: async <Refusal extends string, const Load extends SessionLoad, Step extends SessionStep>(
      id: SessionId,
      asked: Load,
      decide: (state: SessionWithPapers, seen: Seen<Load>) => Ruling<Step, Refusal>,
    ) => {
      let commit = () => {};
      let isKeyDue = false;
      const change = (transaction: Database): StepOutcome<Ruling<Step, Refusal | 'not-found'>> => {
        const before = load(id);
        if (before === undefined) return unwritten(refuse('not-found'));
        const loaded = askedOf(before, asked);
        const decided = decide(loaded, seenBy(database, before.session, asked, locks, load));
        if (!decided.ok) return unwritten(decided);
        checkStep(loaded, decided.value);
        const { append, hints, documents, people = [] } = decided.value;
        const after = withChanged(before, loaded, decided.value.after);
        const wrote =
          isChanged(loaded, decided.value.after) ||
          (append ?? []).length > 0 ||
          [documents ?? []].flat().length > 0 ||
          people.length > 0;
        // Papers that were not asked for cannot have changed, unless all are laid down anew.
        const isLaidAnew = before.session.state !== after.session.state;
        const [from, to] = isLaidAnew ? [before, after] : [loaded, decided.value.after];
        isLogDue = write(transaction, keys, [from, to], [before, after]) || isLogDue;
        appendParts(database, id, append ?? []);
        keepHints(database, hints ?? []);
        for (const change of [documents ?? []].flat()) writeDocuments(transaction, id, change, locks);
        if (people.length > 0) addPeople(transaction, people);
        const revision = sessionRevision(database, id);
        commit = () => {
          cache.set(id, revision, withoutOrder(after, before));
          isKeyDue = isShut(after.session.state) && !isShut(before.session.state);
        };
        return { value: decided, wrote };
      };
      const decision = await atomically(change, () => commit());
      if (isKeyDue) destroyOrLeave(keys, id);
      if (isLogDue) isLogDue = !file.emptyLog();
      return decision;
    },
    all: async () => {
      const { id, state } = sessionTable;
      const rows = database.select({ id, state }).from(sessionTable).orderBy(asc(id)).all();
      return rows.map((row) => ({ id: row.id as SessionId, state: row.state }));
    },
    ...recordReads(database),
  });
}

/** What a step asked for beside the session; its type says what of it is there. */
function seenBy<Load extends SessionLoad>(
  database: Database,
  { id, committeeId }: Session,
  { record, documents, people, seatsOf, other, place }: Load,
  locks: SessionLocks,
  load: (id: SessionId) => SessionWithPapers | undefined,
): Seen<Load> {
  const seen = {
    ...(record && { record: seenRecord(database, record) }),
    ...(documents && { documents: seenDocuments(database, id, locks) }),
    ...(people && { people: peopleOf(database, people) }),
    ...(seatsOf && { seats: seatsOfPeople(database, seatsOf) }),
    ...(other && { other: otherSession(database, other, locks, load) }),
    ...(place && { place: committeePlace(database, committeeId) }),
  };
  return seen as Seen<Load>;
}

function otherSession(
  database: Database,
  id: SessionId,
  locks: SessionLocks,
  load: (id: SessionId) => SessionWithPapers | undefined,
): OtherSession | undefined {
  const found = load(id);
  return found && { session: found.session, documents: seenDocuments(database, id, locks) };
}

function knownToDrawUp(database: Database, { committeeId, day, term }: DrawnFrom): Omit<KnownToDrawUp, 'there'> {
  return {
    ...committeePlace(database, committeeId),
    seats: heldSeats(database, committeeId, day),
    summoned: term === null ? undefined : findSummoned(database, committeeId, term),
  };
}

/** Those that are what they were sealed as, in any order. */
function readSessions(database: Database, ids: readonly SessionId[], locks: SessionLocks): Session[] {
  const rows = inChunks(ids, (some) =>
    database
      .select()
      .from(sessionTable)
      .leftJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
      .where(inArray(sessionTable.id, [...some]))
      .all(),
  );
  return rows.flatMap(({ session, session_seal: seal }) =>
    ifUnaltered(locks, session.id as SessionId, () => toSession(session, seal ?? undefined)),
  );
}

const placesFitting = prepared((database) => {
  const { sessionId, number } = sessionRevisionTable;
  const among = (name: string) => sql`(SELECT value FROM json_each(${sql.placeholder(name)}))`;
  return database
    .select({ id: sessionTable.id, revision: number })
    .from(sessionTable)
    .leftJoin(sessionRevisionTable, eq(sessionId, sessionTable.id))
    .where(
      sql`(${sessionTable.committeeId} IN ${among('committees')} OR ${sessionTable.superiorId} IN ${among('superiors')}
        OR ${sessionTable.id} IN (SELECT session_id FROM session_person WHERE person_id IN ${among('people')}))
        AND ${sessionTable.state} IN ${among('states')}`,
    )
    .orderBy(...newestFirst)
    .prepare();
});

/** What fits and has a revision, with it, newest conference first; one that has none is locked. */
function placesOf(
  database: Database,
  filter: SessionFilter,
  locks: SessionLocks,
  states: readonly SessionState[] = sessionStates,
) {
  const { committeeIds = [], superiorIds = [], personIds = [] } = filter;
  const asked = { committees: committeeIds, superiors: superiorIds, people: personIds, states };
  const written = Object.fromEntries(Object.entries(asked).map(([name, values]) => [name, JSON.stringify(values)]));
  const rows = placesFitting(database).all(written);
  return rows.flatMap((row) => {
    const id = row.id as SessionId;
    return ifUnaltered(locks, id, () => ({ id, revision: requireRevision(id, row.revision) }));
  });
}

/** A session and its revision come together, and neither ever goes; throws `AlteredSession`. */
function requireBoth(id: SessionId, found: SessionWithPapers | undefined, revision: number | undefined) {
  if (found !== undefined) requireRevision(id, revision);
  else if (revision !== undefined) throw new AlteredSession(id, 'its row is missing');
  return found;
}

/** Every session has one since it was drawn up: without it nobody would notice changes; throws `AlteredSession`. */
function requireRevision(id: SessionId, revision: number | null | undefined): number {
  if (revision === null || revision === undefined) throw new AlteredSession(id, 'its revision is missing');
  return revision;
}

type BeforeAndAfter = readonly [before: SessionWithPapers, after: SessionWithPapers];

/**
 * Writes what changed; says whether the log now holds what nobody must read any more.
 * @param whole the session with all its papers
 */
function write(database: Database, keys: LinkKeys, [before, after]: BeforeAndAfter, whole: BeforeAndAfter): boolean {
  updateSession(database, before.session, after.session);
  writePapers(database, before, after);
  const { id, state } = after.session;
  if (!renewedStates.includes(state)) forgetRenewal(database, id);
  keepCountdown(database, before.session, after.session);
  if (areSealedAnew(before, after))
    changeSeal(database, id, { papers: papersDigest(state, papersInTheClear(whole[1])) });
  const isErased = writeLinks(database, keys, id, linkChange(...whole));
  return isErased || before.session.state !== after.session.state || isForgotten(before, after);
}

/** Whether a paper has lost its channel. */
function isForgotten(before: SessionWithPapers, after: SessionWithPapers): boolean {
  return [...after.papers.values()].some(
    ({ credential, channel }) => channel === 'forgotten' && before.papers.get(credential)?.channel !== 'forgotten',
  );
}
