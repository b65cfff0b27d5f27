import type { Session, SessionId } from '../domain/session/session.ts';
import { joinBytes } from '../protocol/bytes.ts';
import { readRecordFiles } from '../protocol/read-record.ts';
import { type RecordState, startRecord } from '../protocol/record.ts';
import type { EventType } from '../protocol/record-event.ts';
import { checkAppend } from './store/check-step.ts';
import type { RecordPart, SessionStore } from './store/session-store.ts';
import type { Store } from './store/store.ts';

/** A record that is not what was appended to it. `problem` says where, in words for whoever runs the service. */
export interface AlteredRecord {
  readonly sessionId: SessionId;
  readonly electionId: SessionId;
  readonly problem: string;
}

/** So many parts are in memory at once. */
const partsAtOnce = 100;

/**
 * Reads every record that is kept and checks its whole chain (promise 4, PROTOCOL §11 V1 and V2): each file's name is
 * its hash, each event continues the one before, and nothing is missing at the end that the session knows of: the
 * setup, a ballot of a paper that has voted, the end of ballots, the encrypted tally, a share, the result. What a ballot
 * says is not looked at: that is the verifier's work. Empty when nothing was altered.
 */
export async function findAlteredRecords({ sessions }: Pick<Store, 'sessions'>): Promise<readonly AlteredRecord[]> {
  const altered: AlteredRecord[] = [];
  const records = await sessions.records();
  for (const record of records) {
    const problem = await findProblem(sessions, record.electionId);
    if (problem !== undefined) altered.push({ ...record, problem });
  }
  const kept = new Set(records.map(({ electionId }) => electionId));
  for (const id of await sessions.ids()) {
    const isMissing = !kept.has(id) && ((await sessions.find(id))?.openedAt ?? null) !== null;
    if (isMissing) altered.push({ sessionId: id, electionId: id, problem: 'the whole record is missing' });
  }
  return altered;
}

async function findProblem(sessions: SessionStore, electionId: SessionId): Promise<string | undefined> {
  let state: RecordState | undefined;
  const found = new Map<EventType, number>();
  for (let height = 0; ; height += partsAtOnce) {
    const parts = await sessions.record(electionId, height, partsAtOnce);
    for (const part of parts) {
      const next = follow(state, part);
      if (typeof next === 'string') return next;
      state = next;
      found.set(part.type, (found.get(part.type) ?? 0) + 1);
    }
    if (parts.length < partsAtOnce) break;
  }
  if (state === undefined) return 'every event is missing';
  const kept = await sessions.recordState(electionId);
  if (kept?.timestamp !== state.timestamp) return 'its beginning has another time';
  return findMissingEnd(sessions, electionId, found);
}

/** Where the record stands after the part, or what is wrong with it. */
function follow(state: RecordState | undefined, part: RecordPart): RecordState | string {
  try {
    const next = checkAppend(state, part);
    // Each part is read as a little record of its own, so that a large record need not be in memory at once.
    const beginning = state === undefined ? [] : [startRecord(next.timestamp).bytes];
    const files = readRecordFiles(joinBytes([...beginning, part.bytes]));
    return files.ok ? next : `event ${part.height}: ${files.refusal}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A vote's record has its session's id; of a rehearsal's record the session keeps nothing to compare with. */
async function findMissingEnd(
  sessions: SessionStore,
  electionId: SessionId,
  found: ReadonlyMap<EventType, number>,
): Promise<string | undefined> {
  const state = await sessions.findWithPapers(electionId);
  if (state === undefined) return undefined;
  const voted = [...state.papers.values()].filter(({ votedBy }) => votedBy !== null).length;
  if ((found.get('Ballot') ?? 0) < voted) return 'ballots are missing at its end';
  const missing = eventsAfterBallots(state.session).find(([type, count]) => (found.get(type) ?? 0) !== count);
  return missing && `instead of ${missing[1]} events ${missing[0]} it has ${found.get(missing[0]) ?? 0}`;
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
