import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { base58Alphabet } from '../../protocol/arithmetic/random.ts';
import { isSeed } from '../../protocol/ceremony/trustee-keys.ts';
import { sha256Bytes } from '../../protocol/encoding/hash.ts';
import { type ReadCard, seedOfValue } from './key-card.ts';

/** Why a card of an earlier release cannot be read. */
export type OldCardRefusal =
  | { readonly refusal: 'card-characters' | 'card-check' | 'card-words-check' }
  | { readonly refusal: 'card-word-count'; readonly count: number }
  /** `place`: from 1. */
  | { readonly refusal: 'card-unknown-word'; readonly place: number; readonly word: string };

const words = 12;
const checkLength = 2;

/**
 * Reads a card of an earlier release: twelve words of BIP39 with their checksum (the first four letters of each suffice),
 * or the seed's 22 characters and two that check them, with whatever spaces, dashes and capitals a telephone puts in.
 */
export function readOldCard(typed: string): ReadCard<OldCardRefusal> {
  const parts = typed
    .normalize('NFKC')
    .split(/[\s,.\-–—]+/)
    .filter((part) => part !== '');
  const asWords = parts.map((part) => part.charAt(0).toLowerCase() + part.slice(1));
  return asWords.every((part) => /^[a-z]+$/.test(part)) ? readWords(asWords) : readCharacters(parts.join(''));
}

function readCharacters(text: string): ReadCard<OldCardRefusal> {
  const seed = text.slice(0, -checkLength);
  if (!isSeed(seed)) return { ok: false, refusal: 'card-characters' };
  return text.endsWith(checkOf(seed)) ? { ok: true, seed } : { ok: false, refusal: 'card-check' };
}

/** One mistake in 3364 (58²) passes unnoticed; a card is always compared with the ceremony's certificates besides. */
function checkOf(seed: string): string {
  const [first = 0, second = 0] = sha256Bytes(`key-card-check|${seed}`);
  return [first, second].map((byte) => base58Alphabet[byte % base58Alphabet.length]).join('');
}

function readWords(typed: readonly string[]): ReadCard<OldCardRefusal> {
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
  try {
    const entropy = mnemonicToEntropy(whole.join(' '), wordlist);
    return seedOfValue(entropy.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
  } catch {
    // The list's own checksum: the words are of the list, but not together.
    return undefined;
  }
}
