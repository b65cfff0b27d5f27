import { setImmediate } from 'node:timers/promises';
import pMap from 'p-map';
import type { SessionId, Tally } from '../../domain/session/session.ts';
import { readBallotHead } from '../../protocol/ballot/ballot-head.ts';
import { joinBytes } from '../../protocol/encoding/bytes.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import { type RecordEvent, type RecordState, startRecord } from '../../protocol/record/record.ts';
import { encryptedTallyEvent, endBallotsEvent } from '../../protocol/record/record-events.ts';
import type { Deps } from '../deps.ts';
import type { RecordRef } from '../store/record-ref.ts';
import { AlteredSession } from '../store/session-locks.ts';
import type { RecordReads } from '../store/session-store.ts';
import type { BallotsToSum } from '../workers/jobs.ts';
import { joinParts } from './append-part.ts';
import { dataFiles } from './data-files.ts';

/** What closing appends to a box that still stands at this head. */
export interface PreparedClosing {
  readonly head: string;
  readonly events: readonly RecordEvent[];
  readonly tally: Tally;
}

/** Events in a piece: some megabytes of long ballots, and some tenths of a second for a worker. */
const eventsAtOnce = 32;
/** Pieces in memory at once: as many as there are threads for on most machines. */
const piecesAtOnce = 4;

/**
 * Computes the encrypted tally of all ballots in the box, in workers, from the record alone. Where that is not what the
 * service wrote the session is locked: a box is closed once, and a tally that nobody can verify would end the vote.
 * @param electionId the session's own, or its rehearsal's
 */
export async function prepareClosing(
  deps: Deps,
  session: SessionId,
  electionId: SessionId = session,
): Promise<PreparedClosing> {
  try {
    return await prepareFrom(deps, session, electionId);
  } catch (error) {
    if (error instanceof AlteredSession) deps.store.locks.lock(error);
    throw error;
  }
}

async function prepareFrom(deps: Deps, session: SessionId, electionId: SessionId): Promise<PreparedClosing> {
  const altered = (problem: string) => new AlteredSession(session, problem);
  const record = { sessionId: session, electionId };
  const state = await deps.store.sessions.recordState(record);
  const [setup] = await deps.store.sessions.record(record, 0, 1);
  const head = state?.head;
  if (state === undefined || head === undefined || setup === undefined) throw new TypeError('a box never opened');
  const [election = ''] = dataFiles(setup);
  const { sums, counted } = await sumPieces(deps, { record, election, state, altered });
  const { text } = await deps.pool.run('computeTally', { election, sums });
  const bytes = utf8Bytes(text);
  return {
    head,
    events: [endBallotsEvent(), encryptedTallyEvent(bytes, counted)],
    tally: {
      encryptedTally: sha256Hex(bytes),
      counted,
      sharesOf: [],
      proofs: [],
      missing: [],
      result: null,
      resultAt: null,
    },
  };
}

/** Sums of the pieces of a record, and how many ballots count in all of them. */
async function sumPieces({ store, pool }: Deps, box: BoxToSum) {
  const { election, altered } = box;
  const pieces = piecesOf(store.sessions, box);
  const sums: string[] = [];
  let counted = 0;
  const add = async ({ head, ...piece }: Piece) => {
    const sum = await pool.run('sumBallots', { election, ...piece });
    if (!sum.ok) throw altered(sum.problem);
    if (sum.head !== head) throw altered('its record does not end as it did');
    sums.push(sum.text);
    counted += piece.counted.length;
  };
  await pMap(pieces, add, { concurrency: piecesAtOnce });
  return { sums, counted };
}

interface BoxToSum {
  readonly record: RecordRef;
  readonly election: string;
  readonly state: RecordState;
  readonly altered: (problem: string) => AlteredSession;
}

interface Piece extends Omit<BallotsToSum, 'election'> {
  /** HEX of the event that it must end with. */
  readonly head: string | undefined;
}

/**
 * The record in pieces from its end to its beginning: of each paper the first ballot met is the last one cast, which
 * counts (PROTOCOL §7.3). In which order ballots are multiplied makes no difference.
 */
async function* piecesOf(
  sessions: RecordReads,
  { record: whole, altered, state: { nextHeight, timestamp, head } }: BoxToSum,
): AsyncGenerator<Piece, void> {
  const papers = new Set<string>();
  let last = head;
  for (let end = nextHeight; end > 0; end -= eventsAtOnce) {
    const start = Math.max(0, end - eventsAtOnce);
    const earlier = start === 0 ? [] : await sessions.record(whole, start - 1, 1);
    const parts = await sessions.record(whole, start, end - start);
    const beginning = start === 0 ? [] : [startRecord(timestamp).bytes];
    const counted = [...parts.entries()].toReversed().flatMap(([at, part]) => {
      if (part.type !== 'Ballot') return [];
      const paper = readBallotHead(dataFiles(part)[0] ?? '')?.credential;
      if (paper === undefined) throw altered(`event ${part.height} of its record is no ballot that was ever checked`);
      if (papers.has(paper)) return [];
      papers.add(paper);
      return [at];
    });
    const [before] = earlier.map(({ type, height, hash }) => ({ type, height, hash }));
    const record = joinBytes([...beginning, joinParts(parts)]);
    yield { record, before: before ?? null, counted, head: last };
    last = before?.hash;
    // Whoever asks for the next piece at once: requests come in between.
    await setImmediate();
  }
}
