import { parseCanonical } from '../../../protocol/encoding/json.ts';
import { readProof } from '../../../protocol/proofs/schnorr.ts';
import { checkSupplementaryProof } from '../../../protocol/proofs/supplementary-proof.ts';
import { checkPartialDecryption } from '../../../protocol/tally/partial-decryption.ts';
import { sodiumGroup } from '../../arithmetic/sodium-group.ts';
import type { Handler } from '../jobs.ts';
import { ownerWithNumber, tallyContext } from './tally-context.ts';

/** A teller's partial decryption with its supplementary proof (PROTOCOL §8, §9.2). */
export const checkShare: Handler<'checkShare'> = (texts) => {
  const { election, trustees, tally } = tallyContext(texts);
  const owner = ownerWithNumber(trustees, texts.owner);
  if (owner === undefined) return { ok: false, refusal: 'owner' };
  const decryption = checkPartialDecryption(sodiumGroup, election, owner.key, tally, texts.decryption);
  if (!decryption.ok) return { ok: false, refusal: decryption.refusal, ...whereOf(decryption.where) };
  const proof = readProof(parseCanonical(texts.proof));
  const proven =
    proof !== undefined &&
    checkSupplementaryProof(sodiumGroup, election, owner.key, tally, texts.decryption, decryption.value, proof);
  return proven ? { ok: true } : { ok: false, refusal: 'supplement-proof' };
};

function whereOf(where: string | undefined): { readonly where?: string } {
  return where === undefined ? {} : { where };
}
