import { readBallotForm } from './ballot.ts';
import { readBallotHead } from './ballot-head.ts';
import type { Group } from './group.ts';
import type { Ciphertexts } from './tally.ts';
import { utf8Text } from './utf8.ts';

/**
 * A ballot in the box, with what the tally needs of it. Its points are read when they are asked for and not kept:
 * those of 500 ballots on 48 subjects would take a phone's memory.
 */
export interface BoxedBallot {
  readonly publicCredential: string;
  /** SHA-256 of the exact bytes in hexadecimal: its name in the record. */
  readonly hash: string;
  readonly ciphertexts: () => Ciphertexts;
}

/**
 * A ballot that already passed checkBallot somewhere else in this program (in a worker, for example), so that nothing of
 * it is checked again. Throws for what could never have passed.
 */
export function boxedBallot(group: Group, { hash, content }: NamedFile): BoxedBallot {
  const head = readBallotHead(utf8Text(content) ?? '');
  if (head === undefined) throw new TypeError('no ballot was ever checked that begins like this');
  return { publicCredential: head.credential, hash, ciphertexts: () => readCiphertexts(group, content) };
}

/** A file of the record whose name is known to be its hash. */
interface NamedFile {
  readonly hash: string;
  readonly content: Uint8Array;
}

function readCiphertexts(group: Group, content: Uint8Array): Ciphertexts {
  const form = readBallotForm(JSON.parse(utf8Text(content) ?? ''));
  if (form === undefined) throw new TypeError('no ballot was ever checked that has this form');
  const read = (text: unknown) => {
    const point = group.decodeAgain(String(text));
    if (point === undefined) throw new TypeError('no ballot was ever checked that holds this point');
    return point;
  };
  return form.answers.map(({ choices }) =>
    choices.map(({ alpha, beta }) => ({ alpha: read(alpha), beta: read(beta) })),
  );
}
