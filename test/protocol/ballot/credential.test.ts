import { describe, expect, test } from 'vitest';
import { nobleGroup as group } from '../../../src/protocol/arithmetic/noble-group.ts';
import {
  createCredential,
  isCredential,
  publicCredential,
  readCredentials,
  sortCredentials,
  writeCredentials,
} from '../../../src/protocol/ballot/credential.ts';
import { credentialExponent } from '../../../src/protocol/encoding/hash.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';
import { vectorJson } from '../../support/build/vectors.ts';

interface CredentialVectors {
  readonly valid: readonly { uuid: string; credential: string; secret: string; public: string }[];
  readonly invalid: readonly { credential: string }[];
}

const { valid, invalid } = await vectorJson<CredentialVectors>('credentials.json');

test.each(valid)('$credential in $uuid gives the recorded halves', ({ uuid, credential, ...expected }) => {
  expect(isCredential(credential)).toBe(true);
  expect(credentialExponent(uuid, credential).toString()).toBe(expected.secret);
  expect(publicCredential(group, uuid, credential)).toBe(expected.public);
});

test.each(invalid)('$credential is no credential', ({ credential }) => {
  expect(isCredential(credential)).toBe(false);
});

test('a line end makes a credential another text', () => {
  expect(isCredential(`${valid[0]?.credential}\n`)).toBe(false);
});

test('a new credential has the form, and each is another', () => {
  const random = repeatableRandom();
  const made = Array.from({ length: 100 }, () => createCredential(random));
  expect(made.every(isCredential)).toBe(true);
  expect(new Set(made).size).toBe(100);
});

test('one credential has another public half in another session', () => {
  const { uuid = '', credential = '' } = valid[0] ?? {};
  expect(publicCredential(group, `${uuid}1`, credential)).not.toBe(publicCredential(group, uuid, credential));
});

describe('the published list', () => {
  const points = valid.map((vector) => vector.public);

  test('stands in an order of its own, whatever the order of making', () => {
    const list = writeCredentials(points);
    expect(writeCredentials([...points].reverse())).toBe(list);
    const read = readCredentials(group, list);
    expect(read).toEqual({ ok: true, credentials: sortCredentials(points) });
  });

  test.each(['single-3subjects', 'with-revotes', 'threshold-3of5-gcm'])(
    'has the order of the tool: %s',
    async (folder) => {
      const list = await vectorJson<string[]>(`${folder}/public_creds.json`);
      const published = list.map((entry) => entry.split(',')[0] ?? '');
      expect(sortCredentials([...published].reverse())).toEqual(published);
    },
  );

  const [one = '', two = ''] = points;
  const twisted = '8000000000000000000000000000000000000000000000000000000000000000';
  test.each([
    ['duplicate-credential', `["${one}","${two}","${one}"]`],
    ['invalid-point', `["${one}","${two},2"]`],
    ['invalid-point', `["${one.toUpperCase()}"]`],
    ['invalid-point', `["${one}","${twisted}"]`],
    ['invalid-point', `["${'0'.repeat(63)}1"]`],
    ['wrong-fields', `{"0":"${one}"}`],
    ['wrong-fields', `["${one}",7]`],
    ['not-canonical', `["${one}", "${two}"]`],
    ['not-canonical', `["${one}"]\n`],
  ])('is refused as %s: %s', (refusal, list) => {
    expect(readCredentials(group, list)).toEqual({ ok: false, refusal });
  });
});
