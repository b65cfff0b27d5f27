import { expect, test } from 'vitest';
import type { Group } from '../../src/protocol/arithmetic/group.ts';
import { nobleGroup as reference } from '../../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../src/protocol/record/read-record.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import type { VerifyReport } from '../../src/protocol/verify/verify-report.ts';
import { recordedElections } from '../support/build/recorded-elections.ts';
import { vectorBytes, vectorJson } from '../support/build/vectors.ts';

interface Expected {
  readonly uuid: string;
  readonly voters: number;
  readonly ballots_cast: number;
  readonly ballots_counted: number;
  readonly result: readonly (readonly number[])[];
  readonly last_event_hash: string;
  readonly last_event_height: number;
  readonly election_fingerprint: string;
  readonly credentials_fingerprint: string;
  readonly trackers_counted: readonly string[];
  readonly election_public_key: string;
  readonly decrypters: readonly number[];
}

/** A recorded election, verified with all that is announced of it. */
async function verified(folder: string, by: Group) {
  const bytes = await vectorBytes(`${folder}/election.bel`);
  const expected = await vectorJson<Expected>(`${folder}/expected.json`);
  const { uuid, voters: count, last_event_hash: hash, last_event_height: height } = expected;
  const credentials = { count, fingerprint: expected.credentials_fingerprint };
  const trackers = expected.trackers_counted;
  const heads = [{ hash, height }];
  const report = await verifyRecord(bytes, { group: by, uuid, credentials, trackers, heads, final: true });
  return { report, expected };
}

test.each(recordedElections)(
  'an election made by the tool verifies, with its totals and fingerprints, and alike on both backends: %s',
  async (folder) => {
    const { report, expected } = await verified(folder, reference);
    const { verified: slow, ...found } = report;
    const { voters: count, last_event_hash: hash, last_event_height: height, trackers_counted: trackers } = expected;
    expect(report).toMatchObject({ ok: true, stage: 'result', head: { hash, height } });
    expect(report.failure).toBeUndefined();
    expect(report.verified?.counts).toEqual(expected.result);
    expect(report.verified?.election.publicKey).toBe(expected.election_public_key);
    expect(report.fingerprints?.election).toBe(expected.election_fingerprint);
    expect(report.fingerprints?.credentials).toBe(expected.credentials_fingerprint);
    expect(report.fingerprints?.trackers).toEqual(trackers);
    const { ballots_cast: ballots, ballots_counted: counted, decrypters } = expected;
    expect(report.numbers).toEqual({ credentials: count, ballots, counted, decryptions: decrypters.length });
    expect(report.totals?.map(({ levels }) => levels.map((level) => level.count))).toEqual(expected.result);
    for (const { levels, unmarked } of report.totals ?? []) {
      expect(levels.reduce((sum, level) => sum + level.count, unmarked)).toBe(counted);
    }
    expect(report.checks.map(({ check }) => check)).toEqual([
      'V1',
      'V2',
      'V3',
      'V4',
      'V5',
      'V6',
      'V7',
      'V8',
      'V9',
      'V10',
    ]);
    // Exactly t shares and no supplement: the report must not promise more than the archive can show.
    expect(report.assurance).toBe('nothing');

    expectFingerprintsOfTool(report, await vectorJson<Checksums>(`${folder}/checksums.json`));
    const { verified: fast, ...others } = (await verified(folder, wasmGroup)).report;
    expect(others).toEqual(found);
    expect(fast?.tally?.text).toBe(slow?.tally?.text);
  },
);

interface Checksums {
  readonly election: string;
  readonly trustees: readonly { readonly checksum: string }[];
  readonly trustees_threshold: readonly {
    readonly trustees: readonly { readonly pki_key: string; readonly verification_key: string }[];
  }[];
  readonly public_credentials: string;
  readonly encrypted_tally: string;
}

function expectFingerprintsOfTool({ fingerprints }: VerifyReport, tool: Checksums): void {
  const single = tool.trustees.map(({ checksum }, index) => ({ owner: index + 1, key: base64(checksum) }));
  const threshold = tool.trustees_threshold
    .flatMap(({ trustees }) => trustees)
    .map((trustee, index) => ({
      ...{ owner: index + 1, key: base64(trustee.verification_key), certificate: base64(trustee.pki_key) },
    }));
  expect(fingerprints?.election).toBe(base64(tool.election));
  expect(fingerprints?.credentials).toBe(base64(tool.public_credentials));
  expect(fingerprints?.encryptedTally).toBe(base64(tool.encrypted_tally));
  expect(fingerprints?.trustees).toEqual([...single, ...threshold]);
}

function base64(hex: string): string {
  const bytes = hex.match(/../g)?.map((digits) => String.fromCharCode(Number.parseInt(digits, 16))) ?? [];
  return btoa(bytes.join('')).replace(/=+$/, '');
}

test('supplementary proofs made from the written rules alone are accepted, and any other is refused', async () => {
  const cases = await vectorJson<{ from: string; file: string }[]>('supp-proof.json');
  expect(cases).toHaveLength(3);
  for (const { from, file } of cases) {
    const bytes = await vectorBytes(`${from}/election.bel`);
    const lines = file.trim().split('\n');
    const verdict = async (proofs: readonly string[], by = wasmGroup) => {
      const supplement = utf8Bytes(`{"proofs":[${proofs.join(',')}],"unused":[],"void":[]}`);
      const report = await verifyRecord(bytes, { group: by, supplement });
      return report.failure?.reason ?? report.assurance;
    };
    expect(await verdict(lines)).toBe('supplementary-proofs');
    expect(await verdict(lines, reference)).toBe('supplementary-proofs');
    expect(
      await verdict(lines.map((line) => line.replace(/.(?="}}$)/, (digit) => String((Number(digit) + 1) % 10)))),
    ).toBe('supplement-proof');
    expect(await verdict(lines.map((line) => line.replace(/"payload":"...../, '"payload":"00000')))).toBe(
      'supplement-mismatch',
    );
    expect(await verdict(lines.map((line) => line.replace(/"owner":./, '"owner":5')))).toBe('supplement-mismatch');
    expect(await verdict(lines.slice(1))).toBe('supplement-count');
    expect(await verdict([...lines, ...lines])).toBe('supplement-count');
    if (lines.length > 1) expect(await verdict(lines.toReversed())).toBe('supplement-mismatch');
  }
});

test('what was announced otherwise is refused', async () => {
  const bytes = await vectorBytes('single-3subjects/election.bel');
  const reason = async (options: Parameters<typeof verifyRecord>[1]) => (await verifyRecord(bytes, options)).failure;
  const hash = 'a'.repeat(64);
  expect(await reason({ group: wasmGroup, uuid: 'AnotherE1ection' })).toMatchObject({ check: 'V3', reason: 'uuid' });
  expect(await reason({ group: wasmGroup, documents: { roll: utf8Bytes('') } })).toMatchObject({
    check: 'V3',
    reason: 'document-roll',
  });
  expect(await reason({ group: wasmGroup, credentials: { count: 6 } })).toMatchObject({
    check: 'V5',
    reason: 'credentials-count',
  });
  expect(await reason({ group: wasmGroup, credentials: { fingerprint: '' } })).toMatchObject({
    check: 'V5',
    reason: 'credentials-fingerprint',
  });
  expect(await reason({ group: wasmGroup, supplement: utf8Bytes('{}') })).toMatchObject({
    check: 'V6',
    reason: 'supplement-form',
  });
  expect(await reason({ group: wasmGroup, heads: [{ hash }] })).toMatchObject({
    check: 'V10',
    reason: 'head',
    where: hash,
  });
  expect(await reason({ group: wasmGroup, trackers: [hash] })).toMatchObject({
    check: 'V10',
    reason: 'tracker',
    where: hash,
  });
  const { last_event_hash } = await vectorJson<Expected>('single-3subjects/expected.json');
  expect(await reason({ group: wasmGroup, heads: [{ hash: last_event_hash, height: 3 }] })).toMatchObject({
    reason: 'head',
  });
});

test('a record before its result is verified as far as it goes', async () => {
  const bytes = await vectorBytes('threshold-2of3-gcm/election.bel');
  const whole = await verifyRecord(bytes, { group: wasmGroup });
  expect(whole.ok).toBe(true);
  const stages: string[] = [];
  const record = readRecord(bytes);
  for (const { end, height, hash } of record.ok ? record.value.events : []) {
    const report = await verifyRecord(bytes.subarray(0, end), { group: wasmGroup });
    expect(report).toMatchObject({ ok: true, head: { height, hash } });
    stages.push(`${report.stage}${report.totals ? ' with totals' : ''}`);
    const demanding = await verifyRecord(bytes.subarray(0, end), { group: wasmGroup, final: true });
    expect(demanding.failure?.reason).toBe(report.stage === 'result' ? undefined : 'no-result');
  }
  const open = ['setup', 'open', 'open', 'open', 'open'];
  expect(stages).toEqual([...open, 'closed', 'tallied', 'tallied', 'tallied', 'result with totals']);
});
