import { expect, test, vi } from 'vitest';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential } from '../../../src/protocol/ballot/credential.ts';
import { encodeHint } from '../../../src/protocol/ballot/hint.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { ballotGroup as group } from '../../../src/server/arithmetic/ballot-group.ts';
import { checkBallot } from '../../../src/server/workers/hall/check-ballot.ts';
import { anElection } from '../../support/build/elections.ts';
import { forgeBallot } from '../../support/build/forged-ballots.ts';
import { repeatableRandom } from '../../support/build/recorded-random.ts';

const random = repeatableRandom(19);
const election = anElection(group, [2]);
const secret = createCredential(random);
const credential = publicCredential(group, election.uuid, secret);
const [one, other] = [0, 1].map((mark) => createBallot(group, election, secret, [mark], random));
const hintOf = (sealed: typeof one) => encodeHint(sealed?.hint ?? new Uint8Array());

/** The verdict, and whether points of the ballot were raised to powers one by one for it. */
function checked(ballot: string, hint?: string) {
  const raised = vi.spyOn(group, 'decodeWithPowers');
  try {
    const [verdict] = checkBallot([{ election: election.text, ballot, credential, hint }]);
    return { verdict, strictly: raised.mock.calls.length > 0 };
  } finally {
    raised.mockRestore();
  }
}

test('a ballot with its hint is not checked strictly, one without or with a useless one is, to the same verdict', () => {
  const ballot = one?.text ?? '';
  // What is kept is the same whoever makes it: the hint of a ballot is determined by it.
  const verdict = { ok: true, hash: sha256Hex(ballot), hint: one?.hint };
  expect(checked(ballot, hintOf(one))).toEqual({ verdict, strictly: false });
  for (const hint of [undefined, '', 'no hint', hintOf(other), hintOf(one).slice(4), `${hintOf(one)}AAAA`]) {
    expect(checked(ballot, hint)).toEqual({ verdict, strictly: true });
  }
});

test('a false ballot is refused by name, though its hint fits', () => {
  const { content, hint } = forgeBallot(group, election, secret, [0], random, {
    commitments: (own) => own.map((point) => group.product(point, group.generator)),
  });
  const verdict = { ok: false, refusal: 'individual-proof' };
  expect(checked(content, encodeHint(hint))).toEqual({ verdict, strictly: true });
});

/** Ballots of papers of their own. */
const papers = [1, 2, 3].map((mark) => {
  const own = createCredential(random);
  const sealed = createBallot(group, election, own, [mark % 2], random);
  const { text: ballot, publicCredential: of, hint = new Uint8Array() } = sealed;
  return { election: election.text, ballot, credential: of, hint: encodeHint(hint), verdict: { ok: true, hint } };
});

test('a false ballot costs each that is checked with it one check by its own hint, and none a strict one', () => {
  const { content, hint } = forgeBallot(group, election, secret, [0], random, {
    commitments: (own) => own.map((point) => group.product(point, group.generator)),
  });
  const forged = { election: election.text, ballot: content, credential, hint: encodeHint(hint) };
  if (group.batches === undefined) throw new Error('the service checks in batches');
  const raised = vi.spyOn(group, 'decodeWithPowers');
  const multiplied = vi.spyOn(group.batches, 'productOfPowers');
  try {
    const verdicts = checkBallot([...papers.slice(0, 2), forged, ...papers.slice(2)]);
    expect(verdicts).toMatchObject([
      ...papers.slice(0, 2).map(({ verdict }) => verdict),
      { ok: false, refusal: 'individual-proof' },
      ...papers.slice(2).map(({ verdict }) => verdict),
    ]);
    // All together, and then each alone.
    expect(multiplied).toHaveBeenCalledTimes(1 + 4);
    const strictly = new Set(raised.mock.calls.map(([text]) => text));
    expect([...strictly].filter((text) => !content.includes(text))).toEqual([]);
  } finally {
    vi.restoreAllMocks();
  }
});

test('the very ballot twice at one moment has its verdict twice: whether it is in the box is not asked here', () => {
  const [first, second] = papers;
  if (first === undefined || second === undefined) throw new Error('three papers');
  const verdicts = checkBallot([first, second, { ...first, hint: second.hint }]);
  expect(verdicts).toMatchObject([first.verdict, second.verdict, first.verdict]);
});

test('a ballot that is held to be of the paper of another one checked with it is refused', () => {
  const [first, second] = papers;
  if (first === undefined || second === undefined) throw new Error('three papers');
  const verdicts = checkBallot([first, { ...second, credential: first.credential }]);
  expect(verdicts).toMatchObject([{ ok: true }, { ok: false, refusal: 'unknown-credential' }]);
  expect(checkBallot([{ ...second, credential: first.credential }, first])).toMatchObject([
    { ok: false },
    { ok: true },
  ]);
});
