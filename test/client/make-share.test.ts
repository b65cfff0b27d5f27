import { describe, expect, test } from 'vitest';
import { makeShare, type ShareRequest } from '../../src/client/teller/make-share.ts';
import { memoryOfSeed, withHead } from '../../src/client/teller/memory.ts';
import { createSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { writeCanonical } from '../../src/protocol/encoding/json.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../src/protocol/record/read-record.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import { encryptedTallyEvent, endBallotsEvent } from '../../src/protocol/record/record-events.ts';
import { checkPartialDecryption } from '../../src/protocol/tally/partial-decryption.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { aCeremony } from '../support/build/ceremony.ts';
import { good } from '../support/build/good.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { closeVote, openVote, tallyOf, timestamp } from '../support/build/whole-vote.ts';
import { aDevice } from '../support/service/connections.ts';

// The same random stream in the same order gives the ceremony that openVote holds, with its seeds.
const size = { size: 3, threshold: 2 };
const { seeds, outputs } = aCeremony(sodiumGroup, size, repeatableRandom(71));
const casts = [0, 1, 2].map((voter) => ({ voter, marks: [voter, 0] }));
const vote = openVote(sodiumGroup, size, [3, 3], 4, casts, repeatableRandom(71));
const { tally, counted } = tallyOf(sodiumGroup, vote);
const closing = [endBallotsEvent(), encryptedTallyEvent(utf8Bytes(tally.text), counted)];
const record = writeRecord(timestamp, [...vote.events, ...closing]).bytes;
const device = aDevice(repeatableRandom(72));

const output = (index: number) =>
  writeCanonical({ private_key: outputs[index - 1]?.sealedKey ?? '', public_key: null });
const request = (change: Partial<ShareRequest> = {}): ShareRequest => ({
  ...{ record, electionId: vote.election.uuid, announced: 3, output: output(1) },
  ...change,
});
const memory = memoryOfSeed(seeds[0] ?? '');
const refusalOf = async (asked: ShareRequest, remembered = memory) => {
  const made = await makeShare(device, remembered, asked);
  return made.ok ? undefined : made.refusal;
};

test('where others opened the totals meanwhile no share is made, and everything else is still looked at', async () => {
  const totals = [
    [1, 1, 1],
    [3, 0, 0],
  ];
  const { bytes } = closeVote(sodiumGroup, vote, vote.keys.slice(1), totals, device.random);
  expect(await refusalOf(request({ record: bytes }))).toBe('already-opened');
  expect(await refusalOf(request({ record: bytes, announced: 4 }))).toBe('announced-number-differs');
  expect(await refusalOf(request({ record: bytes, fingerprint: 'A'.repeat(43) }))).toBe('another-election');
  expect(await refusalOf(request({ record: bytes }), memoryOfSeed(createSeed(device.random)))).toBe('own-key-missing');
  const opened = new Map([[vote.election.uuid, 'a'.repeat(64)]]);
  expect(await refusalOf(request({ record: bytes }), { ...memory, decrypted: opened })).toBe('another-tally');
});

test('a share of a whole record holds, and what was opened is remembered', async () => {
  const made = await makeShare(device, memory, request());
  if (!made.ok) throw new Error(made.refusal);
  const [owner] = vote.trustees.owners;
  if (owner === undefined) throw new Error('no trustees');
  good(checkPartialDecryption(sodiumGroup, vote.election, owner.key, tally, made.share.partialDecryption));
  expect(made.memory.decrypted.get(vote.election.uuid)).toBe(sha256Hex(tally.text));
  expect(await refusalOf(request(), made.memory)).toBeUndefined();
});

describe('a teller’s program opens nothing', () => {
  test('when the record counts another number of ballots than was announced', async () => {
    expect(await refusalOf(request({ announced: 4 }))).toBe('announced-number-differs');
  });

  test('of a second tally of the same election: the server may have cut a ballot out', async () => {
    const made = await makeShare(device, memory, request());
    if (!made.ok) throw new Error(made.refusal);
    const fewer = { ...vote, events: vote.events.slice(0, -1) };
    const other = tallyOf(sodiumGroup, fewer);
    const events = [
      ...fewer.events,
      endBallotsEvent(),
      encryptedTallyEvent(utf8Bytes(other.tally.text), other.counted),
    ];
    const asked = request({ record: writeRecord(timestamp, events).bytes, announced: 2 });
    expect(await refusalOf(asked, { ...made.memory, heads: [] })).toBe('another-tally');
    expect(await refusalOf(asked, made.memory)).toBe('record-invalid');
  });

  test('of a record without a head that was on the projector', async () => {
    const { events } = good(readRecord(record));
    const [, ballot] = events;
    const seen = withHead(memory, { hash: ballot?.hash ?? '', height: 1 });
    expect(await refusalOf(request(), seen)).toBeUndefined();
    expect(withHead(seen, { hash: ballot?.hash ?? '', height: 1 })).toBe(seen);
    expect(await refusalOf(request(), withHead(memory, { hash: 'a'.repeat(64), height: 2 }))).toBe('record-invalid');
    expect(await refusalOf(request(), withHead(memory, { hash: ballot?.hash ?? '', height: 2 }))).toBe(
      'record-invalid',
    );
  });

  test('of a made-up tally, for example a single ballot', async () => {
    const alone = tallyOf(sodiumGroup, { ...vote, events: vote.events.slice(0, 2) });
    const events = [...vote.events, endBallotsEvent(), encryptedTallyEvent(utf8Bytes(alone.tally.text), 3)];
    expect(await refusalOf(request({ record: writeRecord(timestamp, events).bytes }))).toBe('record-invalid');
  });

  test('of another election, or of one that is not closed', async () => {
    expect(await refusalOf(request({ electionId: 'AnotherVote123' }))).toBe('record-invalid');
    const open = writeRecord(timestamp, vote.events).bytes;
    expect(await refusalOf(request({ record: open }))).toBe('record-not-closed');
  });

  test('of another election than the one that was confirmed at opening', async () => {
    const { fingerprint } = vote.election;
    expect(await refusalOf(request({ fingerprint }))).toBeUndefined();
    expect(await refusalOf(request({ fingerprint: 'A'.repeat(43) }))).toBe('another-election');
  });

  test('with a key that is not among the election’s', async () => {
    expect(await refusalOf(request(), memoryOfSeed(createSeed(device.random)))).toBe('own-key-missing');
    expect(await refusalOf(request({ output: output(2) }))).toBe('own-key-missing');
    expect(await refusalOf(request({ output: null }))).toBe('own-key-missing');
  });
});
