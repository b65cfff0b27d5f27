import { readHints, readRecord } from '../contract/box/box.ts';
import { accept } from '../domain/ruling.ts';
import type { SessionId } from '../domain/session/session.ts';
import { type Connection, call, type Reply } from './api.ts';

/** A record to verify, with its hints where they are worth fetching and came. */
export interface FetchedRecord {
  readonly record: Uint8Array;
  readonly hints?: Uint8Array;
}

type Refused = Extract<Reply<typeof readRecord>, { ok: false }>;

/**
 * Fetches a record to verify. Hints are most of a record again, and spare the checking of ballots alone: where more than
 * half of it was verified by this program before they are left out. Without them verifying takes longer and finds the
 * same, so nothing that goes wrong with them matters.
 * @param verified bytes of the record that this program has verified before
 */
export async function fetchRecordWithHints(
  connection: Connection,
  sessionId: SessionId,
  verified = 0,
): Promise<{ readonly ok: true; readonly value: FetchedRecord } | Refused> {
  const params = { sessionId };
  const record = await call(connection, readRecord, { params });
  if (!record.ok) return record;
  if (2 * verified > record.value.length) return accept({ record: record.value });
  const hints = await call(connection, readHints, { params });
  return accept({ record: record.value, ...(hints.ok && { hints: hints.value }) });
}
