import { expect, test } from 'vitest';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import {
  extendsRecord,
  readRecord,
  readRecordEvents,
  readRecordFiles,
} from '../../../src/protocol/record/read-record.ts';
import { appendEvent, startRecord, writeRecord } from '../../../src/protocol/record/record.ts';
import { type EventHeader, isEventAllowed, writeEventHeader } from '../../../src/protocol/record/record-event.ts';
import { ballotEvent, endBallotsEvent, setupEvent } from '../../../src/protocol/record/record-events.ts';
import { largestHeaderNumber, writeRecordFile } from '../../../src/protocol/record/record-file.ts';
import { good } from '../../support/build/good.ts';
import { recordedElections } from '../../support/build/recorded-elections.ts';
import { vectorBytes, vectorJson } from '../../support/build/vectors.ts';

const setup = setupEvent(utf8Bytes('{}'), utf8Bytes('[]'), utf8Bytes('[1]'));

test.each(recordedElections)(
  'a record made by the tool is written again byte for byte, event by event: %s',
  async (folder) => {
    const bytes = await vectorBytes(`${folder}/election.bel`);
    const expected = await vectorJson<{ last_event_hash: string; last_event_height: number }>(
      `${folder}/expected.json`,
    );
    const record = good(readRecord(bytes));
    const events = record.events.map(({ type, files }) => ({ type, files: files.map((file) => file.content) }));
    const begin = startRecord(record.timestamp);
    const parts = [begin.bytes];
    let { state } = begin;
    for (const event of events) {
      const appended = appendEvent(state, event);
      parts.push(appended.bytes);
      state = appended.state;
    }
    expect(state.head).toBe(expected.last_event_hash);
    expect(state.nextHeight).toBe(expected.last_event_height + 1);
    expect(joinBytes(parts)).toEqual(bytes);
    expect(writeRecord(record.timestamp, events)).toEqual({ bytes, state });
  },
);

test('a record may end after any event and nowhere else', async () => {
  const bytes = await vectorBytes('threshold-2of3-gcm/election.bel');
  const ends = good(readRecord(bytes)).events.map((event) => event.end);
  expect(ends.at(-1)).toBe(bytes.length);
  for (const [height, end] of ends.entries()) {
    const prefix = bytes.subarray(0, end);
    expect(good(readRecord(prefix)).events.at(-1)?.height).toBe(height);
    expect(extendsRecord(bytes, prefix)).toBe(true);
    expect(extendsRecord(prefix, bytes)).toBe(end === bytes.length);
    expect(extendsRecord(bytes, prefix.with(-1, 1))).toBe(false);
  }
  const blocks = Array.from({ length: bytes.length / 512 }, (_, index) => index * 512);
  const odd = ends.flatMap((end) => [end - 1, end + 1, end - 511]);
  for (const cut of [...blocks, ...odd].filter((offset) => offset < bytes.length && !ends.includes(offset))) {
    expect(readRecord(bytes.subarray(0, cut)).ok, `cut at ${cut}`).toBe(false);
  }
});

test('every reason to refuse a container', async () => {
  const bytes = await vectorBytes('single-3subjects/election.bel');
  const record = good(readRecord(bytes));
  const refusalOf = (change: (copy: Uint8Array) => Uint8Array | undefined) => {
    const copy = bytes.slice();
    const outcome = readRecord(change(copy) ?? copy);
    return outcome.ok ? 'accepted' : outcome.refusal;
  };
  const set = (offset: number, value: number) => (copy: Uint8Array) => {
    copy[offset] = value;
    return undefined;
  };
  const append = (name: string, content: Uint8Array) => (copy: Uint8Array) =>
    joinBytes([copy, writeRecordFile(name, content, record.timestamp)]);
  expect(refusalOf(() => undefined)).toBe('accepted');
  expect(refusalOf((copy) => copy.subarray(0, 500))).toBe('cut-short');
  expect(refusalOf((copy) => copy.subarray(0, -1))).toBe('cut-short');
  expect(refusalOf((copy) => copy.subarray(0, 1024))).toBe('no-setup');
  expect(refusalOf(set(0, 65))).toBe('file-header');
  const begin = (name: string, content: string) => (copy: Uint8Array) =>
    joinBytes([writeRecordFile(name, utf8Bytes(content), record.timestamp), copy.subarray(1024)]);
  const content = `{"version":1,"timestamp":"${record.timestamp}"}`;
  expect(refusalOf(begin('BELENIOS', content))).toBe('accepted');
  expect(refusalOf(begin('BELENIOS', content.replaceAll(/"(\d+)"/g, '$1')))).toBe('accepted');
  expect(readRecord(begin('OTHER', content)(bytes))).toMatchObject({ refusal: 'record-header', where: 'byte 0' });
  const late = writeRecordFile('BELENIOS', utf8Bytes(content), record.timestamp + 1);
  expect(refusalOf((copy) => joinBytes([late, copy.subarray(1024)]))).toBe('file-time');
  const other = writeRecordFile('BELENIOS', utf8Bytes(content.replace('7', '6')), record.timestamp);
  expect(readRecord(other)).toMatchObject({ refusal: 'file-time', where: 'byte 0' });
  expect(refusalOf(begin('BELENIOS', content.replace('1,', '2,')))).toBe('record-header');
  expect(refusalOf(begin('BELENIOS', content.replace('"timestamp":"', '"timestamp":"0')))).toBe('record-header');
  expect(refusalOf(begin('BELENIOS', content.replace('7', '6')))).toBe('file-time');
  expect(refusalOf(set(530, 65))).toBe('record-header');
  for (const field of [124, 136, 257]) expect(refusalOf(set(field, 117))).toBe('file-header');
  expect(refusalOf(set(1023, 1))).toBe('file-padding');
  expect(refusalOf((copy) => joinBytes([copy, new Uint8Array(1024)]))).toBe('file-header');
  for (const name of ['notes.txt', '', ' ', '~']) {
    expect(refusalOf(append(name, utf8Bytes('hidden')))).toBe('file-name');
  }
  for (const name of ['\u001f', '\u007f', 'é']) {
    expect(refusalOf(append(name, utf8Bytes('hidden')))).toBe('file-header');
  }
  const later = writeRecordFile('notes.txt', utf8Bytes('hidden'), record.timestamp + 1);
  expect(refusalOf((copy) => joinBytes([copy, later]))).toBe('file-time');
  expect(refusalOf(append(`${'0'.repeat(64)}.data.json`, utf8Bytes('hidden')))).toBe('file-hash');
  const latin1 = new Uint8Array([0x22, 0xe9, 0x22]);
  expect(refusalOf(append(`${sha256Hex(latin1)}.data.json`, latin1))).toBe('not-utf-8');
  const early = utf8Bytes('{"height":0,"type":"Result"}');
  expect(refusalOf(append(`${sha256Hex(early)}.event.json`, early))).toBe('event-height');
});

test('every reason to refuse a chain', () => {
  const { bytes, state } = writeRecord(1_795_300_043, [setup]);
  const { head: parent = '' } = state;
  const hidden = utf8Bytes('hidden');
  const payload = sha256Hex(hidden);
  const file = (content: Uint8Array, kind: string) =>
    writeRecordFile(`${sha256Hex(content)}.${kind}.json`, content, state.timestamp);
  const data = file(hidden, 'data');
  const read = (header: EventHeader | string, files: readonly Uint8Array[] = [], before = bytes) => {
    const text = typeof header === 'string' ? header : writeEventHeader(header);
    const outcome = readRecord(joinBytes([before, ...files, file(utf8Bytes(text), 'event')]));
    return outcome.ok ? 'accepted' : `${outcome.refusal}, ${outcome.where}`;
  };
  const ballot = { parent, height: 1, type: 'Ballot', payload } as const;
  expect(read(ballot, [data])).toBe('accepted');
  expect(read('{"height":1}')).toBe('event-form, event 1');
  expect(read('{}', [], startRecord(state.timestamp).bytes)).toBe('event-form, event 0');
  expect(read({ ...ballot, height: 2 }, [data])).toBe('event-height, event 1');
  expect(read({ ...ballot, parent: payload }, [data])).toBe('event-parent, event 1');
  expect(read({ height: 1, type: 'Ballot', payload }, [data])).toBe('event-parent, event 1');
  expect(read({ ...ballot, type: 'Result' }, [data])).toBe('event-order, event 1');
  expect(read(ballot)).toBe('event-files, event 1');
  expect(read(ballot, [data, data])).toBe('event-files, event 1');
  expect(read({ parent, height: 1, type: 'EndBallots' }, [data])).toBe('event-files, event 1');
  expect(read({ ...ballot, payload: parent }, [data])).toBe('event-payload, event 1');
  expect(read({ parent, height: 1, type: 'Ballot' }, [data])).toBe('event-payload, event 1');
  expect(readRecord(joinBytes([bytes, data]))).toMatchObject({ refusal: 'left-over', where: `byte ${bytes.length}` });
});

test('the part of a record after an event is read with that event before it', () => {
  const { bytes } = writeRecord(1_795_300_043, [setup, ballotEvent(utf8Bytes('{}')), endBallotsEvent()]);
  const [first, ...rest] = good(readRecord(bytes)).events;
  const files = good(readRecordFiles(bytes)).files.filter(({ start }) => start >= (first?.end ?? 0));
  expect(files.map(({ kind }) => kind)).toEqual(['data', 'event', 'event']);
  expect(readRecordEvents(files, first)).toEqual({ ok: true, value: rest });
  expect(readRecordEvents(files)).toMatchObject({ refusal: 'event-height', where: 'event 0' });
  expect(readRecordEvents(files.slice(1), first)).toMatchObject({ refusal: 'event-files', where: 'event 1' });
});

test('a record may begin at any time that its headers can show', () => {
  for (const time of [0, 1, largestHeaderNumber]) {
    const { bytes } = writeRecord(time, [setup]);
    expect(good(readRecord(bytes)).timestamp).toBe(time);
  }
  const content = utf8Bytes(`{"version":1,"timestamp":"${largestHeaderNumber + 1}"}`);
  expect(readRecord(writeRecordFile('BELENIOS', content, 0))).toMatchObject({ refusal: 'record-header' });
});

test('events stand in the one legal order', () => {
  const types = ['Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result'] as const;
  const allowed = [undefined, ...types].map((previous) => types.filter((type) => isEventAllowed(previous, type)));
  expect(allowed).toEqual([
    ['Setup'],
    ['Ballot', 'EndBallots'],
    ['Ballot', 'EndBallots'],
    ['EncryptedTally'],
    ['PartialDecryption'],
    ['PartialDecryption', 'Result'],
    [],
  ]);
});

test('the writer refuses what the reader would', () => {
  const { state } = startRecord(1_795_300_043);
  expect(() => appendEvent(state, endBallotsEvent())).toThrow('may not follow');
  expect(() => appendEvent(state, { type: 'Setup', files: [] })).toThrow('wrong number of files');
  const ended = writeRecord(1_795_300_043, [setup, endBallotsEvent()]);
  expect(() => appendEvent(ended.state, ballotEvent(utf8Bytes('{}')))).toThrow('may not follow');
});
