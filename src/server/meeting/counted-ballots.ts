import { LRUCache } from 'lru-cache';
import type { SessionId } from '../../domain/session/session.ts';
import { readBallotHead } from '../../protocol/ballot/ballot-head.ts';
import type { EventType } from '../../protocol/record/record-event.ts';
import type { Deps } from '../deps.ts';
import { dataFiles } from '../record/data-files.ts';
import { headAfter, type RecordHead } from '../record/record-head.ts';
import { ownRecord } from '../store/record-ref.ts';
import type { RecordPart } from '../store/session-store.ts';

/** What of a box is not its ballots (PROTOCOL §9.3). */
export interface CountedBallots {
  /**
   * Where the record stands up to the encrypted tally, and that from then on. The events behind it hold little that cannot be guessed:
   * whoever knows one head and the next could try out totals until they fit (promise 6).
   */
  readonly head: RecordHead | null;
  /** HEX of the counted ballots, in the record's order (PROTOCOL §7.3). */
  readonly hashes: readonly string[];
}

interface Index {
  reached: RecordHead | null;
  head: RecordHead | null;
  /** By paper, the hash of its last ballot. In the order in which those were cast. */
  readonly last: Map<string, string>;
}

const sessionsKept = 64;

/**
 * As the box is now, or as it was up to a height of its record (null: before its setup), which must not be below one that
 * was asked for before.
 */
export type ReadBallots = (id: SessionId, upTo?: number | null) => Promise<CountedBallots>;

/** Reads the counted ballots of sessions. What was read once is kept, since a record only ever grows. */
export function countedBallots({ store }: Pick<Deps, 'store'>): ReadBallots {
  const indices = new LRUCache<SessionId, Index>({ max: sessionsKept });
  return async (id, upTo) => {
    const index: Index = indices.get(id) ?? { reached: null, head: null, last: new Map() };
    indices.set(id, index);
    const from = nextHeight(index);
    const wanted = upTo === undefined ? undefined : (upTo ?? -1) - from + 1;
    const parts = wanted === undefined || wanted > 0 ? await store.sessions.record(ownRecord(id), from, wanted) : [];
    // Somebody else who asked at the same moment may have taken these parts in already.
    for (const part of parts) if (part.height === nextHeight(index)) takeIn(index, part);
    return { head: index.head, hashes: [...index.last.values()] };
  };
}

const shown: ReadonlySet<EventType> = new Set(['Setup', 'Ballot', 'EndBallots', 'EncryptedTally']);

function nextHeight({ reached }: Index): number {
  return reached === null ? 0 : reached.height + 1;
}

function takeIn(index: Index, part: RecordPart): void {
  index.reached = headAfter(part);
  if (shown.has(part.type)) index.head = index.reached;
  const [ballot] = part.type === 'Ballot' ? dataFiles(part) : [];
  const credential = ballot === undefined ? undefined : readBallotHead(ballot)?.credential;
  if (credential === undefined || part.payload === null) return;
  index.last.delete(credential);
  index.last.set(credential, part.payload);
}
