import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../src/protocol/arithmetic/wasm-group.ts';
import { joinBytes } from '../../src/protocol/encoding/bytes.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../src/protocol/record/read-record.ts';
import { type RecordEvent, writeRecord } from '../../src/protocol/record/record.ts';
import { partialDecryptionEvent } from '../../src/protocol/record/record-events.ts';
import { createPartialDecryption } from '../../src/protocol/tally/partial-decryption.ts';
import type { VerifyOptions } from '../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { good } from '../support/build/good.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { closeVote, openVote, timestamp } from '../support/build/whole-vote.ts';

const random = repeatableRandom(31);
const marks = [
  { voter: 0, marks: [0] },
  { voter: 1, marks: [1] },
];
const vote = openVote(group, { size: 3, threshold: 2 }, [2], 2, marks, random);
const { bytes, events, tally } = closeVote(group, vote, vote.keys.slice(0, 2), [[1, 1]], random);
const chain = good(readRecord(bytes)).events;
const begin = 1024;

async function verdict(record: Uint8Array, options: Partial<VerifyOptions> = {}): Promise<string> {
  const { failure } = await verifyRecord(record, { group, ...options });
  return failure ? `${failure.check} ${failure.reason}` : 'accepted';
}

/** The events written as a new chain, as the server could do who holds the record; undefined where none can be. */
function rechained(changed: readonly RecordEvent[]): Uint8Array | undefined {
  try {
    return writeRecord(timestamp, changed).bytes;
  } catch {
    return undefined;
  }
}

/** The bytes of one event of the record, its data files included. */
function bytesOf(index: number): Uint8Array {
  return bytes.subarray(chain[index - 1]?.end ?? begin, chain[index]?.end);
}

const pieces = [bytes.subarray(0, begin), ...chain.map((_, index) => bytesOf(index))];

test('the record of this test is good', async () => {
  expect(await verdict(bytes, { final: true })).toBe('accepted');
  expect(joinBytes(pieces)).toEqual(bytes);
});

test('an event that is dropped, repeated or moved breaks the chain', async () => {
  for (let index = 1; index < pieces.length; index++) {
    const [before, piece, after] = [pieces.slice(0, index), pieces[index], pieces.slice(index + 1)];
    if (piece === undefined) throw new Error('a piece');
    const dropped = joinBytes([...before, ...after]);
    // A cut tail is a valid earlier state: only the demand for a result, or a published head, shows it.
    const tail = after.length === 0;
    expect(await verdict(dropped, { final: tail })).toMatch(tail ? 'V9 no-result' : /^V2 event-(height|parent)$/);
    expect(await verdict(joinBytes([...before, piece, piece, ...after]))).toMatch(/^V2 event-(height|parent)$/);
    const [next] = after;
    if (next === undefined) continue;
    const swapped = joinBytes([...before, next, piece, ...after.slice(1)]);
    expect(await verdict(swapped)).toMatch(/^V2 event-(height|parent)$/);
  }
});

test('a chain written anew after dropping, repeating or moving an event is caught by what it says', async () => {
  const heads = [{ hash: chain[1]?.hash ?? '', height: 1 }];
  const said: string[] = [];
  for (const [index, event] of events.entries()) {
    const others = events.toSpliced(index, 1);
    const stories = {
      dropped: others,
      repeated: events.toSpliced(index, 0, event),
      moved: others.toSpliced(index + 1, 0, event),
    };
    for (const [name, changed] of Object.entries(stories)) {
      const record = rechained(changed);
      const isSame = changed.every((one, place) => one === events[place]) && changed.length === events.length;
      if (record !== undefined && !isSame)
        said.push(`${event.type} ${name}: ${await verdict(record, { final: true, heads })}`);
    }
  }
  expect(said).toEqual([
    'Ballot dropped: V7 tally',
    'Ballot repeated: V6 duplicate-ballot',
    // A consistent story: only the published head refutes it.
    'Ballot moved: V10 head',
    'Ballot dropped: V7 tally',
    'Ballot repeated: V6 duplicate-ballot',
    'PartialDecryption dropped: V8 too-few-shares',
    'PartialDecryption repeated: V8 duplicate-owner',
    // They may stand in any order (PROTOCOL §8): nothing is altered by it.
    'PartialDecryption moved: accepted',
    'PartialDecryption dropped: V8 too-few-shares',
    'PartialDecryption repeated: V8 duplicate-owner',
    'Result dropped: V9 no-result',
  ]);
});

test('a second tally cannot stand in a record', () => {
  const index = events.findIndex(({ type }) => type === 'EncryptedTally');
  const again = events[index];
  if (again === undefined) throw new Error('a tally');
  expect(rechained([...events.slice(0, index + 1), again])).toBeUndefined();
  expect(rechained([...events, again])).toBeUndefined();
});

test('a decryption by a foreign key under the name of a teller is refused', async () => {
  const foreign = openVote(group, { size: 3, threshold: 2 }, [2], 2, [], repeatableRandom(32)).keys[0];
  const own = vote.keys[0];
  if (!foreign || !own) throw new Error('keys');
  // With its own public key in the proof, and with the teller's.
  for (const key of [foreign, { owner: own.owner, secret: foreign.secret }]) {
    const text = createPartialDecryption(group, vote.election, key, tally, random);
    const upTo = events.findIndex(({ type }) => type === 'PartialDecryption');
    const record = rechained([...events.slice(0, upTo), partialDecryptionEvent(1, utf8Bytes(text))]);
    expect(await verdict(record ?? bytes)).toBe('V8 decryption-proof');
  }
});

test('a teller cannot decrypt under the name of another', async () => {
  const [one] = vote.keys;
  if (!one) throw new Error('a key');
  const text = createPartialDecryption(group, vote.election, one, tally, random);
  const upTo = events.findIndex(({ type }) => type === 'PartialDecryption');
  const record = rechained([...events.slice(0, upTo), partialDecryptionEvent(2, utf8Bytes(text))]);
  expect(await verdict(record ?? bytes)).toBe('V8 decryption-proof');
});

test('a flipped bit anywhere in the container is refused', async () => {
  const files = [{ start: 0, end: begin, content: new Uint8Array(38) }, ...chain.flatMap((event) => event.files)];
  const eventStarts = chain.map((event, index) => event.files.at(-1)?.end ?? chain[index - 1]?.end ?? begin);
  const starts = [...files.map(({ start }) => start), ...eventStarts];
  for (const start of starts) {
    // Name, mode, size, time, checksum, type, unused header, content.
    for (const offset of [0, 30, 70, 99, 104, 130, 140, 150, 156, 200, 511, 512, 520]) {
      const copy = bytes.slice();
      copy[start + offset] = (copy[start + offset] ?? 0) ^ 1;
      expect(readRecord(copy).ok, `byte ${start + offset}`).toBe(false);
    }
  }
  for (let offset = 0; offset < bytes.length; offset += 499) {
    const copy = bytes.slice();
    copy[offset] = (copy[offset] ?? 0) ^ 0x80;
    expect(readRecord(copy).ok, `byte ${offset}`).toBe(false);
  }
});

test('a flipped bit in any file is refused even when every hash and the chain are made anew', async () => {
  for (const [index, event] of events.entries()) {
    for (const [place, file] of event.files.entries()) {
      for (const part of [0, 0.31, 0.62, 0.93]) {
        const offset = Math.floor(part * file.length);
        const flipped = file.slice();
        flipped[offset] = (flipped[offset] ?? 0) ^ 1;
        const record = rechained(events.with(index, { ...event, files: event.files.with(place, flipped) }));
        expect(await verdict(record ?? bytes), `${event.type}, file ${place}, byte ${offset}`).not.toBe('accepted');
      }
    }
  }
});
