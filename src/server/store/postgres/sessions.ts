import { and, asc, desc, eq } from 'drizzle-orm';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import type { SessionUnderPlan } from '../../../domain/plan/plan-progress.ts';
import { type Ruling, refuse } from '../../../domain/ruling.ts';
import type { SessionWithPapers } from '../../../domain/session/papers.ts';
import type { PublishedResult } from '../../../domain/session/published-result.ts';
import { type Session, type SessionId, type SessionState, sessionStates } from '../../../domain/session/session.ts';
import { askedOf } from '../asked-papers.ts';
import { keptByRevision } from '../kept-by-revision.ts';
import type { LinkKeys } from '../link-keys.ts';
import { written } from '../outcome.ts';
import { ifUnaltered, lockingMeanwhile, type SessionLocks } from '../session-locks.ts';
import { toSession } from '../session-rows.ts';
import type {
  DrawnFrom,
  KnownToDrawUp,
  Seen,
  SessionFilter,
  SessionLoad,
  SessionStep,
  SessionStore,
} from '../session-store.ts';
import { anyOf } from './any-of.ts';
import { asksAsBallot, type CastingResult, castTogether, lookAsBallot, type WaitingBallot } from './casting.ts';
import { changeSessions } from './change-session.ts';
import { committeePlace, heldSeats } from './committee-rows.ts';
import type { Database } from './connection.ts';
import { knownSessions } from './known-sessions.ts';
import { recordsLeftBehind, refuseLeftBehind } from './left-behind.ts';
import { resultReaders } from './load-session.ts';
import { shareNamed } from './named-locks.ts';
import { inOneMoment } from './one-moment.ts';
import { recordReads } from './records.ts';
import { sessionSealTable } from './seals-schema.ts';
import { seenBy } from './seen-by.ts';
import { fitting, insertSession, lockSession, versionOfRow } from './session-rows.ts';
import { sessionTable } from './sessions-schema.ts';
import { type Atomically, stepsOf } from './steps.ts';
import { findSummoned } from './summoned.ts';
import { waitingTogether } from './waiting-together.ts';

/** Ballots of one session in one transaction, some 30 kB each; whoever comes first does not wait long for the others. */
const ballotsTogether = 16;
/** A list need not read again what it showed before. */
const listedKept = 200;
/** A province's roll-up need not read each of its results; these take some 30 MB at most. */
const resultsKept = 5000;

/** How the steps of one store are made. */
export interface HowStepsAreMade {
  readonly atomically: Atomically;
  /** Whether the audit log's note goes with the first of them, which is then made alone. */
  readonly isNoting: boolean;
}

/** The sessions of a database; whatever a node remembers of them is shared by all that make steps on it. */
export function postgresSessions(
  database: Database,
  locks: SessionLocks,
  keys: LinkKeys,
): (how: HowStepsAreMade) => SessionStore {
  const sessions = knownSessions(database, locks, keys);
  const lists = sessionLists(database, locks);
  const cast = async (id: SessionId, ballots: readonly WaitingBallot[], atomically: Atomically) => {
    locks.require(id);
    return await lockingMeanwhile(locks, id, () =>
      atomically((transaction) => castTogether(transaction, sessions, id, ballots)),
    );
  };
  const plainly = stepsOf(database);
  const together = waitingTogether<SessionId, WaitingBallot, CastingResult>(ballotsTogether, (id, ballots) =>
    cast(id, ballots, plainly),
  );

  return ({ atomically, isNoting }) => {
    const change = changeSessions({ atomically, locks, keys, sessions });
    return {
      drawUp: async (from, decide) =>
        atomically(async (transaction) => {
          locks.require(from.id);
          // Nobody changes the committee meanwhile, or takes it back.
          await shareNamed(transaction, 'roster');
          const isThere = await lockSession(transaction, from.id, 'share');
          if (!isThere) await lockingMeanwhile(locks, from.id, () => refuseLeftBehind(transaction, from.id));
          const there = isThere ? (await sessions.readAt(transaction, from.id, false))?.state.session : undefined;
          const decision = decide({ there, ...(await knownToDrawUp(transaction, from)) });
          const isNew = decision.ok && decision.value !== there;
          if (isNew && isThere) throw new Error(`there is a session ${from.id} already`);
          if (isNew) await insertSession(transaction, decision.value);
          return { value: decision, wrote: isNew };
        }),
      create: async (session) =>
        atomically(async (transaction) => {
          const isThere = await lockSession(transaction, session.id, 'share');
          if (isThere) throw new Error(`there is a session ${session.id} already`);
          return written(await insertSession(transaction, session));
        }),
      find: async (id) => (await sessions.read(id))?.state.session,
      findWithPapers: async (id) => (await sessions.read(id))?.state,
      ...lists,
      look: async <Value, Refusal extends string, const Load extends SessionLoad>(
        id: SessionId,
        asked: Load,
        decide: (state: SessionWithPapers, seen: Seen<Load>) => Ruling<Value, Refusal>,
      ): Promise<Ruling<Value, Refusal | 'not-found'>> => {
        locks.require(id);
        return await lockingMeanwhile(locks, id, async () => {
          if (asksAsBallot(id, asked)) {
            const seen = await lookAsBallot(database, sessions, id, asked);
            if (seen !== undefined) return decide(seen.state, { record: seen.record } as Seen<Load>);
          }
          return await inOneMoment(database, async (moment) => {
            const found = await sessions.readAt(moment, id, asked.papers?.length !== 0);
            if (found === undefined) return refuse('not-found');
            return decide(
              askedOf(found.state, asked),
              await seenBy(moment, found.state.session, asked, { locks, sessions }),
            );
          });
        });
      },
      update: async <Refusal extends string, const Load extends SessionLoad, Step extends SessionStep>(
        id: SessionId,
        asked: Load,
        decide: (state: SessionWithPapers, seen: Seen<Load>) => Ruling<Step, Refusal>,
      ): Promise<Ruling<Step, Refusal | 'not-found'>> => {
        if (!asksAsBallot(id, asked)) return await change(id, asked, decide);
        const ballot: WaitingBallot = { asked, decide: (state, seen) => decide(state, seen as unknown as Seen<Load>) };
        const result = isNoting ? (await cast(id, [ballot], atomically))[0] : await together(id, ballot);
        if (result?.kind === 'thrown') throw result.error;
        if (result?.kind !== 'decided') return await change(id, asked, decide);
        return result.ruling as Ruling<Step, Refusal | 'not-found'>;
      },
      ...recordReads(database),
    };
  };
}

async function knownToDrawUp(
  transaction: Database,
  { committeeId, day, term }: DrawnFrom,
): Promise<Omit<KnownToDrawUp, 'there'>> {
  return {
    ...(await committeePlace(transaction, committeeId)),
    seats: await heldSeats(transaction, committeeId, day),
    summoned: term === null ? undefined : await findSummoned(transaction, committeeId, term),
  };
}

/** What is read of many sessions at once. */
function sessionLists(database: Database, locks: SessionLocks) {
  const listed = keptByRevision<SessionId, Session>(listedKept);
  const published = keptByRevision<SessionId, PublishedResult>(resultsKept);
  return {
    list: async (filter) => {
      const places = await placesOf(database, filter);
      const known = new Map(places.map(({ id, version }) => [id, listed.get(id, version)]));
      const missing = places.filter(({ id }) => known.get(id) === undefined).map(({ id }) => id);
      for (const { version, session } of await readSessions(database, missing, locks)) {
        known.set(session.id, session);
        listed.set(session.id, version, session);
      }
      // One that was read whole since may have been found altered.
      return places.flatMap(({ id }) => (locks.problemOf(id) === undefined ? (known.get(id) ?? []) : []));
    },
    locked: async (filter) => {
      const ids = locks.list().map(({ sessionId }) => sessionId);
      const condition = fitting(filter);
      if (ids.length === 0 || condition === undefined) return [];
      const { id, committeeId, state, heldOn } = sessionTable;
      const found = and(condition, anyOf(id, ids));
      const rows = await database.select({ id, committeeId, state, heldOn }).from(sessionTable).where(found);
      return rows.map((row) => ({ ...row, id: row.id as SessionId, committeeId: row.committeeId as CommitteeId }));
    },
    titles: async (ids) => {
      const read = await readSessions(database, ids, locks);
      return new Map(read.map(({ session: { id, settings } }) => [id, settings.title]));
    },
    published: async (filter) => {
      const places = await placesOf(database, filter, ['published']);
      const known = new Map(places.map(({ id, version }) => [id, published.get(id, version)]));
      const missing = places.filter(({ id }) => known.get(id) === undefined).map(({ id }) => id);
      const readers =
        missing.length === 0 ? [] : await inOneMoment(database, (moment) => resultReaders(moment, missing));
      for (const { id, version, read } of readers) {
        for (const result of ifUnaltered(locks, id, read)) {
          published.set(id, version, result);
          known.set(id, result);
        }
      }
      return places.flatMap(({ id }) => (locks.problemOf(id) === undefined ? (known.get(id) ?? []) : []));
    },
    underPlans: async (ids, of) => {
      const { id, planId, committeeId, state, heldOn } = sessionTable;
      const rows = await database
        .select({ planId, sessionId: id, committeeId, state, heldOn })
        .from(sessionTable)
        .where(and(anyOf(planId, ids), of && anyOf(committeeId, of)));
      const found = new Map<PlanId, SessionUnderPlan[]>(ids.map((plan) => [plan, []]));
      for (const { planId: plan, ...row } of rows) found.get(plan as PlanId)?.push(row);
      return found;
    },
    all: async () => {
      const { id, state } = sessionTable;
      for (const sessionId of await recordsLeftBehind(database))
        locks.lock({ sessionId, problem: 'its row is missing' });
      const rows = await database.select({ id, state }).from(sessionTable).orderBy(asc(id));
      return rows.map((row) => ({ id: row.id as SessionId, state: row.state }));
    },
  } satisfies Partial<SessionStore>;
}

interface Place {
  readonly id: SessionId;
  readonly version: string;
}

/** What fits, newest conference first. */
async function placesOf(
  database: Database,
  filter: SessionFilter,
  states: readonly SessionState[] = sessionStates,
): Promise<readonly Place[]> {
  const condition = fitting(filter);
  if (condition === undefined) return [];
  const { id, heldOn, state } = sessionTable;
  const rows = await database
    .select({ id, version: versionOfRow })
    .from(sessionTable)
    .where(and(condition, anyOf(state, states)))
    .orderBy(desc(heldOn), asc(id));
  return rows.map((row) => ({ ...row, id: row.id as SessionId }));
}

/** Those that are what they were sealed as, in any order. */
async function readSessions(database: Database, ids: readonly SessionId[], locks: SessionLocks) {
  if (ids.length === 0) return [];
  const rows = await database
    .select({ session: sessionTable, version: versionOfRow, seal: sessionSealTable })
    .from(sessionTable)
    .leftJoin(sessionSealTable, eq(sessionSealTable.sessionId, sessionTable.id))
    .where(anyOf(sessionTable.id, ids));
  return rows.flatMap(({ session, version, seal }) =>
    ifUnaltered(locks, session.id as SessionId, () => ({ version, session: toSession(session, seal ?? undefined) })),
  );
}
