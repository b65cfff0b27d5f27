import type { RandomBytes } from '../../../src/protocol/arithmetic/random.ts';
import { openDecryptionKey } from '../../../src/protocol/ceremony/decryption-key.ts';
import { checkTrustees } from '../../../src/protocol/ceremony/trustees.ts';
import { writeCanonical } from '../../../src/protocol/encoding/json.ts';
import { writeProof } from '../../../src/protocol/proofs/schnorr.ts';
import { createSupplementaryProof } from '../../../src/protocol/proofs/supplementary-proof.ts';
import { type Election, readElection } from '../../../src/protocol/record/election.ts';
import { createPartialDecryption } from '../../../src/protocol/tally/partial-decryption.ts';
import { readEncryptedTally } from '../../../src/protocol/tally/read-encrypted-tally.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { good } from './good.ts';
import type { Vote } from './votes.ts';

/** An election from its text. */
export function theElection(text: string): Election {
  const read = readElection(sodiumGroup, text);
  if (!read.ok) throw new Error(read.refusal);
  return read.election;
}

/** What a teller's program sends to open a tally. */
export function tellerShare(
  { ceremony, state }: Vote,
  index: number,
  electionText: string,
  encryptedTally: string,
  random: RandomBytes,
): { readonly partialDecryption: string; readonly proof: string } {
  const election = theElection(electionText);
  const trustees = good(checkTrustees(sodiumGroup, state.session.ceremony?.trustees ?? ''));
  const sealed = ceremony.outputs[index - 1]?.sealedKey ?? '';
  const key = good(openDecryptionKey(sodiumGroup, trustees, ceremony.seeds[index - 1] ?? '', sealed));
  const tally = readEncryptedTally(sodiumGroup, encryptedTally);
  if (tally === undefined) throw new Error('not an encrypted tally');
  const partialDecryption = createPartialDecryption(sodiumGroup, election, key, tally, random);
  const proof = createSupplementaryProof(sodiumGroup, election, key, tally, partialDecryption, random);
  return { partialDecryption, proof: writeCanonical(writeProof(proof)) };
}
