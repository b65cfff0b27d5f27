import type { Session, SessionId, SessionState } from '../../domain/session/session.ts';
import type { EventType } from '../../protocol/record/record-event.ts';
import type { RecordRef } from '../store/record-ref.ts';
import { alteredBy } from '../store/session-locks.ts';
import type { Store } from '../store/store.ts';
import { Overloaded } from '../workers/overloaded.ts';
import type { CheckedChain } from './check-chain.ts';

/** Checks every session whole, once after each start; one that was altered is locked by itself. */
export interface SessionChecks {
  /** Those in which people act now: before the first page is served. */
  running(): Promise<void>;
  /**
   * The others, one after another, until all are done or `stop`. One whose check could not be done holds none of the rest
   * up; why the first of them could not is thrown at the end, and the next call tries them again.
   */
  others(): Promise<void>;
  /**
   * Resolves when this one was checked, at once if nobody has yet. Throws `Overloaded` where that takes longer than anybody
   * waits (the check goes on), and what the check threw where it could not be done.
   */
  settled(id: SessionId): Promise<void>;
  /** How many could not be checked when that was last tried. */
  unchecked(): number;
  /** Begins no further check; what fails from here on is the end of the service. */
  stop(): void;
}

/** Milliseconds. */
const longestWait = 20_000;
/** Seconds. */
const retryAfter = 5;

const runningStates: readonly SessionState[] = ['open', 'counting', 'closed', 'tallied'];

/**
 * @param chainOf checks the chain of one record
 * @param waits milliseconds that whoever wants to see a session waits for its check
 */
export function sessionChecks(
  { sessions, documents, locks }: Pick<Store, 'sessions' | 'documents' | 'locks'>,
  chainOf: (record: RecordRef) => Promise<CheckedChain>,
  waits = longestWait,
): SessionChecks {
  const checks = new Map<SessionId, Promise<void>>();
  const failed = new Set<SessionId>();
  let isStopped = false;
  const check = async (id: SessionId) => {
    try {
      const problem = await findProblem(id);
      if (problem !== undefined) locks.lock({ sessionId: id, problem });
    } catch (error) {
      const altered = alteredBy(error, id);
      if (altered === undefined) throw error;
      locks.lock(altered);
    }
  };
  const findProblem = async (id: SessionId): Promise<string | undefined> => {
    const state = await sessions.findWithPapers(id);
    if (state === undefined) return undefined;
    // Whatever is altered here is told, and refused by itself.
    await documents.list(id);
    const records = await sessions.recordsOf(id);
    if (state.session.openedAt !== null && !records.includes(id)) return 'its whole record is missing';
    for (const electionId of records) {
      const chain = await chainOf({ sessionId: id, electionId });
      const problem = chain.ok ? electionId === id && missingEnd(state, chain.events) : chain.problem;
      if (problem)
        return `${electionId === id ? 'its record' : `the record ${electionId} of its rehearsal`}: ${problem}`;
    }
    return undefined;
  };
  const checked = (id: SessionId) => {
    const known = checks.get(id);
    if (known !== undefined) return known;
    const begun = check(id);
    checks.set(id, begun);
    // What could not be done, because of too much to do for example, is tried again by whoever asks next.
    begun.then(
      () => failed.delete(id),
      () => {
        checks.delete(id);
        failed.add(id);
      },
    );
    return begun;
  };
  const isRunning = ({ state }: Pick<Session, 'state'>) => runningStates.includes(state);
  return {
    settled: (id) => within(waits, checked(id)),
    unchecked: () => failed.size,
    running: async () => {
      for (const one of await sessions.all()) if (isRunning(one)) await checked(one.id);
    },
    others: async () => {
      const errors: unknown[] = [];
      try {
        for (const { id } of await sessions.all()) {
          if (isStopped) return;
          await checked(id).catch((error: unknown) => errors.push(error));
        }
      } catch (error) {
        errors.push(error);
      }
      if (errors.length > 0 && !isStopped) throw errors[0];
    },
    stop: () => {
      isStopped = true;
    },
  };
}

/** Nobody is left without an answer because what they wait for has to wait itself. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise: tooLong, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Overloaded(retryAfter)), milliseconds);
  await Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

type State = NonNullable<Awaited<ReturnType<Store['sessions']['findWithPapers']>>>;

/** What the session knows to be in its record and is not; a rehearsal's end the session does not know. */
function missingEnd({ session, papers }: State, found: Readonly<Partial<Record<EventType, number>>>) {
  const voted = [...papers.values()].filter(({ votedBy }) => votedBy !== null).length;
  if ((found.Ballot ?? 0) < voted) return 'ballots are missing at its end';
  const missing = eventsAfterBallots(session).find(([type, count]) => (found[type] ?? 0) !== count);
  return missing && `instead of ${missing[1]} events ${missing[0]} it has ${found[missing[0]] ?? 0}`;
}

/** How many events of each type follow the ballots, as the session knows. */
function eventsAfterBallots({ tally }: Session): readonly (readonly [EventType, number])[] {
  const closed = tally === null ? 0 : 1;
  return [
    ['EndBallots', closed],
    ['EncryptedTally', closed],
    ['PartialDecryption', tally?.sharesOf.length ?? 0],
    ['Result', (tally?.result ?? null) === null ? 0 : 1],
  ];
}
