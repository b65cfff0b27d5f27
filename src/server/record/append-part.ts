import type { SessionId } from '../../domain/session/session.ts';
import { joinBytes } from '../../protocol/encoding/bytes.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { appendEvent, type RecordEvent, type RecordState, startRecord } from '../../protocol/record/record.ts';
import type { Clock } from '../kit/clock.ts';
import type { RecordPart } from '../store/session-store.ts';

/** A part to be appended, and where the record stands after it. */
export interface AppendedPart {
  readonly part: RecordPart;
  readonly state: RecordState;
}

/**
 * The next event of an election's record, as the store keeps it. The first one begins the record: the clock is asked
 * then and never again, since all files of a record show the same time (PROTOCOL §10).
 * @param state where the record stands; undefined before its setup
 */
export function appendPart(
  electionId: SessionId,
  state: RecordState | undefined,
  event: RecordEvent,
  clock: Clock,
): AppendedPart {
  const begun = state === undefined ? startRecord(Math.floor(clock().getTime() / 1000)) : undefined;
  const before = begun?.state ?? state;
  if (before === undefined) throw new TypeError('a record has begun or begins here');
  const appended = appendEvent(before, event);
  const { head } = appended.state;
  if (head === undefined) throw new TypeError('a record has a head after an event');
  const payload = event.files.at(-1);
  const part: RecordPart = {
    electionId,
    height: before.nextHeight,
    type: event.type,
    hash: head,
    payload: payload === undefined ? null : sha256Hex(payload),
    bytes: begun === undefined ? appended.bytes : joinBytes([begun.bytes, appended.bytes]),
  };
  return { part, state: appended.state };
}

/** Several events in a row, to be appended in one step. */
export function appendParts(
  electionId: SessionId,
  state: RecordState | undefined,
  events: readonly RecordEvent[],
  clock: Clock,
): readonly RecordPart[] {
  const parts: RecordPart[] = [];
  let reached = state;
  for (const event of events) {
    const appended = appendPart(electionId, reached, event, clock);
    parts.push(appended.part);
    reached = appended.state;
  }
  return parts;
}

/** The `.bel` file that these parts are, from the first on. */
export function joinParts(parts: readonly RecordPart[]): Uint8Array {
  return joinBytes(parts.map(({ bytes }) => bytes));
}
