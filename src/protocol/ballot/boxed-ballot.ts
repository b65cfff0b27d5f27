import type { Group } from '../arithmetic/group.ts';
import { utf8Text } from '../encoding/utf8.ts';
import type { Ciphertexts } from '../tally/tally.ts';
import { readBallotFields } from './ballot.ts';
import { readBallotHead } from './ballot-head.ts';

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
  const { credential } = passed(readBallotHead(utf8Text(content) ?? ''));
  return { publicCredential: credential, hash, ciphertexts: () => readCiphertexts(group, content) };
}

/** A file of the record whose name is known to be its hash. */
interface NamedFile {
  readonly hash: string;
  readonly content: Uint8Array;
}

function readCiphertexts(group: Group, content: Uint8Array): Ciphertexts {
  const { answers } = passed(readBallotFields(JSON.parse(utf8Text(content) ?? '')));
  const read = (text: unknown) => passed(group.decodeAgain(String(text)));
  return answers.map(({ choices }) => choices.map(({ alpha, beta }) => ({ alpha: read(alpha), beta: read(beta) })));
}

function passed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('a ballot that was never checked');
  return value;
}
