import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type SessionId, sessionId as sessionIdSchema } from '../../domain/session/session.ts';
import { base58Alphabet, type RandomBytes } from '../../protocol/arithmetic/random.ts';
import { createSeed, isSeed } from '../../protocol/ceremony/trustee-keys.ts';
import { sha256Bytes } from '../../protocol/encoding/hash.ts';

/**
 * What stands on a teller's key card: the seed, three times over. As a QR code for cameras; as twelve
 * words of BIP39 with their checksum, for writing by hand; as groups of characters with a check of their own, for whom
 * English words are nothing but letters.
 */
export interface KeyCard {
  readonly sessionId: SessionId;
  /** The teller's index, from 1. */
  readonly teller: number;
  readonly seed: string;
}

/** 12 words: 128 bits and four of checksum. */
const entropyBytes = 16;
const words = 12;
const groupLength = 4;
const checkLength = 2;
const base = BigInt(base58Alphabet.length);

/** A seed that twelve words can say: one whose value needs more than 128 bits (45 of 100) is drawn again. */
export function createCardSeed(random: RandomBytes): string {
  for (;;) {
    const seed = createSeed(random);
    if (fitsWords(seed)) return seed;
  }
}

function seedValue(seed: string): bigint {
  return [...seed].reduce((value, character) => value * base + BigInt(base58Alphabet.indexOf(character)), 0n);
}

function fitsWords(seed: string): boolean {
  return seedValue(seed) >> BigInt(8 * entropyBytes) === 0n;
}

/** The words of a seed; undefined for one that another program drew and that needs more than twelve. */
export function cardWords(seed: string): string[] | undefined {
  if (!fitsWords(seed)) return undefined;
  let value = seedValue(seed);
  const entropy = new Uint8Array(entropyBytes);
  for (let at = entropyBytes - 1; at >= 0; at--) {
    entropy[at] = Number(value & 0xffn);
    value >>= 8n;
  }
  return entropyToMnemonic(entropy, wordlist).split(' ');
}

/** The seed and two characters that check it, in six groups of four. */
export function cardGroups(seed: string): string[] {
  const text = seed + checkOf(seed);
  return Array.from({ length: text.length / groupLength }, (_, at) =>
    text.slice(at * groupLength, (at + 1) * groupLength),
  );
}

/** Finds one mistake in 3364 no other way; a card is always compared with the ceremony's certificates besides. */
function checkOf(seed: string): string {
  const [first = 0, second = 0] = sha256Bytes(`key-card-check|${seed}`);
  return [first, second].map((byte) => base58Alphabet[byte % base58Alphabet.length]).join('');
}

const codePrefix = 'phieu-key-card/1/';

/** What the card's QR code says. No address: a telephone's own camera must have nowhere to send it. */
export function cardCode({ sessionId, teller, seed }: KeyCard): string {
  return `${codePrefix}${sessionId}/${teller}/${seed}`;
}

export type CardRefusal =
  | { readonly refusal: 'card-empty' | 'card-other-code' | 'card-characters' | 'card-check' | 'card-words-check' }
  | { readonly refusal: 'card-word-count'; readonly count: number }
  /** `place`: from 1. */
  | { readonly refusal: 'card-unknown-word'; readonly place: number; readonly word: string };

export type ReadCard =
  | { readonly ok: true; readonly seed: string; readonly sessionId?: SessionId; readonly teller?: number }
  | ({ readonly ok: false } & CardRefusal);

/**
 * Reads a card as it was scanned or typed: its code, its words (the first four letters of each suffice) or its groups,
 * with whatever spaces, dashes and capitals a telephone's keyboard puts in.
 */
export function readCard(typed: string): ReadCard {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { ok: false, refusal: 'card-empty' };
  if (text.includes('/')) return readCode(text);
  const parts = text.split(/[\s,.\-–—]+/).filter((part) => part !== '');
  const asWords = parts.map((part) => part.charAt(0).toLowerCase() + part.slice(1));
  return asWords.every((part) => /^[a-z]+$/.test(part)) ? readWords(asWords) : readGroups(parts.join(''));
}

function readCode(text: string): ReadCard {
  const [sessionText, tellerText, seed, ...more] = text.startsWith(codePrefix)
    ? text.slice(codePrefix.length).split('/')
    : [];
  const sessionId = sessionIdSchema.safeParse(sessionText).data;
  const teller = Number(tellerText);
  const holds = sessionId !== undefined && Number.isInteger(teller) && seed !== undefined && isSeed(seed);
  if (!holds || more.length > 0) return { ok: false, refusal: 'card-other-code' };
  return { ok: true, seed, sessionId, teller };
}

function readGroups(text: string): ReadCard {
  const seed = text.slice(0, -checkLength);
  if (!isSeed(seed)) return { ok: false, refusal: 'card-characters' };
  return text.endsWith(checkOf(seed)) ? { ok: true, seed } : { ok: false, refusal: 'card-check' };
}

function readWords(typed: readonly string[]): ReadCard {
  const whole: string[] = [];
  for (const [at, word] of typed.entries()) {
    const found = findWord(word);
    if (found === undefined) return { ok: false, refusal: 'card-unknown-word', place: at + 1, word };
    whole.push(found);
  }
  if (whole.length !== words) return { ok: false, refusal: 'card-word-count', count: whole.length };
  const seed = seedOfWords(whole);
  return seed === undefined ? { ok: false, refusal: 'card-words-check' } : { ok: true, seed };
}

/** The first four letters name one word of the list. */
function findWord(typed: string): string | undefined {
  if (wordlist.includes(typed)) return typed;
  return typed.length < 4 ? undefined : wordlist.find((word) => word.startsWith(typed));
}

function seedOfWords(whole: readonly string[]): string | undefined {
  let entropy: Uint8Array;
  try {
    entropy = mnemonicToEntropy(whole.join(' '), wordlist);
  } catch {
    // The list's own checksum: the words are of the list, but not together.
    return undefined;
  }
  let value = entropy.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let seed = '';
  while (seed.length < 22) {
    seed = (base58Alphabet[Number(value % base)] ?? '') + seed;
    value /= base;
  }
  return seed;
}
