import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { readSupplement, type SupplementProof, writeSupplement } from '../../protocol/record/supplement.ts';

/**
 * What stands beside the record (PROTOCOL §9.2): the tellers' supplementary proofs, and the published credentials whose
 * papers were left over or made void after opening. Papers voided before are in no published list, so not here either.
 */
export function supplementOf({ session, papers }: SessionWithPapers): string {
  const published: readonly string[] = JSON.parse(session.opening?.credentials ?? '[]');
  const withFate = (fate: 'unused' | 'void') => published.filter((one) => papers.get(one)?.fate === fate);
  return writeSupplement({
    proofs: (session.tally?.proofs ?? []).map(readProofElement),
    unused: withFate('unused'),
    void: withFate('void'),
  });
}

function readProofElement(element: string): SupplementProof {
  const [proof] = readSupplement(`{"proofs":[${element}],"unused":[],"void":[]}`)?.proofs ?? [];
  if (proof === undefined) throw new TypeError('a supplementary proof that was accepted does not read');
  return proof;
}
