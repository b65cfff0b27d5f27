import { expect, test } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { createSingleTrustee } from '../../../src/protocol/ceremony/single-trustee.ts';
import { checkTrustees, writeSingleTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { sha256Base64, sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { createDescription } from '../../../src/protocol/record/description.ts';
import { createElection } from '../../../src/protocol/record/election.ts';
import { writeRecord } from '../../../src/protocol/record/record.ts';
import { setupEvent } from '../../../src/protocol/record/record-events.ts';
import type { VerifyOptions } from '../../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { good } from '../../support/build/good.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
import { timestamp } from '../../support/build/whole-vote.ts';

const uuid = 'Dw5xMuS7nSTvZX';
const documents = { roll: utf8Bytes('roll'), form: utf8Bytes('form'), briefing: utf8Bytes('briefing') };
const hashes = { roll: sha256Hex('roll'), form: sha256Hex('form'), briefing: sha256Hex('briefing') };
const trustees = writeSingleTrustees(createSingleTrustee(group, repeatableRandom(71)).text);
const key = group.encode(good(checkTrustees(group, trustees)).electionKey);
const credentials = `["${group.encode(group.generator)}"]`;

interface Files {
  readonly election?: string;
  readonly trustees?: string;
  readonly credentials?: string;
  readonly setupData?: string;
}

function anElectionOf(publicKey: string, description = createDescription('Hội nghị thử', hashes)): string {
  const questions = [{ question: 'Đồng chí 1', answers: ['Tín nhiệm'] }];
  const creation = createElection(group, { uuid, name: 'Lấy phiếu', description, publicKey, questions });
  if (!creation.ok) throw new Error(creation.refusal);
  return creation.election.text;
}

/** A record that holds nothing but its setup, of these files. */
async function verdict(files: Files = {}, options: Partial<VerifyOptions> = {}) {
  const parts = [files.election ?? anElectionOf(key), files.trustees ?? trustees, files.credentials ?? credentials];
  const [election, keys, list] = parts.map(utf8Bytes);
  if (!election || !keys || !list) throw new Error('three files');
  const setup = setupEvent(election, keys, list);
  const event = files.setupData ? { ...setup, files: setup.files.with(3, utf8Bytes(files.setupData)) } : setup;
  const { failure } = await verifyRecord(writeRecord(timestamp, [event]).bytes, { group, ...options });
  return failure ? [failure.check, failure.reason, failure.where] : 'accepted';
}

test('V3: the setup names its files by their hashes, and the election is one of the profile', async () => {
  expect(await verdict()).toBe('accepted');
  expect(await verdict({ setupData: '{}' })).toEqual(['V3', 'setup-hashes', undefined]);
  expect(await verdict({ election: '{}' })).toEqual(['V3', 'wrong-fields', 'election']);
});

test('V3: the election is the one that was announced', async () => {
  expect(await verdict({}, { uuid })).toBe('accepted');
  expect(await verdict({}, { uuid: 'AnotherE1ection' })).toEqual(['V3', 'uuid', uuid]);
});

test('V3: documents that are shown are those whose hashes the election carries', async () => {
  expect(await verdict({}, { documents })).toBe('accepted');
  expect(await verdict({}, { documents: {} })).toBe('accepted');
  for (const name of ['roll', 'form', 'briefing'] as const) {
    expect(await verdict({}, { documents: { [name]: documents[name] } })).toBe('accepted');
    const other = { ...documents, [name]: utf8Bytes('other') };
    expect(await verdict({}, { documents: other })).toEqual(['V3', `document-${name}`, undefined]);
    const without = { election: anElectionOf(key, 'Hội nghị thử') };
    expect(await verdict(without, { documents: { [name]: documents[name] } })).toEqual([
      ...['V3', `document-${name}`, undefined],
    ]);
  }
});

test('V4: the trustees prove their keys, and the election’s key is theirs', async () => {
  expect(await verdict({ trustees: '[]' })).toEqual(['V4', 'trustees-form', undefined]);
  const foreign = anElectionOf(group.encode(group.generator));
  expect(await verdict({ election: foreign })).toEqual(['V4', 'public-key', undefined]);
});

test('V5: credentials are valid, and as many and the same as announced', async () => {
  expect(await verdict({ credentials: '{}' })).toEqual(['V5', 'wrong-fields', 'credentials']);
  const fingerprint = sha256Base64(credentials);
  expect(await verdict({}, { credentials: { count: 1, fingerprint } })).toBe('accepted');
  expect(await verdict({}, { credentials: {} })).toBe('accepted');
  expect(await verdict({}, { credentials: { count: 2 } })).toEqual(['V5', 'credentials-count', '1']);
  expect(await verdict({}, { credentials: { fingerprint: '' } })).toEqual(['V5', 'credentials-fingerprint', undefined]);
});
