import { sortCredentials } from '../ballot/credential.ts';
import { parseCanonical, readCount, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { type Proof, readProof, writeProof } from '../proofs/schnorr.ts';

/** The supplementary proof of one partial decryption. */
export interface SupplementProof {
  /** Number of the trustee, from 1. */
  readonly owner: number;
  /** HEX of the partial decryption. */
  readonly payload: string;
  readonly proof: Proof;
}

/** What stands beside a record in `UUID.supplement.json` (PROTOCOL §9.2). */
export interface Supplement {
  /** One for each partial decryption, in the order of the record. */
  readonly proofs: readonly SupplementProof[];
  /** Public credentials of papers that were never handed out. */
  readonly unused: readonly string[];
  /** Public credentials of papers that were made void. */
  readonly void: readonly string[];
}

/** The file's text; the lists are put in the order of PROTOCOL §4. */
export function writeSupplement(supplement: Supplement): string {
  return writeCanonical({
    proofs: supplement.proofs.map(({ owner, payload, proof }) => ({ owner, payload, proof: writeProof(proof) })),
    unused: sortCredentials(supplement.unused),
    void: sortCredentials(supplement.void),
  });
}

/** Reads the file in its one form; undefined when refused. */
export function readSupplement(data: string | Uint8Array): Supplement | undefined {
  const fields = readFields(parseCanonical(data), ['proofs', 'unused', 'void']);
  const proofs = readList(fields?.proofs, readSupplementProof);
  const unused = readList(fields?.unused, readText);
  const voided = readList(fields?.void, readText);
  return proofs && unused && voided && { proofs, unused, void: voided };
}

function readSupplementProof(value: unknown): SupplementProof | undefined {
  const fields = readFields(value, ['owner', 'payload', 'proof']);
  const owner = readCount(fields?.owner);
  const payload = readText(fields?.payload);
  const proof = readProof(fields?.proof);
  return owner === undefined || payload === undefined || proof === undefined ? undefined : { owner, payload, proof };
}

export type SupplementListRefusal = 'list-order' | 'list-overlap' | 'list-unknown' | 'paper-has-voted';

/** Unused and void papers: in order, disjoint, all published, and none of them voted. */
export function checkSupplementLists(
  supplement: Supplement,
  published: { has(publicCredential: string): boolean },
  voted: { has(publicCredential: string): boolean },
): Outcome<Supplement, SupplementListRefusal> {
  for (const list of [supplement.unused, supplement.void]) {
    const sorted = sortCredentials(list);
    if (!list.every((credential, index) => credential === sorted[index])) return refused('list-order');
  }
  const all = [...supplement.unused, ...supplement.void];
  if (new Set(all).size !== all.length) return refused('list-overlap');
  if (!all.every((credential) => published.has(credential))) return refused('list-unknown');
  const voter = all.find((credential) => voted.has(credential));
  return voter === undefined ? accepted(supplement) : refused('paper-has-voted', `credential ${voter}`);
}
