import type { Group, Point } from '../arithmetic/group.ts';
import { joinBytes } from '../encoding/bytes.ts';
import { utf8Text } from '../encoding/utf8.ts';
import type { Ciphertexts } from '../tally/tally.ts';
import { readBallotFields } from './ballot.ts';
import { readBallotHead } from './ballot-head.ts';
import { ciphertextsOfHint } from './hint.ts';

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
export function boxedBallot(group: Group, { hash, content, hint }: NamedFile): BoxedBallot {
  const { credential } = passed(readBallotHead(utf8Text(content) ?? ''));
  return { publicCredential: credential, hash, ciphertexts: () => readCiphertexts(group, content, hint) };
}

/** A file of the record whose name is known to be its hash. */
interface NamedFile {
  readonly hash: string;
  readonly content: Uint8Array;
  /** Advice: a point whose text is the ballot's is the ballot's, and cheaper to have than from the text. */
  readonly hint?: Uint8Array | undefined;
}

function readCiphertexts(group: Group, content: Uint8Array, hint: Uint8Array | undefined): Ciphertexts {
  const { answers } = passed(readBallotFields(JSON.parse(utf8Text(content) ?? '')));
  const texts = answers.flatMap(({ choices }) => choices.flatMap(({ alpha, beta }) => [String(alpha), String(beta)]));
  const levels = answers.map(({ choices }) => choices.length);
  const points =
    (hint && pointsOfHint(group, levels, texts, hint)) ?? texts.map((text) => passed(group.decodeAgain(text)));
  let next = 0;
  const read = () => passed(points[next++]);
  return answers.map(({ choices }) => choices.map(() => ({ alpha: read(), beta: read() })));
}

/** The points that these texts are, from a ballot's hint; undefined where it is none of this ballot. */
function pointsOfHint(
  group: Group,
  levels: readonly number[],
  texts: readonly string[],
  hint: Uint8Array,
): readonly Point[] | undefined {
  const powers = group.batches?.readEighths(joinBytes(ciphertextsOfHint(hint, levels)));
  const isBallots = powers?.length === texts.length && powers.every(({ text }, index) => text === texts[index]);
  return isBallots ? powers.map(({ point }) => point) : undefined;
}

function passed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('a ballot that was never checked');
  return value;
}
