import type { PublishedResult } from '../../domain/session/published-result.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { writeResult } from '../../protocol/tally/result.ts';
import { AlteredSession } from './session-locks.ts';
import { columnsOfRow, type SessionRow } from './session-rows.ts';
import { type LoggedSeal, resultDigest, type SessionSeal, unloggedIn } from './session-seal.ts';

/** A published result as it is kept, without the rest of its session. */
export interface ResultRow {
  readonly session: Omit<SessionRow, 'body'>;
  readonly seal: SessionSeal | null;
  readonly result: string | null;
}

/** The last event of a record: its hash, and that of the result; where it is none, no hash is like it. */
export interface RecordEnd {
  readonly hash: string;
  readonly result: string;
}

/** What is sealed, logged and in the record; throws `AlteredSession` where it is not. */
export function readResult(
  { session, seal, result }: ResultRow,
  end: RecordEnd | undefined,
  entry: LoggedSeal | undefined,
): PublishedResult {
  const altered = (problem: string) => new AlteredSession(session.id as SessionId, problem);
  if (seal === null) throw altered('its seal is missing');
  if (seal.columns !== columnsOfRow(session)) throw altered('what it is found by was altered');
  if (result === null || seal.result !== resultDigest(result)) throw altered('its published result was altered');
  const unlogged = unloggedIn({ entry, head: end?.hash ?? null }, seal);
  if (unlogged !== undefined) throw altered(unlogged);
  const published: PublishedResult = JSON.parse(result);
  const counts = published.subjects.map((subject) => subject.counts);
  if (end !== undefined && end.result !== sha256Hex(writeResult(counts))) {
    throw altered('its totals are not those in its record');
  }
  return published;
}
