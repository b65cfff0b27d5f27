import { describe, expect, test } from 'vitest';
import { nobleBatchGroup } from '../../src/protocol/arithmetic/noble-batches.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { checkBallots } from '../../src/protocol/ballot/check-ballots.ts';
import { sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { readHints, writeHints } from '../../src/protocol/record/hints-file.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import { ballotEvent } from '../../src/protocol/record/record-events.ts';
import type { BallotChecker } from '../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { type Forgery, forgeBallot } from '../support/build/forged-ballots.ts';
import { good } from '../support/build/good.ts';
import { hintsOfRecord } from '../support/build/hints-of-record.ts';
import { recordedElections } from '../support/build/recorded-elections.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { vectorBytes } from '../support/build/vectors.ts';
import { openVote, timestamp } from '../support/build/whole-vote.ts';

const random = repeatableRandom(83);
// More than one batch.
const papers = 34;
const vote = openVote(wasmGroup, { size: 1, threshold: 1 }, [1], papers, [], random);
const { election } = vote;

const invented: Forgery = {
  commitments: (commitments) => commitments.map((commitment) => wasmGroup.product(commitment, wasmGroup.generator)),
};

const seal = (index: number, forgery: Forgery) => {
  const credential = vote.credentials[index] ?? '';
  const { content, hint } = forgeBallot(wasmGroup, election, credential, [0], random, forgery);
  return { content: utf8Bytes(content), hint };
};
type Ballots = readonly ReturnType<typeof seal>[];
const sealAll = (): Ballots => vote.credentials.map((_, index) => seal(index, {}));
const honest = sealAll();

/** A record of one ballot for each paper, some of them false although they and their hints agree. */
function recordWith(falseOnes: readonly number[], from: Ballots = honest) {
  const ballots = from.map((ballot, index) => (falseOnes.includes(index) ? seal(index, invented) : ballot));
  const events = [...vote.events, ...ballots.map(({ content }) => ballotEvent(content))];
  const hints = writeHints(ballots.map(({ content, hint }) => ({ hash: sha256Hex(content), hint })));
  return {
    record: writeRecord(timestamp, events).bytes,
    hints,
    hashes: ballots.map(({ content }) => sha256Hex(content)),
  };
}

const elsewhere: BallotChecker = async ({ election: own, credentials, ballots, hints, onChecked }) => {
  const arrived = ballots.map((content, index) => ({ content, hint: hints[index] }));
  const checks = checkBallots(wasmGroup, own, arrived, { credentials: new Set(credentials), seen: new Set() });
  onChecked(checks.length);
  return checks.map((check) => (check.ok ? undefined : check.refusal));
};

describe('a record with hints beside it', () => {
  const whole = recordWith([]);

  test('gets the same report as without, whoever checks the ballots', async () => {
    const plain = await verifyRecord(whole.record, { group: wasmGroup });
    expect(plain).toMatchObject({ ok: true, numbers: { ballots: papers } });
    for (const options of [{ hints: whole.hints }, { hints: whole.hints, checkBallots: elsewhere }]) {
      const { verified, ...report } = await verifyRecord(whole.record, { group: wasmGroup, ...options });
      const { verified: _, ...expected } = plain;
      expect(report).toEqual(expected);
      expect(verified?.credentials.length).toBe(papers);
    }
  });

  test('is verified whatever stands in the hints: cut, of another record, zeros', async () => {
    const other = recordWith([], sealAll());
    for (const hints of [
      whole.hints.subarray(0, whole.hints.length >> 1),
      other.hints,
      new Uint8Array(whole.hints.length),
      // The hints of other ballots under the right names.
      writeHints(
        whole.hashes.map((hash, index) => ({ hash, hint: readHints(election, other.hints, other.hashes)[index] })),
      ),
    ]) {
      expect(await verifyRecord(whole.record, { group: wasmGroup, hints })).toMatchObject({ ok: true });
    }
  });

  test('is told ballot by ballot without hints, and batch by batch with them', async () => {
    const heard = async (hints?: Uint8Array) => {
      const told: number[] = [];
      const onProgress = ({ done }: { readonly done: number }) => void told.push(done);
      await verifyRecord(whole.record, { group: wasmGroup, onProgress, ...(hints && { hints }) });
      return told;
    };
    expect(await heard()).toEqual(Array.from({ length: papers }, (_, index) => index + 1));
    expect(await heard(whole.hints)).toEqual([32, papers]);
  });
});

test('the first ballot that is false in the order of the record is named, however many follow and wherever it stands', async () => {
  for (const falseOnes of [
    [0, 6],
    [31, 32],
  ]) {
    const { record, hints } = recordWith(falseOnes);
    const failure = { check: 'V6', reason: 'individual-proof', where: `event ${(falseOnes[0] ?? 0) + 1}` };
    for (const options of [{}, { hints }, { hints, checkBallots: elsewhere }]) {
      expect(await verifyRecord(record, { group: wasmGroup, ...options })).toMatchObject({ ok: false, failure });
    }
  }
});

test('a ballot that is there twice is found, within a batch and in two', async () => {
  const ballots = honest.map(({ content }) => content);
  const [first = new Uint8Array()] = ballots;
  for (const place of [7, 33]) {
    const twice = ballots.toSpliced(place, 0, first);
    const bytes = writeRecord(timestamp, [...vote.events, ...twice.map(ballotEvent)]).bytes;
    const made = good(hintsOfRecord(wasmGroup, bytes));
    const failure = { reason: 'duplicate-ballot', where: `event ${place + 1}` };
    for (const options of [{}, { hints: made }, { hints: made, checkBallots: elsewhere }]) {
      expect(await verifyRecord(bytes, { group: wasmGroup, ...options })).toMatchObject({ ok: false, failure });
    }
  }
});

test.each(recordedElections)(
  'hints are made for the record %s of belenios-tool, and it is verified with them',
  async (folder) => {
    const record = await vectorBytes(`${folder}/election.bel`);
    const hints = good(hintsOfRecord(wasmGroup, record));
    const { verified: _, ...plain } = await verifyRecord(record, { group: wasmGroup, final: true });
    for (const group of folder === 'with-revotes' ? [wasmGroup, nobleBatchGroup] : [wasmGroup]) {
      const { verified: _points, ...report } = await verifyRecord(record, { group, hints, final: true });
      expect(report).toEqual(plain);
    }
    expect(plain.ok).toBe(true);
  },
);

test('what is no record has no hints, and a false ballot has none', () => {
  expect(hintsOfRecord(wasmGroup, new Uint8Array(600))).toMatchObject({ ok: false });
  const { record, hashes } = recordWith([2]);
  const made = readHints(election, good(hintsOfRecord(wasmGroup, record)), hashes);
  expect(made.map((hint) => hint !== undefined)).toEqual(hashes.map((_, index) => index !== 2));
});
