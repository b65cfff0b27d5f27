import { LRUCache } from 'lru-cache';
import type { SessionId } from '../../domain/session/session.ts';
import { readBallotHead } from '../../protocol/ballot/ballot-head.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { RecordPart } from '../store/session-store.ts';
import type { Store } from '../store/store.ts';
import { dataFiles } from './data-files.ts';

/**
 * How many ballots of each paper stand in a record. Counted from the record itself, so that nothing has to be stored
 * beside a paper; what was counted once is kept, since a record only ever grows.
 */
export interface BallotsOfPapers {
  /**
   * Counts what is there, piece by piece, so that little is left to do inside a step.
   * @returns the height up to which it was counted: from there on a step asks for the record's parts
   */
  countAhead(record: RecordRef): Promise<number>;
  /** In a step: exact, with whatever was appended since. */
  with(parts: readonly RecordPart[], electionId: SessionId, credential: string): number;
}

interface Counted {
  nextHeight: number;
  readonly byPaper: Map<string, number>;
}

const recordsKept = 64;
/** Parts read at a time: some megabytes of long ballots. */
const piece = 50;

export function ballotsOfPapers({ sessions }: Store): BallotsOfPapers {
  const records = new LRUCache<SessionId, Counted>({ max: recordsKept });
  const countedOf = (electionId: SessionId) => {
    const known = records.get(electionId);
    if (known !== undefined) return known;
    const counted: Counted = { nextHeight: 0, byPaper: new Map() };
    records.set(electionId, counted);
    return counted;
  };
  return {
    countAhead: async (record) => {
      const counted = countedOf(record.electionId);
      for (let read = piece; read === piece; ) {
        const parts = await sessions.record(record, counted.nextHeight, piece);
        for (const part of parts) takeIn(counted, part);
        read = parts.length;
      }
      return counted.nextHeight;
    },
    with: (parts, electionId, credential) => {
      const counted = countedOf(electionId);
      for (const part of parts) takeIn(counted, part);
      return counted.byPaper.get(credential) ?? 0;
    },
  };
}

function takeIn(counted: Counted, part: RecordPart): void {
  // Somebody else who counted at the same moment may have taken this part in already.
  if (part.height !== counted.nextHeight) return;
  counted.nextHeight += 1;
  const [ballot] = part.type === 'Ballot' ? dataFiles(part) : [];
  const credential = ballot === undefined ? undefined : readBallotHead(ballot)?.credential;
  if (credential !== undefined) counted.byPaper.set(credential, (counted.byPaper.get(credential) ?? 0) + 1);
}
