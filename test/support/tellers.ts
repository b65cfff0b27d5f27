import { openDecryptionKey } from '../../src/protocol/decryption-key.ts';
import { type Election, readElection } from '../../src/protocol/election.ts';
import { writeCanonical } from '../../src/protocol/json.ts';
import { createPartialDecryption } from '../../src/protocol/partial-decryption.ts';
import type { RandomBytes } from '../../src/protocol/random.ts';
import { readEncryptedTally } from '../../src/protocol/read-encrypted-tally.ts';
import { writeProof } from '../../src/protocol/schnorr.ts';
import { createSupplementaryProof } from '../../src/protocol/supplementary-proof.ts';
import { checkTrustees } from '../../src/protocol/trustees.ts';
import { sodiumGroup } from '../../src/server/sodium-group.ts';
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
