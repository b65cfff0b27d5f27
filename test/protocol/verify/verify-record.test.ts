import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { hexToBase64 } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import { type RecordEvent, writeRecord } from '../../../src/protocol/record/record.ts';
import {
  encryptedTallyEvent,
  partialDecryptionEvent,
  resultEvent,
} from '../../../src/protocol/record/record-events.ts';
import { type Supplement, writeSupplement } from '../../../src/protocol/record/supplement.ts';
import { emptySum } from '../../../src/protocol/tally/ballot-sum.ts';
import type { VerifyOptions } from '../../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { good } from '../../support/build/good.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
import { closeVote, openVote, timestamp } from '../../support/build/whole-vote.ts';

/*
 * One small vote, with one thing wrong at a time: what each check of PROTOCOL §11 finds, and where it says that the fault
 * is. Two of three papers vote, one of them twice; all three tellers open.
 */
const random = repeatableRandom(72);
const cast = [
  { voter: 0, marks: [0, undefined] },
  { voter: 1, marks: [1, 0] },
  { voter: 0, marks: [1, 0] },
];
const vote = openVote(group, { size: 3, threshold: 2 }, [2, 1], 3, cast, random);
const { events, bytes, proofs, tally } = closeVote(group, vote, vote.keys, [[0, 2], [2]], random);
const chain = good(readRecord(bytes)).events;
const [setup, one, two, again, end, tallied, first, second, third, result] = events;
if (!setup || !one || !two || !again || !end || !tallied || !first || !second || !third || !result) {
  throw new Error('a whole vote has ten events');
}
const closed = [setup, one, two, again, end];
const opened = [...closed, tallied, first, second, third];

const verify = (list: readonly RecordEvent[], options: Partial<VerifyOptions> = {}) =>
  verifyRecord(writeRecord(timestamp, list).bytes, { group, ...options });
async function verdict(list: readonly RecordEvent[], options: Partial<VerifyOptions> = {}) {
  const { ok, failure } = await verify(list, options);
  return ok ? 'accepted' : [failure?.check, failure?.reason, failure?.where];
}
const supplement = (change: Partial<Supplement> = {}) => ({
  supplement: utf8Bytes(writeSupplement({ proofs, unused: [], void: [], ...change })),
});

test('a report says of each check what it has found', async () => {
  const { checks, ...report } = await verify(events, { final: true });
  const [head] = chain.slice(-1);
  expect(report).toMatchObject({
    ...{ ok: true, stage: 'result', head: { hash: head?.hash, height: 9 }, assurance: 'redundancy' },
    numbers: { credentials: 3, ballots: 3, counted: 2, decryptions: 3 },
    totals: [
      {
        subject: 'Đồng chí 1',
        unmarked: 0,
        levels: [
          { level: 'Mức 1', count: 0 },
          { level: 'Mức 2', count: 2 },
        ],
      },
      { subject: 'Đồng chí 2', unmarked: 0, levels: [{ level: 'Mức 1', count: 2 }] },
    ],
  });
  expect(report.failure).toBeUndefined();
  expect(report.verified?.counts).toEqual([[0, 2], [2]]);
  const { election, credentials: fingerprint } = report.fingerprints ?? {};
  expect(checks).toEqual([
    { check: 'V1', applied: true, found: { bytes: bytes.length, files: 26 } },
    { check: 'V2', applied: true, found: { events: 10, head: head?.hash } },
    { check: 'V3', applied: true, found: { uuid: vote.election.uuid, fingerprint: election, subjects: 2 } },
    { check: 'V4', applied: true, found: { trustees: 3, items: 1 } },
    { check: 'V5', applied: true, found: { credentials: 3, fingerprint } },
    { check: 'V6', applied: true, found: { ballots: 3, counted: 2 } },
    { check: 'V7', applied: true, found: { counted: 2 } },
    { check: 'V8', applied: true, found: { decryptions: 3, compared: 1, assurance: 'redundancy' } },
    { check: 'V9', applied: true, found: { subjects: 2 } },
    { check: 'V10', applied: false, found: { compared: 0 } },
  ]);
});

test('an unfinished record is verified as far as it goes, and the report says how far', async () => {
  const seen: unknown[] = [];
  for (const length of events.keys()) {
    const report = await verify(events.slice(0, length + 1));
    const { tally: recomputed, counts, sum } = report.verified ?? {};
    const left = report.checks.filter(({ applied }) => !applied).map(({ check }) => check);
    expect(report.ok).toBe(true);
    expect(report.checks[8]?.found).toEqual({ subjects: length < 9 ? 0 : 2 });
    expect(report.fingerprints?.encryptedTally !== undefined).toBe(length >= 5);
    expect([sum === undefined, recomputed === undefined]).toEqual([length < 4, length < 4]);
    expect([counts === undefined, report.totals === undefined]).toEqual([length < 9, length < 9]);
    seen.push(`${report.stage}; without ${left.join()}; ${report.assurance}`);
  }
  expect(seen).toEqual([
    'setup; without V6,V7,V8,V9,V10; undefined',
    ...Array(3).fill('open; without V7,V8,V9,V10; undefined'),
    'closed; without V7,V8,V9,V10; undefined',
    'tallied; without V8,V9,V10; undefined',
    ...Array(2).fill('tallied; without V9,V10; nothing'),
    'tallied; without V9,V10; redundancy',
    'result; without V10; redundancy',
  ]);
  for (const length of [1, 4]) {
    const { sum, tally: recomputed } = (await verify(events.slice(0, length), { sum: emptySum })).verified ?? {};
    expect([sum?.hashes.size, recomputed]).toEqual([length === 1 ? 0 : 2, undefined]);
  }
});

test('V1, V2: bytes that are no record, and a chain that does not hold', async () => {
  const cut = await verifyRecord(bytes.subarray(0, 600), { group });
  expect(cut).toEqual({
    ...{ ok: false, checks: [], failure: { check: 'V1', reason: 'cut-short', where: 'byte 0' } },
  });
  const [file] = chain[1]?.files ?? [];
  const open = await verifyRecord(bytes.subarray(0, file?.end), { group });
  expect(open.failure).toEqual({ check: 'V2', reason: 'left-over', where: `byte ${file?.start}` });
  expect(open.checks.map(({ check }) => check)).toEqual(['V1']);
  expect(await verifyRecord(bytes.subarray(0, 1024), { group })).toMatchObject({
    failure: { check: 'V2', reason: 'no-setup' },
  });
});

test('V6: every ballot holds, once, and progress is told', async () => {
  const [ballot = utf8Bytes('')] = two.files;
  const other: RecordEvent = { type: 'Ballot', files: [utf8Bytes('{}')] };
  expect(await verdict([setup, one, other])).toEqual(['V6', 'wrong-fields', 'event 2']);
  expect(await verdict([setup, one, two, { type: 'Ballot', files: [ballot] }])).toEqual([
    ...['V6', 'duplicate-ballot', 'event 3'],
  ]);
  const progress: unknown[] = [];
  await verify(opened, { onProgress: ({ check, done, total }) => progress.push(`${check} ${done}/${total}`) });
  expect(progress).toEqual([...[1, 2, 3].map((done) => `V6 ${done}/3`), ...[1, 2, 3].map((done) => `V8 ${done}/3`)]);
});

test('V6: a supplement is one, and names no paper that has voted', async () => {
  const [voter = '', , spare = ''] = vote.publicCredentials;
  expect(await verdict(events, { supplement: utf8Bytes('{}') })).toEqual(['V6', 'supplement-form', undefined]);
  expect(await verdict(events, supplement({ unused: [spare] }))).toBe('accepted');
  expect(await verdict(events, supplement({ void: [voter] }))).toEqual([
    ...['V6', 'paper-has-voted', `credential ${voter}`],
  ]);
});

test('V7: the tally is the one that the ballots give, of as many as count', async () => {
  const text = utf8Bytes(tally.text);
  expect(await verdict([...closed, encryptedTallyEvent(text, 3)])).toEqual(['V7', 'sized-tally', 'event 5']);
  expect(await verdict([...closed, encryptedTallyEvent(utf8Bytes('[]'), 2)])).toEqual(['V7', 'tally', 'event 5']);
  expect(await verdict([setup, one, two, end, tallied])).toEqual(['V7', 'tally', 'event 4']);
});

test('V8: a decryption says whose it is, once, and is proven cell by cell', async () => {
  const upTo = [...closed, tallied];
  const [decryption = utf8Bytes('')] = first.files;
  const owned = (text: string): RecordEvent => ({ type: 'PartialDecryption', files: [decryption, utf8Bytes(text)] });
  expect(await verdict([...upTo, owned('{}')])).toEqual(['V8', 'owned-form', 'event 6']);
  expect(await verdict([...upTo, owned('{"owner":1,"payload":""}')])).toEqual(['V8', 'owned-form', 'event 6']);
  expect(await verdict([...upTo, partialDecryptionEvent(9, decryption)])).toEqual([
    ...['V8', 'owner', 'event 6, trustee 9'],
  ]);
  expect(await verdict([...upTo, second, second])).toEqual(['V8', 'duplicate-owner', 'event 7']);
  expect(await verdict([...upTo, partialDecryptionEvent(2, decryption)])).toEqual([
    ...['V8', 'decryption-proof', 'event 6, subject 1, level 1'],
  ]);
});

test('V8: a result needs enough decryptions, and a record without one may wait for them', async () => {
  expect(await verdict([...closed, tallied, first])).toBe('accepted');
  expect(await verdict([...closed, tallied, first, result])).toEqual(['V8', 'too-few-shares', 'item 1']);
  expect(await verdict([...closed, tallied, third, first, result])).toBe('accepted');
});

test('V8: with a supplement every decryption has its own proof there, in the order of the record', async () => {
  expect(await verify(events, supplement())).toMatchObject({ ok: true, assurance: 'supplementary-proofs' });
  const [a, b, c] = proofs;
  if (!a || !b || !c) throw new Error('three proofs');
  const of = (...list: Supplement['proofs']) => verdict(events, supplement({ proofs: list }));
  expect(await of(a, b)).toEqual(['V8', 'supplement-count', undefined]);
  expect(await of(b, a, c)).toEqual(['V8', 'supplement-mismatch', 'event 6']);
  expect(await of(a, { ...b, owner: 3 }, c)).toEqual(['V8', 'supplement-mismatch', 'event 7']);
  expect(await of(a, b, { ...c, payload: b.payload })).toEqual(['V8', 'supplement-mismatch', 'event 8']);
  expect(await of(a, { ...b, proof: c.proof }, c)).toEqual(['V8', 'supplement-proof', 'event 7']);
});

test('V9: the result is the one that the decryptions give, where one is demanded', async () => {
  expect(await verdict(opened, { final: true })).toEqual(['V9', 'no-result', undefined]);
  const other = resultEvent(utf8Bytes('{"result":[[1,1],[2]]}'));
  expect(await verdict([...opened, other])).toEqual(['V9', 'result', 'event 9']);
});

test('V10: heads that were published are on the chain, and trackers that voters kept among what counts', async () => {
  const at = (height: number) => ({ hash: chain[height]?.hash ?? '', height });
  const tracker = (event: number) => hexToBase64(chain[event]?.files[0]?.hash ?? '');
  const published = await verify(events, { heads: [at(2), { hash: at(9).hash }], trackers: [tracker(2), tracker(3)] });
  expect(published.checks.at(-1)).toEqual({ check: 'V10', applied: true, found: { compared: 4 } });
  const unknown = 'a'.repeat(64);
  expect(await verdict(events, { heads: [at(2), { hash: unknown }] })).toEqual(['V10', 'head', unknown]);
  const moved = { ...at(2), height: 3 };
  expect(await verdict(events, { heads: [moved] })).toEqual(['V10', 'head', moved.hash]);
  // The first ballot of the paper that voted again no longer counts.
  expect(await verdict(events, { trackers: [tracker(2), tracker(1)] })).toEqual(['V10', 'tracker', tracker(1)]);
});
