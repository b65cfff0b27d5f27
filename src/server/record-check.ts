import type { SessionId } from '../domain/session/session.ts';
import { joinBytes } from '../protocol/bytes.ts';
import { readRecordFiles } from '../protocol/read-record.ts';
import { type RecordState, startRecord } from '../protocol/record.ts';
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
 * its hash, each event continues the one before, and no ballot of a paper that has voted is missing at the end. What
 * a ballot says is not looked at: that is the verifier's work. Empty when nothing was altered.
 */
export async function findAlteredRecords({ sessions }: Pick<Store, 'sessions'>): Promise<readonly AlteredRecord[]> {
  const altered: AlteredRecord[] = [];
  for (const record of await sessions.records()) {
    const problem = await findProblem(sessions, record.electionId);
    if (problem !== undefined) altered.push({ ...record, problem });
  }
  return altered;
}

async function findProblem(sessions: SessionStore, electionId: SessionId): Promise<string | undefined> {
  let state: RecordState | undefined;
  let ballots = 0;
  for (let height = 0; ; height += partsAtOnce) {
    const parts = await sessions.record(electionId, height, partsAtOnce);
    for (const part of parts) {
      const next = follow(state, part);
      if (typeof next === 'string') return next;
      state = next;
      if (part.type === 'Ballot') ballots += 1;
    }
    if (parts.length < partsAtOnce) break;
  }
  if (state === undefined) return 'every event is missing';
  const kept = await sessions.recordState(electionId);
  if (kept?.timestamp !== state.timestamp) return 'its beginning has another time';
  return (await votedPapers(sessions, electionId)) > ballots ? 'ballots are missing at its end' : undefined;
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

/** A vote's record has its session's id; a rehearsal has no papers that are kept. */
async function votedPapers(sessions: SessionStore, electionId: SessionId): Promise<number> {
  const state = await sessions.findWithPapers(electionId);
  return [...(state?.papers.values() ?? [])].filter((paper) => paper.votedBy !== null).length;
}
