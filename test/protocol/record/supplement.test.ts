import { expect, test } from 'vitest';
import { sortCredentials } from '../../../src/protocol/ballot/credential.ts';
import { checkSupplementLists, readSupplement, writeSupplement } from '../../../src/protocol/record/supplement.ts';

const [first = '', second = '', third = ''] = sortCredentials(['a1', 'b2', 'c3'].map((start) => start.repeat(32)));
const nothing = { proofs: [], unused: [], void: [] };
const proof = { challenge: 5n, response: 7n };

test('a supplement is read as it was written', () => {
  const supplement = { proofs: [{ owner: 1, payload: 'ab', proof }], unused: [first], void: [second] };
  expect(readSupplement(writeSupplement(supplement))).toEqual(supplement);
  const shuffled = { ...nothing, unused: [third, first, second] };
  expect(readSupplement(writeSupplement(shuffled))?.unused).toEqual([first, second, third]);
});

test('anything else is none', () => {
  const owned = JSON.parse(writeSupplement({ ...nothing, proofs: [{ owner: 1, payload: 'ab', proof }] })).proofs[0];
  const others = [
    ...['', '[]', '{"proofs":[]}', '{"proofs":1,"unused":[],"void":[]}', '{"proofs":[],"unused":[1],"void":[]}'],
    ...['{"proofs":[],"unused":[],"void":{}}', '{"proofs":[1],"unused":[],"void":[]}'],
    ...[{ owner: '1' }, { payload: 1 }, { proof: {} }].map((change) =>
      JSON.stringify({ proofs: [{ ...owned, ...change }], unused: [], void: [] }),
    ),
  ];
  for (const other of others) expect(readSupplement(other), other).toBeUndefined();
});

test('papers that nobody voted with stand in order, once, and are papers of this vote', () => {
  const check = (unused: string[], voided: string[], published = [first, second, third], voted: string[] = []) => {
    const checked = checkSupplementLists({ ...nothing, unused, void: voided }, new Set(published), new Set(voted));
    return checked.ok ? 'accepted' : checked.refusal;
  };
  expect(check([first, second], [third])).toBe('accepted');
  expect(check([second, first], [])).toBe('list-order');
  expect(check([], [third, first])).toBe('list-order');
  expect(check([first], [first])).toBe('list-overlap');
  expect(check([first, first], [])).toBe('list-overlap');
  expect(check([first], [], [second])).toBe('list-unknown');
  expect(check([first, second], [], [first])).toBe('list-unknown');
  expect(check([first], [second], undefined, [second])).toBe('paper-has-voted');
});
