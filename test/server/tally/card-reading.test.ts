import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { openDecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { createTrusteeKey } from '../../../src/protocol/ceremony/trustee-key.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { writeCanonical } from '../../../src/protocol/encoding/json.ts';
import { createCardProof } from '../../../src/protocol/proofs/card-proof.ts';
import { type Proof, writeProof } from '../../../src/protocol/proofs/schnorr.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { good } from '../../support/build/good.ts';
import {
  aVoteService,
  counting,
  opened,
  refusedUnchanged,
  type VoteService,
} from '../../support/service/vote-service.ts';

let made: VoteService;
let fingerprint: string;
beforeAll(async () => {
  made = await aVoteService({ voters: 4, sheets: 4, phones: 0 });
});
afterAll(() => made.service.app.close());

function keyOf(index: number): DecryptionKey {
  const { ceremony, state } = made.vote;
  const trustees = good(checkTrustees(sodiumGroup, state.session.ceremony?.trustees ?? ''));
  const sealed = ceremony.outputs[index - 1]?.sealedKey ?? '';
  return good(openDecryptionKey(sodiumGroup, trustees, ceremony.seeds[index - 1] ?? '', sealed));
}
const written = (proof: Proof) => writeCanonical(writeProof(proof));
const proofOf = (index: number, of = fingerprint) =>
  written(createCardProof(sodiumGroup, of, keyOf(index), made.random));
const send = (index: number, proof: string) => made.post('card-reading', made.teller(index), { proof });
const readNow = async () => (await made.get('teller-view', made.teller(3))).body.session.cardsRead;

test('before the box is open no card is asked for', async () => {
  const answer = await refusedUnchanged(made, () => send(1, proofOf(1, 'x'.repeat(43))));
  expect(answer.code).toBe('session-not-open');
});

test('a teller whose card opens the own key is counted, once, whoever looks and however often it is sent', async () => {
  fingerprint = (await opened(made)).fingerprint;
  expect(await readNow()).toEqual([]);
  const proof = proofOf(1);
  expect((await send(1, proof)).status).toBe(204);
  expect((await send(1, proof)).status).toBe(204);
  expect((await send(1, proofOf(1))).status).toBe(204);
  expect(await readNow()).toEqual([1]);
});

test('a proof for another purpose, another election, by another teller’s key or of another form counts for nobody', async () => {
  const { proof: knowledge } = createTrusteeKey(sodiumGroup, keyOf(2).secret, made.random);
  const wrong = [
    proofOf(1),
    proofOf(2, 'A'.repeat(43)),
    written(knowledge),
    proofOf(2).replace(/\d"}$/, '"}'),
    '{}',
    'x',
  ];
  for (const proof of wrong) {
    const answer = await refusedUnchanged(made, () => send(2, proof));
    expect([answer.status, answer.code]).toEqual([422, 'card-proof-invalid']);
  }
});

test('nobody but a teller proves a card, and no key or seed stands in what the service keeps or answers', async () => {
  for (const headers of [made.chair, made.seatHolder, made.stranger]) {
    const answer = await refusedUnchanged(made, () => made.post('card-reading', headers, { proof: proofOf(2) }));
    expect(answer.status).toBeGreaterThanOrEqual(401);
  }
  const all = JSON.stringify([await made.everything(), (await made.get('teller-view', made.teller(1))).body]);
  expect(all).not.toContain(made.vote.ceremony.seeds[0]);
  expect(all).not.toContain(String(keyOf(1).secret));
});

test('during the count it can still be done, after closing no more', async () => {
  await counting(made, { issued: 4, collected: 0, sheets: 0 });
  expect((await send(2, proofOf(2))).status).toBe(204);
  expect(await readNow()).toEqual([1, 2]);
  await made.change({ state: 'closed' });
  expect((await refusedUnchanged(made, () => send(3, proofOf(3)))).code).toBe('session-not-open');
});
