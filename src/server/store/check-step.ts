import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { RecordState } from '../../protocol/record/record.ts';
import { dataFilesOfEvent, isEventAllowed, readEventHeader } from '../../protocol/record/record-event.ts';
import { type RecordFile, readRecordFile } from '../../protocol/record/record-file.ts';
import type { DocumentChange, RecordPart, SessionStep } from './session-store.ts';

/** What no decision may do; an exception, as it is a bug. Every store asks before it writes anything. */
export function checkStep(before: SessionWithPapers, { after, append = [], hints = [], documents }: SessionStep): void {
  const { id } = before.session;
  if (after.session.id !== id) throw new Error(`session ${id} was about to become another one`);
  for (const credential of before.papers.keys()) {
    if (!after.papers.has(credential)) throw new Error(`a paper of session ${id} was about to disappear`);
  }
  for (const [credential, paper] of after.papers) {
    const fits = paper.credential === credential && paper.sessionId === id;
    if (!fits) throw new Error(`a paper of another session or credential was about to enter session ${id}`);
  }
  const sessionOf = (change: DocumentChange) =>
    'put' in change ? change.put.sessionId : 'copy' in change ? change.as.sessionId : id;
  const isElsewhere = [documents ?? []].flat().some((change) => sessionOf(change) !== id);
  for (const { electionId, ballot } of hints) {
    const isAppended = append.some((part) => part.electionId === electionId && part.payload === ballot);
    if (!isAppended) throw new Error(`a hint without its ballot was about to enter session ${id}`);
  }
  if (isElsewhere) throw new Error(`a document of another session was about to enter session ${id}`);
}

/**
 * Where the record stands after this part; throws unless the part continues the record exactly (PROTOCOL §10): height,
 * parent, order of types, and a description that says what the bytes say. That every file's name is its hash is
 * checked by whoever makes the part, and again at every start.
 */
export function checkAppend(state: RecordState | undefined, part: RecordPart): RecordState {
  const { files, timestamp } = openPart(state, part);
  const wrong = (what: string) => new Error(`event ${part.height} of record ${part.electionId}: ${what}`);
  const event = files.at(-1);
  const header = event === undefined ? undefined : readEventHeader(event.content);
  if (event?.name !== `${part.hash}.event.json` || header === undefined) throw wrong('no event of this hash');
  if (header.type !== part.type || header.height !== part.height || (header.payload ?? null) !== part.payload) {
    throw wrong('described as another event');
  }
  if (header.height !== (state?.nextHeight ?? 0)) throw wrong('not the next height');
  if (header.parent !== state?.head) throw wrong('another parent than the head of the record');
  if (!isEventAllowed(state?.lastType, header.type)) throw wrong(`may not follow ${state?.lastType ?? 'nothing'}`);
  if (files.length !== dataFilesOfEvent[header.type] + 1) throw wrong('another number of files');
  if (header.payload !== undefined && files.at(-2)?.name !== `${header.payload}.data.json`) throw wrong('no payload');
  return { timestamp, nextHeight: part.height + 1, head: part.hash, lastType: part.type };
}

/** The part's files; in the first part of a record without the file that begins it. */
function openPart(state: RecordState | undefined, { electionId, height, bytes }: RecordPart) {
  const files: RecordFile[] = [];
  let timestamp = state?.timestamp;
  for (let offset = 0; offset < bytes.length; ) {
    const file = readRecordFile(bytes, offset, timestamp);
    if (!file.ok) throw new Error(`event ${height} of record ${electionId}: ${file.refusal}`);
    timestamp ??= file.value.time;
    files.push(file.value);
    offset = file.value.end;
  }
  if (state === undefined && files.shift()?.name !== 'BELENIOS')
    throw new Error(`record ${electionId} has no beginning`);
  if (timestamp === undefined) throw new Error(`event ${height} of record ${electionId} is empty`);
  return { files, timestamp };
}
