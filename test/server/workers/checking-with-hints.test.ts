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
async function checked(ballot: string, hint?: string) {
  const raised = vi.spyOn(group, 'decodeWithPowers');
  try {
    const verdict = await checkBallot({ election: election.text, ballot, credential, hint });
    return { verdict, strictly: raised.mock.calls.length > 0 };
  } finally {
    raised.mockRestore();
  }
}

test('a ballot with its hint is not checked strictly, one without or with a useless one is, to the same verdict', async () => {
  const ballot = one?.text ?? '';
  const verdict = { ok: true, hash: sha256Hex(ballot) };
  expect(await checked(ballot, hintOf(one))).toEqual({ verdict, strictly: false });
  for (const hint of [undefined, '', 'no hint', hintOf(other), hintOf(one).slice(4), `${hintOf(one)}AAAA`]) {
    expect(await checked(ballot, hint)).toEqual({ verdict, strictly: true });
  }
});

test('a false ballot is refused by name, though its hint fits', async () => {
  const { content, hint } = forgeBallot(group, election, secret, [0], random, {
    commitments: (own) => own.map((point) => group.product(point, group.generator)),
  });
  const verdict = { ok: false, refusal: 'individual-proof' };
  expect(await checked(content, encodeHint(hint))).toEqual({ verdict, strictly: true });
});
