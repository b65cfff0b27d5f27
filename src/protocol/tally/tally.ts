import type { Group } from '../arithmetic/group.ts';
import { writeCanonical } from '../encoding/json.ts';
import type { Ciphertext } from '../proofs/range-proof.ts';
import type { Election } from '../record/election.ts';

/** A ciphertext for every subject and level: of one ballot, or of all counted ballots together. */
export type Ciphertexts = readonly (readonly Ciphertext[])[];

/** The encrypted totals together with the exact text that stands in the record. */
export interface EncryptedTally {
  readonly cells: Ciphertexts;
  readonly text: string;
}

/** The ballots that count: the last of each credential, in the order of the record (PROTOCOL §7.3). */
export function countedBallots<Ballot extends { readonly publicCredential: string }>(
  ballots: readonly Ballot[],
): Ballot[] {
  const last = new Map(ballots.map((ballot) => [ballot.publicCredential, ballot]));
  return ballots.filter((ballot) => last.get(ballot.publicCredential) === ballot);
}

/** Multiplies the counted ballots together, cell by cell (PROTOCOL §8). Without ballots all cells are (1, 1). */
export function createEncryptedTally(group: Group, election: Election, counted: Iterable<Ciphertexts>): EncryptedTally {
  let cells = noCells(group, election);
  for (const ballot of counted) cells = multiplyCells(group, cells, ballot);
  return encryptedTally(group, cells);
}

/** A tally from the products that it consists of. */
export function encryptedTally(group: Group, cells: Ciphertexts): EncryptedTally {
  const text = writeCanonical(
    cells.map((row) => {
      const texts = group.encodeAll(row.flatMap(({ alpha, beta }) => [alpha, beta]));
      return row.map((_, level) => ({ alpha: texts[2 * level] ?? '', beta: texts[2 * level + 1] ?? '' }));
    }),
  );
  return { cells, text };
}

/** The product of no ballots. */
export function noCells({ neutral }: Group, { questions }: Election): Ciphertexts {
  return questions.map(({ answers }) => answers.map(() => ({ alpha: neutral, beta: neutral })));
}

/** Cell by cell. Throws for ciphertexts of another shape: those were never checked. */
export function multiplyCells(group: Group, cells: Ciphertexts, others: Ciphertexts): Ciphertexts {
  return cells.map((row, subject) =>
    row.map((cell, level) => {
      const other = others[subject]?.[level];
      if (other === undefined) throw new TypeError('a ballot of another shape was not checked');
      return { alpha: group.product(cell.alpha, other.alpha), beta: group.product(cell.beta, other.beta) };
    }),
  );
}
