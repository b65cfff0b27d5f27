import { writeHints } from '../../protocol/record/hints-file.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { SessionStore } from '../store/session-store.ts';
import { joinParts } from './append-part.ts';

/** A ballot has 200 kB at most, its hint less: so many are in memory at once. */
const partsAtOnce = 16;

type Sessions = Pick<SessionStore, 'record' | 'hints'>;
type Piece = (sessions: Sessions, record: RecordRef, start: number, end: number) => Promise<Uint8Array>;

/**
 * A record as a file to keep, under the only name that auditors' programs look for; undefined before its setup. It comes
 * in parts, and ends where the record stood when it was asked for.
 */
export function recordFile(deps: Deps, record: RecordRef) {
  return fileOf(deps, record, 'bel', async (sessions, one, start, end) =>
    joinParts(await sessions.record(one, start, end - start)),
  );
}

/**
 * The hints of a record's ballots, in its order (docs/protocol.md §16), in parts and up to the same place as the record
 * itself would be: nothing that the record does not tell can be told from it.
 */
export function hintsFile(deps: Deps, record: RecordRef) {
  return fileOf(deps, record, 'hints', async (sessions, one, start, end) =>
    writeHints(await sessions.hints(one, start, end)),
  );
}

async function fileOf({ store: { sessions } }: Deps, record: RecordRef, ending: string, piece: Piece) {
  const state = await sessions.recordState(record);
  if (state === undefined) return undefined;
  return attachment(bytesOf(sessions, record, state.nextHeight, piece), `${record.electionId}.${ending}`);
}

async function* bytesOf(
  sessions: Sessions,
  record: RecordRef,
  end: number,
  piece: Piece,
): AsyncGenerator<Uint8Array, void> {
  for (let height = 0; height < end; height += partsAtOnce) {
    yield await piece(sessions, record, height, Math.min(height + partsAtOnce, end));
  }
}
