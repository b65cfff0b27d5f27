import { expect } from 'vitest';
import type { Group } from '../../src/protocol/arithmetic/group.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { vectorBytes, vectorJson } from './build/vectors.ts';

interface Case {
  readonly file: string;
  readonly uuid: string;
  readonly name: string;
  readonly expected: 'accept' | 'reject';
}

const expected: Readonly<Record<string, string>> = {
  '01 control single': 'accepted',
  '02 control threshold': 'accepted',
  '03 ballot worth 100 (invalid proofs, properly signed), tallied and decrypted': 'V6 individual-proof',
  '04 ballot worth 100, before tally': 'V6 individual-proof',
  '05 ballot with invalid signature (server alters vote), tallied': 'V6 signature-hash',
  '06 ballot without signature': 'V6 wrong-fields',
  '07 ballot with unknown credential (stuffing)': 'V6 unknown-credential',
  '08 non-canonical ballot (spaces)': 'V6 not-canonical',
  '09 same ballot twice': 'V6 duplicate-ballot',
  '10 ballot is not JSON': 'V6 not-canonical',
  '11 tally omits the last ballot': 'V7 tally',
  '12 tally of foreign ciphertexts (server makes up the result)': 'V7 tally',
  '13 num_tallied + 1': 'V7 sized-tally',
  '14 total_weight + 1': 'V7 sized-tally',
  '15 total_weight as string': 'V7 sized-tally',
  '16 control: revoter, last ballot counted': 'accepted',
  '17 tally counts the first ballot of a revoter instead of the last': 'V7 tally',
  '18 tally counts both ballots of a revoter': 'V7 tally',
  '19 partial decryption: proof response + 1': 'V8 decryption-proof',
  '20 partial decryption: factor * g (proof stale)': 'V8 decryption-proof',
  '21 partial decryption: two factors and proofs swapped': 'V8 decryption-proof',
  '22 partial decryption by a foreign key': 'V8 decryption-neutral',
  '23 threshold: owner indices exchanged': 'V8 decryption-proof',
  '24 threshold: only one partial decryption': 'V8 too-few-shares',
  '25 threshold: one valid + one invalid + one valid': 'V8 decryption-proof',
  '26 same partial decryption twice': 'V8 duplicate-owner',
  '27 owner 2 of 1': 'V8 owner',
  '28 owner 0': 'V8 owner',
  '29 no partial decryption, result published': 'V2 event-order',
  '30 result[0][0] + 1': 'V9 result',
  '31 result rows swapped': 'V9 result',
  '32 result: one row missing': 'V9 result',
  '33 result numbers as strings': 'V9 result',
  '34 result value + q (as string)': 'V9 result',
  '35 ballot event after EndBallots': 'V2 event-order',
  '36 ballot event after EncryptedTally': 'V2 event-order',
  '37 no EndBallots': 'V2 event-order',
  '38 EndBallots twice': 'V2 event-order',
  '39 second Setup at the end': 'V2 event-order',
  '40 second Result (different)': 'V2 event-order',
  '41 event with unknown extra field': 'V2 event-form',
  '42 event height skips one': 'V2 event-height',
  '43 event parent is its grandparent': 'V2 event-parent',
  '44 extra data record at the end': 'V2 left-over',
  '45 extra data record in the middle': 'V2 event-files',
  '46 two zero blocks at the end (ordinary tar end)': 'V1 file-header',
  '47 truncated last block': 'V1 cut-short',
  '48 ustar magic in the first header': 'V1 file-header',
  '49 non-zero padding byte': 'V1 file-padding',
  '50 event content altered (name hash stale)': 'V1 file-hash',
  '51 header timestamp as a JSON number': 'accepted',
  '52 later entry has another mtime': 'V1 file-time',
  '53 setup data in another order': 'V3 setup-hashes',
  '54 election JSON with spaces': 'V3 not-canonical',
  '55 election: other public key': 'V4 public-key',
  '56 election: unknown extra field': 'V3 wrong-fields',
  '57 election: with language field (3.3)': 'accepted',
  '58 credential twice in the list': 'V5 duplicate-credential',
  '59 credential with weight 2': 'V5 invalid-point',
  '60 credential with weight 2, tallied': 'V5 invalid-point',
  '61 credential not a point': 'V5 invalid-point',
  '62 credentials unsorted': 'accepted',
  '63 trustees: pok altered': 'V4 key-knowledge',
  '64 trustees: with name': 'accepted',
  '65 threshold params: threshold 1 instead of 2': 'V4 certificate-context',
  '66 threshold params: verification keys exchanged': 'V4 verification-key',
  '67 threshold params: coefexps exchanged': 'V4 coefficients-signature',
  '68 threshold params: signatures missing': 'V4 parameters-form',
  '69 threshold params: certs exchanged': 'V4 certificate-context',
  '70 threshold params: vk signature missing': 'V4 parameters-form',
  '71 threshold params: coefexps signature altered': 'V4 coefficients-signature',
  '72 threshold params: certs_sig altered': 'V4 certificates-signature',
  '73 threshold params: one member dropped': 'V4 threshold',
};

/** The archives of which each reason, and acceptance, has one. */
export const oneOfEach = Object.keys(expected).filter(
  (name, at, names) => names.findIndex((other) => expected[other] === expected[name]) === at,
);

/** Verifies recorded archives with one thing wrong: each is refused with its own reason, and the others are accepted. */
export async function expectVerdicts(group: Group, wanted: readonly string[] = Object.keys(expected)): Promise<void> {
  const cases = await vectorJson<Case[]>('invalid-archives/cases.json');
  expect(cases.map(nameOf)).toEqual(Object.keys(expected));
  const verdicts: Record<string, string> = {};
  for (const one of cases.filter((each) => wanted.includes(nameOf(each)))) {
    const report = await verifyRecord(await vectorBytes(`invalid-archives/${one.file}`), { group, uuid: one.uuid });
    const { failure } = report;
    const verdict = failure ? `${failure.check} ${failure.reason}` : 'accepted';
    verdicts[nameOf(one)] = verdict;
    expect(verdict === 'accepted' ? 'accept' : 'reject', one.name).toBe(one.expected);
  }
  expect(verdicts).toEqual(Object.fromEntries(wanted.map((name) => [name, expected[name]])));
}

function nameOf({ file, name }: Case): string {
  return `${file.slice(0, 2)} ${name}`;
}
