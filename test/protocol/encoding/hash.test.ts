import { describe, expect, test } from 'vitest';
import * as hash from '../../../src/protocol/encoding/hash.ts';
import { vectorJson } from '../../support/build/vectors.ts';

interface HashVector {
  readonly what: string;
  readonly from: string;
  readonly input?: string;
  readonly sha256?: string;
  readonly base64?: string;
  readonly mod_q?: string;
  readonly key_input?: string;
  readonly key_point: string;
  readonly key: string;
  readonly iv_input: string;
  readonly iv: string;
}

const vectors = await vectorJson<HashVector[]>('hashes.json');
const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

describe.each(vectors.filter(({ input }) => input !== undefined))('$what of $from', ({ input = '', ...expected }) => {
  test('the input gives the recorded hash', () => {
    expect(hash.sha256Hex(input)).toBe(expected.sha256);
    if (expected.mod_q !== undefined) expect(hash.hashToScalar(input).toString()).toBe(expected.mod_q);
    if (expected.base64 !== undefined) expect(hash.sha256Base64(input)).toBe(expected.base64);
  });

  test('the input is put together as recorded', () => {
    expect(rebuild(input)).toBe(expected.mod_q === undefined ? undefined : expected.mod_q);
  });
});

/** Takes a recorded input apart and makes the hash by the function for its purpose. */
function rebuild(input: string): string | undefined {
  const parts = input.split('|');
  const last = parts.at(-1) ?? '';
  const before = (prefix: string) => parts.slice(1, -1).join('|').slice(prefix.length);
  const schnorr = (prefix: string) => hash.hashToScalar(prefix + last).toString();
  switch (parts[0]) {
    case 'pok':
      return schnorr(hash.keyKnowledgePrefix(parts[2] ?? ''));
    case 'sig':
      return schnorr(hash.ballotSignaturePrefix(before('')));
    case 'sigmsg':
      return schnorr(hash.messageSignaturePrefix(before('')));
    case 'prove': {
      const [alpha = '', beta = ''] = parts.at(-2)?.split(',') ?? [];
      return hash.rangeChallenge(parts.slice(1, -2).join('|'), alpha, beta, last.split(',')).toString();
    }
    case 'decrypt': {
      const [a = '', b = ''] = last.split(',');
      return hash.decryptionChallenge(parts[1] ?? '', parts[2] ?? '', a, b).toString();
    }
    case 'sk':
      return hash.signingKeyFromSeed(last).toString();
    case 'dk':
      return hash.decryptionKeyFromSeed(last).toString();
    default:
      return undefined;
  }
}

test.each(vectors.filter(({ sha256, base64 }) => sha256 && base64))(
  'both forms of one hash name the same: $what',
  ({ sha256 = '', base64 }) => {
    expect(hash.hexToBase64(sha256)).toBe(base64);
  },
);

test.each(vectors.filter(({ key_input }) => key_input !== undefined))('$what: $from', (vector) => {
  expect(hex(hash.channelKey(vector.key_point))).toBe(vector.key);
  expect(hex(hash.channelVector(vector.iv_input.slice('iv|'.length)))).toBe(vector.iv);
});

test('every kind of hash of the profile is among the vectors', () => {
  const kinds = new Set(vectors.map(({ input }) => input?.split('|')[0]));
  for (const kind of ['pok', 'sig', 'prove', 'decrypt', 'sk', 'dk', 'sigmsg']) expect(kinds).toContain(kind);
});
