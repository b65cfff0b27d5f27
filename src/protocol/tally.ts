import { readBallotForm } from './ballot.ts';
import type { Election } from './election.ts';
import type { Group } from './group.ts';
import { parseCanonical, writeCanonical } from './json.ts';
import type { Ciphertext } from './range-proof.ts';

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
  const { neutral } = group;
  let cells: Ciphertexts = election.questions.map(({ answers }) =>
    answers.map(() => ({ alpha: neutral, beta: neutral })),
  );
  for (const ballot of counted) {
    cells = cells.map((row, subject) =>
      row.map((cell, level) => {
        const added = ballot[subject]?.[level];
        if (added === undefined) throw new TypeError('a ballot of another shape was not checked');
        return { alpha: group.product(cell.alpha, added.alpha), beta: group.product(cell.beta, added.beta) };
      }),
    );
  }
  return { cells, text: writeTally(group, cells) };
}

function writeTally(group: Group, cells: Ciphertexts): string {
  const texts = group.encodeAll(cells.flatMap((row) => row.flatMap(({ alpha, beta }) => [alpha, beta]))).values();
  const next = () => texts.next().value ?? '';
  return writeCanonical(cells.map((row) => row.map(() => ({ alpha: next(), beta: next() }))));
}

/** A ballot in the box, with what the tally needs of it. */
export interface BoxedBallot {
  readonly publicCredential: string;
  readonly ciphertexts: Ciphertexts;
}

/**
 * Reads credential and ciphertexts of a ballot that already passed checkBallot somewhere else (in a worker, for
 * example). Its proofs are not looked at again; undefined only for what could never have passed.
 */
export function readBoxedBallot(group: Group, ballot: string | Uint8Array): BoxedBallot | undefined {
  const form = readBallotForm(parseCanonical(ballot));
  if (form === undefined || typeof form.credential !== 'string') return undefined;
  const ciphertexts: Ciphertext[][] = [];
  for (const { choices } of form.answers) {
    const row: Ciphertext[] = [];
    for (const choice of choices) {
      const alpha = group.decode(String(choice.alpha));
      const beta = group.decode(String(choice.beta));
      if (alpha === undefined || beta === undefined) return undefined;
      row.push({ alpha, beta });
    }
    ciphertexts.push(row);
  }
  return { publicCredential: form.credential, ciphertexts };
}
