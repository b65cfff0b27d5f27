import { type SessionId, sessionId as sessionIdSchema } from '../../domain/session/session.ts';
import { base58Alphabet, type RandomBytes } from '../../protocol/arithmetic/random.ts';
import { createSeed, isSeed } from '../../protocol/ceremony/trustee-keys.ts';
import { sha256Bytes } from '../../protocol/encoding/hash.ts';

/**
 * What stands on a teller's key card: the seed, twice over. As a QR code for cameras; as 48 digits in eight groups of six
 * for writing and typing by hand, which no input method for Vietnamese changes (docs/decisions/key-cards.md).
 */
export interface KeyCard {
  readonly sessionId: SessionId;
  /** The teller's index, from 1. */
  readonly teller: number;
  readonly seed: string;
}

export const cardGroupCount = 8;
/** Digits of a group; the last one checks the others and the group's place. */
export const cardGroupLength = 6;

const entropyBits = 128n;
/** Bits that check the whole card, beside the check digits of its groups. */
const checksumBits = 4n;
const seedLength = 22;
const base = BigInt(base58Alphabet.length);

/** A seed that a card can say: one whose value needs more than 128 bits (45 of 100) is drawn again. */
export function createCardSeed(random: RandomBytes): string {
  for (;;) {
    const seed = createSeed(random);
    if (fitsCard(seedValue(seed))) return seed;
  }
}

function seedValue(seed: string): bigint {
  return [...seed].reduce((value, character) => value * base + BigInt(base58Alphabet.indexOf(character)), 0n);
}

function fitsCard(value: bigint): boolean {
  return value >> entropyBits === 0n;
}

/** The seed of a value of at most 128 bits. */
export function seedOfValue(value: bigint): string {
  let left = value;
  let seed = '';
  while (seed.length < seedLength) {
    seed = (base58Alphabet[Number(left % base)] ?? '') + seed;
    left /= base;
  }
  return seed;
}

/** The digits of a seed, group by group; undefined for one that another program drew and that needs more than 128 bits. */
export function cardGroups(seed: string): string[] | undefined {
  const value = seedValue(seed);
  if (!fitsCard(value)) return undefined;
  const length = cardGroupLength - 1;
  const digits = String((value << checksumBits) | checksumOf(seed)).padStart(cardGroupCount * length, '0');
  return Array.from({ length: cardGroupCount }, (_, at) => {
    const group = digits.slice(at * length, (at + 1) * length);
    return group + checkDigit(at, group);
  });
}

function checksumOf(seed: string): bigint {
  return BigInt((sha256Bytes(`key-card|${seed}`)[0] ?? 0) >> 4);
}

/** A totally anti-symmetric quasigroup of order ten (H. M. Damm, 2004). */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/**
 * Finds every mistake in one digit, every exchange of two neighbours, and, beginning with the group's place, every group
 * that stands in another one's stead.
 */
function checkDigit(place: number, digits: string): string {
  return [...digits].reduce((interim, digit) => quasigroup[Number(interim)]?.[Number(digit)] ?? '', String(place));
}

/** Whether the six digits of a group can stand at its place, counted from 0. */
export function isCardGroup(place: number, group: string): boolean {
  return /^\d{6}$/.test(group) && checkDigit(place, group.slice(0, -1)) === group.charAt(cardGroupLength - 1);
}

const codePrefix = 'phieu-key-card/1/';

/** What the card's QR code says. No address: a telephone's own camera must have nowhere to send it. */
export function cardCode({ sessionId, teller, seed }: KeyCard): string {
  return `${codePrefix}${sessionId}/${teller}/${seed}`;
}

export type CardRefusal =
  | { readonly refusal: 'card-empty' | 'card-other-code' | 'card-digits-check' }
  | { readonly refusal: 'card-digit-count'; readonly count: number }
  /** `places`: of the groups with a mistake in them, from 1. */
  | { readonly refusal: 'card-groups-check'; readonly places: readonly number[] };

export type ReadCard<Refusal = CardRefusal> =
  | { readonly ok: true; readonly seed: string; readonly sessionId?: SessionId; readonly teller?: number }
  | ({ readonly ok: false } & Refusal);

/** Whether it is what cards said before they had digits: English words, or characters in groups (old-key-card.ts). */
export function isOldCard(typed: string): boolean {
  return /[a-z]/i.test(typed.normalize('NFKC')) && !typed.includes('/');
}

/** Reads a card as it was scanned or typed: its code, or its digits with whatever stands between them. */
export function readCard(typed: string): ReadCard {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { ok: false, refusal: 'card-empty' };
  return text.includes('/') ? readCode(text) : readDigits(text.replace(/\D/g, ''));
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

function readDigits(digits: string): ReadCard {
  if (digits.length !== cardGroupCount * cardGroupLength) {
    return { ok: false, refusal: 'card-digit-count', count: digits.length };
  }
  const groups = Array.from({ length: cardGroupCount }, (_, at) =>
    digits.slice(at * cardGroupLength, (at + 1) * cardGroupLength),
  );
  const places = groups.flatMap((group, at) => (isCardGroup(at, group) ? [] : [at + 1]));
  if (places.length > 0) return { ok: false, refusal: 'card-groups-check', places };
  const whole = BigInt(groups.map((group) => group.slice(0, -1)).join(''));
  const value = whole >> checksumBits;
  const seed = seedOfValue(value);
  const holds = fitsCard(value) && checksumOf(seed) === (whole & ((1n << checksumBits) - 1n));
  return holds ? { ok: true, seed } : { ok: false, refusal: 'card-digits-check' };
}
