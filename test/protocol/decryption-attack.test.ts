import { expect, test } from 'vitest';
import type { RandomBytes } from '../../src/protocol/arithmetic/random.ts';
import { encodeScalar, inverseScalar, mod, randomScalar } from '../../src/protocol/arithmetic/scalar.ts';
import { wasmGroup as group } from '../../src/protocol/arithmetic/wasm-group.ts';
import { createBallot } from '../../src/protocol/ballot/create-ballot.ts';
import type { DecryptionKey } from '../../src/protocol/ceremony/decryption-key.ts';
import { decryptionChallenge, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { createSupplementaryProof } from '../../src/protocol/proofs/supplementary-proof.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import {
  ballotEvent,
  encryptedTallyEvent,
  endBallotsEvent,
  partialDecryptionEvent,
  resultEvent,
} from '../../src/protocol/record/record-events.ts';
import { writeSupplement } from '../../src/protocol/record/supplement.ts';
import { lagrangeCoefficients } from '../../src/protocol/tally/combine.ts';
import { createPartialDecryption } from '../../src/protocol/tally/partial-decryption.ts';
import { writeResult } from '../../src/protocol/tally/result.ts';
import { verifyRecord } from '../../src/protocol/verify/verify-record.ts';
import { repeatableRandom, scalarsInOrder } from '../support/build/recorded-random.ts';
import { type OpenVote, openVote, tallyOf, timestamp } from '../support/build/whole-vote.ts';

// PROTOCOL §9: the teller fixes a commitment first, and the last voter, who works with it, then chooses the randomness
// of one cell so that a decryption factor that is off by g^shift still proves.
interface Plan {
  readonly nonce: bigint;
  readonly challenge: bigint;
  /** Randomness that the last ballot must use in the first cell. */
  readonly randomness: bigint;
}

function plan(vote: OpenVote, { owner }: DecryptionKey, shift: bigint, random: RandomBytes): Plan {
  const [[first] = []] = tallyOf(group, vote).tally.cells;
  if (first === undefined) throw new Error('the vote has a cell');
  const nonce = randomScalar(random);
  const free = randomScalar(random);
  const a = group.encode(group.generatorPower(nonce));
  const b = group.encode(group.product(group.power(first.alpha, nonce), group.generatorPower(free)));
  const challenge = decryptionChallenge(vote.election.fingerprint, owner.key.text, a, b);
  return { nonce, challenge, randomness: mod((free - shift * challenge) * inverseScalar(nonce)) };
}

/** The accomplice's ballot: an ordinary one but for the randomness of its first cell. */
function lastBallot(vote: OpenVote, { randomness }: Plan, random: RandomBytes): OpenVote {
  const chosen = scalarsInOrder([randomness]);
  let first = true;
  const mixed: RandomBytes = (length) => {
    const draw = first ? chosen(length) : random(length);
    first = false;
    return draw;
  };
  const credential = vote.credentials.at(-1) ?? '';
  const { text } = createBallot(group, vote.election, credential, [0], mixed);
  return { ...vote, events: [...vote.events, ballotEvent(utf8Bytes(text))] };
}

/** The teller's decryption with the first cell off by g^shift, and the best supplementary proof it can make. */
function falseDecryption(
  vote: OpenVote,
  key: DecryptionKey,
  { nonce, challenge }: Plan,
  shift: bigint,
  random: RandomBytes,
) {
  const { tally } = tallyOf(group, vote);
  const honest = JSON.parse(createPartialDecryption(group, vote.election, key, tally, random)) as {
    decryption_factors: string[][];
    decryption_proofs: { challenge: string; response: string }[][];
  };
  const factor = group.decode(honest.decryption_factors[0]?.[0] ?? '');
  if (factor === undefined) throw new Error('an honest factor');
  const shifted = group.encode(group.product(factor, group.generatorPower(shift)));
  const response = mod(nonce - key.secret * challenge);
  honest.decryption_factors[0]?.splice(0, 1, shifted);
  honest.decryption_proofs[0]?.splice(0, 1, { challenge: encodeScalar(challenge), response: encodeScalar(response) });
  const text = JSON.stringify(honest);
  return { text, proof: createSupplementaryProof(group, vote.election, key, tally, text, random) };
}

/** A whole vote of four marks for level 0, of which some vanish; `sharers`: positions of the tellers who decrypt. */
function attack(
  tellers: { size: number; threshold: number },
  sharers: readonly number[],
  seed: number,
  vanishing = 3n,
) {
  const random = repeatableRandom(seed);
  const marks = [0, 1, 2].map((voter) => ({ voter, marks: [0] }));
  const before = openVote(group, tellers, [3], 4, marks, random);
  const keys = sharers.map((position) => before.keys[position - 1]).filter((key) => key !== undefined);
  const [cheater] = keys;
  if (cheater === undefined) throw new Error('somebody cheats');
  const used = sharers.slice(0, tellers.threshold);
  const [weight = 1n] = lagrangeCoefficients(used, 0);
  const shift = mod(vanishing * inverseScalar(weight));
  const planned = plan(before, cheater, shift, random);
  const vote = lastBallot(before, planned, random);
  const { tally, counted } = tallyOf(group, vote);
  const shares = keys.map((key) => {
    if (key === cheater) return { key, ...falseDecryption(vote, key, planned, shift, random) };
    const text = createPartialDecryption(group, vote.election, key, tally, random);
    return { key, text, proof: createSupplementaryProof(group, vote.election, key, tally, text, random) };
  });
  const events = [
    ...[...vote.events, endBallotsEvent(), encryptedTallyEvent(utf8Bytes(tally.text), counted)],
    ...shares.map(({ key, text }) => partialDecryptionEvent(key.owner.owner, utf8Bytes(text))),
    resultEvent(utf8Bytes(writeResult([[1, 0, 0]]))),
  ];
  const proofs = shares.map(({ key, text, proof }) => ({ owner: key.owner.owner, payload: sha256Hex(text), proof }));
  const supplement = utf8Bytes(writeSupplement({ proofs, unused: [], void: [] }));
  return { bytes: writeRecord(timestamp, events).bytes, supplement };
}

test.each([
  ['a single teller', { size: 1, threshold: 1 }, [1]],
  ['one of two tellers of three', { size: 3, threshold: 2 }, [1, 3]],
])(
  '%s makes three votes vanish, unseen in the record; the supplementary proof shows it',
  async (_, tellers, sharers) => {
    const { bytes, supplement } = attack(tellers, sharers, 21);
    const alone = await verifyRecord(bytes, { group, final: true });
    expect(alone).toMatchObject({ ok: true, assurance: 'nothing' });
    expect(alone.verified?.counts).toEqual([[1, 0, 0]]);
    const supplemented = await verifyRecord(bytes, { group, supplement, final: true });
    expect(supplemented.failure).toMatchObject({ check: 'V8', reason: 'supplement-proof' });
  },
);

test('with one share more than needed the record itself shows it', async () => {
  const { bytes, supplement } = attack({ size: 3, threshold: 2 }, [1, 2, 3], 22);
  expect((await verifyRecord(bytes, { group })).failure).toMatchObject({ reason: 'inconsistent-shares' });
  expect((await verifyRecord(bytes, { group, supplement })).failure).toMatchObject({ reason: 'supplement-proof' });
});

test('more votes than there are cannot vanish: what is left is no count', async () => {
  const { bytes } = attack({ size: 1, threshold: 1 }, [1], 23, 5n);
  expect((await verifyRecord(bytes, { group })).failure).toEqual({
    ...{ check: 'V9', reason: 'not-a-count', where: 'subject 1, level 1' },
  });
});
