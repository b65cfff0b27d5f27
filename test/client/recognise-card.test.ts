import { expect, test } from 'vitest';
import type { CeremonyView } from '../../src/client/teller/ceremony.ts';
import { recogniseCard } from '../../src/client/teller/recognise-card.ts';
import { sessionId } from '../../src/domain/session/session.ts';
import { createSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { writeThresholdTrustees } from '../../src/protocol/ceremony/trustees.ts';
import { writeCanonical } from '../../src/protocol/encoding/json.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { aCeremony } from '../support/build/ceremony.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';

const id = sessionId.parse('Dw5xMuS7nSTvZXabcdefgh');
const random = repeatableRandom(91);
const { seeds, certs, parameters, outputs } = aCeremony(sodiumGroup, { size: 3, threshold: 2 }, random);
const view: CeremonyView = {
  ...{ run: 1, size: 3, threshold: 2, round: 'done', me: 1, tellers: [], certificates: certs, complaint: null },
  ...{ commitments: null, polynomials: null, trustees: writeThresholdTrustees(parameters) },
  myOutput: writeCanonical({ private_key: outputs[0]?.sealedKey ?? '', public_key: null }),
};
const card = (teller: number) => ({ ok: true, seed: seeds[teller - 1] ?? '' }) as const;
const recognise = (given: Parameters<typeof recogniseCard>[1], seen: Partial<CeremonyView> = {}) =>
  recogniseCard(sodiumGroup, given, id, { ...view, ...seen });

test('a card is the teller’s own only if it opens the share that the server kept', () => {
  expect(recognise(card(1))).toEqual({ kind: 'own' });
  expect(recognise(card(1), { myOutput: '{}' })).toEqual({ kind: 'own-key-missing' });
  expect(recognise(card(1), { trustees: null })).toEqual({ kind: 'own-key-missing' });
});

test('another teller’s card is told from one of another ceremony or another vote', () => {
  expect(recognise(card(3))).toEqual({ kind: 'another-teller', teller: 3 });
  expect(recognise({ ok: true, seed: createSeed(random) })).toEqual({ kind: 'another-ceremony' });
  expect(recognise(card(3), { certificates: null })).toEqual({ kind: 'another-ceremony' });
  const elsewhere = sessionId.parse('AnotherVote1234567891');
  expect(recognise({ ...card(1), sessionId: elsewhere })).toEqual({ kind: 'another-session' });
  expect(recognise({ ...card(1), sessionId: id, teller: 1 })).toEqual({ kind: 'own' });
});
