import { equalBytes } from '../encoding/bytes.ts';
import { sha256Hex } from '../encoding/hash.ts';
import { utf8Text } from '../encoding/utf8.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { dataFilesOfEvent, type EventType, isEventAllowed, readEventHeader } from './record-event.ts';
import { largestHeaderNumber, type RecordFile, type RecordFileRefusal, readRecordFile } from './record-file.ts';

/** A file whose name is its own hash. */
export interface HashedFile extends RecordFile {
  readonly hash: string;
  readonly kind: 'data' | 'event';
}

/** The container opened (V1): nothing is known yet about what the files say. */
export interface RecordFiles {
  readonly timestamp: number;
  /** Bytes taken by the first file. */
  readonly headerEnd: number;
  readonly files: readonly HashedFile[];
}

export type ContainerRefusal = RecordFileRefusal | 'record-header' | 'file-name' | 'file-hash' | 'not-utf-8';

/** V1: opens the container (PROTOCOL §10): headers, padding, names that are hashes, UTF-8, nothing left over. */
export function readRecordFiles(bytes: Uint8Array): Outcome<RecordFiles, ContainerRefusal> {
  const first = readRecordFile(bytes, 0, undefined);
  if (!first.ok) return first;
  const timestamp = readTimestamp(first.value.content);
  if (first.value.name !== 'BELENIOS' || timestamp === undefined) return refused('record-header', 'byte 0');
  if (first.value.time !== timestamp) return refused('file-time', 'byte 0');
  const files: HashedFile[] = [];
  for (let offset = first.value.end; offset < bytes.length; ) {
    const file = readRecordFile(bytes, offset, timestamp);
    if (!file.ok) return file;
    const hashed = readName(file.value);
    if (!hashed.ok) return hashed;
    files.push(hashed.value);
    offset = file.value.end;
  }
  return accepted({ timestamp, headerEnd: first.value.end, files });
}

function readName(file: RecordFile): Outcome<HashedFile, ContainerRefusal> {
  const where = `byte ${file.start}`;
  const [, hash, kind] = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(file.name) ?? [];
  if (hash === undefined || kind === undefined) return refused('file-name', where);
  if (sha256Hex(file.content) !== hash) return refused('file-hash', where);
  if (utf8Text(file.content) === undefined) return refused('not-utf-8', where);
  const { name, content, start, end } = file;
  return accepted({ name, content, start, end, hash, kind: kind === 'data' ? 'data' : 'event' });
}

/** Seconds since 1970. A string is what is written; a JSON number is accepted too (PROTOCOL §10). */
function readTimestamp(content: Uint8Array): number | undefined {
  const text = utf8Text(content) ?? '';
  const [, string, number] = /^\{"version":1,"timestamp":(?:"(0|[1-9]\d{0,10})"|(0|[1-9]\d{0,10}))\}$/.exec(text) ?? [];
  const timestamp = Number(string ?? number);
  return timestamp <= largestHeaderNumber ? timestamp : undefined;
}

/** An event read from a record, with its place on the chain and in the bytes. */
export interface ChainedEvent {
  readonly type: EventType;
  readonly height: number;
  /** HEX of the event file: the head of the record after this event. */
  readonly hash: string;
  /** Its data files, the payload last. */
  readonly files: readonly HashedFile[];
  /** The record cut here is a valid unfinished record. */
  readonly end: number;
}

export type ChainRefusal =
  | 'no-setup'
  | 'event-form'
  | 'event-order'
  | 'event-height'
  | 'event-parent'
  | 'event-payload'
  | 'event-files'
  | 'left-over';

/** An event that others follow. */
export type EventBefore = Pick<ChainedEvent, 'type' | 'height' | 'hash'>;

/**
 * V2: the chain of events: parent, height, order of types, payload, number of data files.
 * @param before where the files are the part of a record that follows this event; otherwise they are the whole of one
 */
export function readRecordEvents(
  files: readonly HashedFile[],
  before?: EventBefore,
): Outcome<readonly ChainedEvent[], ChainRefusal> {
  const events: ChainedEvent[] = [];
  let data: HashedFile[] = [];
  for (const file of files) {
    if (file.kind === 'data') {
      data.push(file);
      continue;
    }
    const previous = events.at(-1) ?? before;
    const event = readEvent(file, data, previous);
    if (!event.ok) return refused(event.refusal, `event ${(previous?.height ?? -1) + 1}`);
    events.push(event.value);
    data = [];
  }
  const [extra] = data;
  if (extra !== undefined) return refused('left-over', `byte ${extra.start}`);
  return events.length === 0 ? refused('no-setup') : accepted(events);
}

function readEvent(
  file: HashedFile,
  data: readonly HashedFile[],
  previous: EventBefore | undefined,
): Outcome<ChainedEvent, ChainRefusal> {
  const header = readEventHeader(file.content);
  if (header === undefined) return refused('event-form');
  if (header.height !== (previous?.height ?? -1) + 1) return refused('event-height');
  if (header.parent !== previous?.hash) return refused('event-parent');
  if (!isEventAllowed(previous?.type, header.type)) return refused('event-order');
  if (data.length !== dataFilesOfEvent[header.type]) return refused('event-files');
  if (header.payload !== data.at(-1)?.hash) return refused('event-payload');
  return accepted({ type: header.type, height: header.height, hash: file.hash, files: data, end: file.end });
}

/** A record opened and its chain checked, before anything is said about the contents. */
export interface OpenedRecord {
  readonly timestamp: number;
  readonly events: readonly ChainedEvent[];
}

/** V1 and V2 in one: opens a `.bel` file. */
export function readRecord(bytes: Uint8Array): Outcome<OpenedRecord, ContainerRefusal | ChainRefusal> {
  const opened = readRecordFiles(bytes);
  if (!opened.ok) return opened;
  const events = readRecordEvents(opened.value.files);
  return events.ok ? accepted({ timestamp: opened.value.timestamp, events: events.value }) : events;
}

/** Whether `earlier` is an earlier state of the record `later`: a byte prefix (PROTOCOL §10). */
export function extendsRecord(later: Uint8Array, earlier: Uint8Array): boolean {
  return later.length >= earlier.length && equalBytes(later.subarray(0, earlier.length), earlier);
}
