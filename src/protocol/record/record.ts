import { joinBytes } from '../encoding/bytes.ts';
import { sha256Hex } from '../encoding/hash.ts';
import { utf8Bytes } from '../encoding/utf8.ts';
import { dataFilesOfEvent, type EventType, isEventAllowed, writeEventHeader } from './record-event.ts';
import { writeRecordFile } from './record-file.ts';

/** One event with the data files that belong to it, in order, the event file itself left out. */
export interface RecordEvent {
  readonly type: EventType;
  readonly files: readonly Uint8Array[];
}

/** Where an append-only record stands: all that the next event depends on. */
export interface RecordState {
  /** Seconds since 1970, fixed when the record began; shown in every file header. */
  readonly timestamp: number;
  /** Height that the next event gets. */
  readonly nextHeight: number;
  /** HEX of the last event file, together with nextHeight − 1 the published head (PROTOCOL §10). */
  readonly head?: string;
  readonly lastType?: EventType;
}

/** Bytes to append to the record, and where it stands afterwards. */
export interface Appended {
  readonly bytes: Uint8Array;
  readonly state: RecordState;
}

/** Begins a record: its first file. `timestamp` in whole seconds since 1970. */
export function startRecord(timestamp: number): Appended {
  const content = utf8Bytes(`{"version":1,"timestamp":"${timestamp}"}`);
  return { bytes: writeRecordFile('BELENIOS', content, timestamp), state: { timestamp, nextHeight: 0 } };
}

/**
 * Appends one event: its data files and the event file, to be written as one piece.
 * Throws when the event may not follow (ask isEventAllowed first) or has a wrong number of files: both are bugs.
 */
export function appendEvent(state: RecordState, event: RecordEvent): Appended {
  if (!isEventAllowed(state.lastType, event.type)) throw new Error(`${event.type} may not follow ${state.lastType}`);
  if (event.files.length !== dataFilesOfEvent[event.type]) throw new Error(`wrong number of files for ${event.type}`);
  const hashes = event.files.map(sha256Hex);
  const payload = hashes.at(-1);
  const header = utf8Bytes(
    writeEventHeader({
      ...(state.head === undefined ? {} : { parent: state.head }),
      height: state.nextHeight,
      type: event.type,
      ...(payload === undefined ? {} : { payload }),
    }),
  );
  const head = sha256Hex(header);
  const files = event.files.map((file, index) => writeRecordFile(`${hashes[index]}.data.json`, file, state.timestamp));
  return {
    bytes: joinBytes([...files, writeRecordFile(`${head}.event.json`, header, state.timestamp)]),
    state: { timestamp: state.timestamp, nextHeight: state.nextHeight + 1, head, lastType: event.type },
  };
}

/** The whole record of these events, byte for byte what appending them one by one gives. */
export function writeRecord(timestamp: number, events: readonly RecordEvent[]): Appended {
  const begin = startRecord(timestamp);
  const parts = [begin.bytes];
  let state = begin.state;
  for (const event of events) {
    const appended = appendEvent(state, event);
    parts.push(appended.bytes);
    state = appended.state;
  }
  return { bytes: joinBytes(parts), state };
}
