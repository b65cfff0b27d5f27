import type { Session, SessionId } from '../../domain/session/session.ts';
import { findDifference, type RepeatedParts } from '../record/compare-with-record.ts';
import type { RecordPart } from './session-store.ts';

type PartRow = Omit<RecordPart, 'electionId' | 'bytes'> & { readonly electionId: string; readonly bytes: Buffer };

export function toPart({ electionId, height, type, hash, payload, bytes }: PartRow): RecordPart {
  const { buffer, byteOffset, length } = bytes;
  const part = { electionId: electionId as SessionId, height, type, hash, payload };
  return { ...part, bytes: new Uint8Array(buffer, byteOffset, length) };
}

/** How many events of a record at most come after its ballots: the encrypted tally, a share of each teller, the result. */
export function eventsAfterBallots({ tally }: Session): number {
  return tally === null ? 0 : tally.sharesOf.length + 3;
}

/** Where a session says something else than its record, or why that cannot be read. */
export function differenceFrom(session: Session, parts: RepeatedParts): string | undefined {
  try {
    return findDifference(session, parts);
  } catch (error) {
    // Only what somebody else wrote can fail to be read.
    if (error instanceof SyntaxError || error instanceof TypeError) return `its record cannot be read (${error.name})`;
    throw error;
  }
}
