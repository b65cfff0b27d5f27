import { expect, test } from 'vitest';
import { voterId } from '../../../src/domain/session/session.ts';
import { linkSealer } from '../../../src/server/store/sealed-links.ts';
import { AlteredSession } from '../../../src/server/store/session-locks.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { aCredential, aSessionId } from '../../support/build/stored-sessions.ts';

const key = new Uint8Array(32).fill(7);
const [voter, second] = [voterId.parse(aPersonId(1)), voterId.parse(aPersonId(2))];
const sealer = linkSealer(aSessionId(1), key);

test('a link opens with its key, and is found by its voter and by its credential', () => {
  const row = sealer.seal(voter, aCredential(1));
  expect(sealer.open(row)).toEqual([voter, aCredential(1)]);
  expect([row.voterHash, row.credentialHash]).toEqual([sealer.voterHash(voter), sealer.credentialHash(aCredential(1))]);
});

const longest = voterId.parse('\u0001'.repeat(64));

test('no column tells of voter or credential, nor by its length, nor that it is sealed again', () => {
  const rows = [
    sealer.seal(voter, aCredential(1)),
    sealer.seal(second, aCredential(2)),
    sealer.seal(voter, aCredential(1)),
    sealer.seal(longest, aCredential(3)),
  ];
  expect(rows.map((row) => sealer.open(row)[0])).toEqual([voter, second, voter, longest]);
  expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(4);
  expect(
    new Set(
      rows.map((row) =>
        Object.values(row)
          .map(({ length }) => length)
          .join(),
      ),
    ).size,
  ).toBe(1);
  // Hashes of one key tell nothing to another session's, nor to a hash without a key.
  expect(linkSealer(aSessionId(2), key).voterHash(voter)).not.toBe(sealer.voterHash(voter));
  expect(sealer.voterHash(voter)).not.toBe(linkSealer(aSessionId(1), new Uint8Array(32)).voterHash(voter));
});

test.each([
  ['another key', linkSealer(aSessionId(1), new Uint8Array(32)), {}],
  ['another session', linkSealer(aSessionId(2), key), {}],
  ["another voter's hash", sealer, { voterHash: sealer.voterHash(second) }],
  ["another paper's hash", sealer, { credentialHash: sealer.credentialHash(aCredential(2)) }],
  ["another row's text", sealer, { sealed: sealer.seal(second, aCredential(2)).sealed }],
  ['a shorter text', sealer, { sealed: 'AAAA' }],
])('a row under %s is altered', (_name, opener, change) => {
  const row = { ...sealer.seal(voter, aCredential(1)), ...change };
  expect(() => opener.open(row)).toThrow(AlteredSession);
});
