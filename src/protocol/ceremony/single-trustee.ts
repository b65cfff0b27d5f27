import type { Group } from '../arithmetic/group.ts';
import type { RandomBytes } from '../arithmetic/random.ts';
import { randomScalar } from '../arithmetic/scalar.ts';
import { parseCanonical, writeCanonical } from '../encoding/json.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { createTrusteeKey, isKeyProven, readTrusteeKey, type TrusteeKey, writeTrusteeKey } from './trustee-key.ts';

export type SingleTrusteeRefusal = 'trustee-form' | 'key-knowledge';

/** The only trustee of an election (PROTOCOL §5.1; for demonstrations). `secret` never leaves its program. */
export function createSingleTrustee(
  group: Group,
  random: RandomBytes,
): { readonly secret: bigint; readonly text: string } {
  const secret = randomScalar(random);
  return { secret, text: writeCanonical(writeTrusteeKey(createTrusteeKey(group, secret, random))) };
}

/** Checks what a single trustee sent: valid key, and its owner knows the secret. */
export function checkSingleTrustee(group: Group, text: string): Outcome<TrusteeKey, SingleTrusteeRefusal> {
  return checkSingleTrusteeValue(group, parseCanonical(text));
}

/** The same on a parsed value, as it stands in a record. */
export function checkSingleTrusteeValue(group: Group, value: unknown): Outcome<TrusteeKey, SingleTrusteeRefusal> {
  const key = readTrusteeKey(group, value, 'single');
  if (key === undefined) return refused('trustee-form');
  return isKeyProven(group, key) ? accepted(key) : refused('key-knowledge');
}
