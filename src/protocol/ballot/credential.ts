import type { Group } from '../arithmetic/group.ts';
import { base58Alphabet, base58Text, type RandomBytes } from '../arithmetic/random.ts';
import { credentialExponent } from '../encoding/hash.ts';
import { parseCanonical, readList, readText, writeCanonical } from '../encoding/json.ts';

const credentialForm = new RegExp(
  `^[${base58Alphabet}]{5}-[${base58Alphabet}]{6}-[${base58Alphabet}]{5}-[${base58Alphabet}]{6}$`,
);

/** A new secret credential, `XXXXX-XXXXXX-XXXXX-XXXXXX`, about 129 bits (PROTOCOL §4). Whoever knows it can vote. */
export function createCredential(random: RandomBytes): string {
  const text = base58Text(22, random);
  return [text.slice(0, 5), text.slice(5, 11), text.slice(11, 16), text.slice(16)].join('-');
}

/** Whether a text has the form of a credential; there is no check digit. */
export function isCredential(text: string): boolean {
  return credentialForm.test(text);
}

/** The public half of a credential in one election (PROTOCOL §4): it checks signatures and cannot make them. */
export function publicCredential(group: Group, electionUuid: string, credential: string): string {
  return group.encode(group.secretPower(group.generator, credentialExponent(electionUuid, credential)));
}

/** The published list, in the order of PROTOCOL §4: an order of its own, so that it hides which voter stands where. */
export function writeCredentials(publicCredentials: Iterable<string>): string {
  return writeCanonical(sortCredentials(publicCredentials));
}

/** The public credentials in the order of PROTOCOL §4: by the byte string of the points, which is little-endian. */
export function sortCredentials(publicCredentials: Iterable<string>): string[] {
  const keyed = Array.from(publicCredentials, (text) => ({ text, key: text.match(/../g)?.reverse().join('') ?? '' }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ text }) => text);
}

/** Why a published list of credentials is refused. */
export type CredentialsRefusal = 'not-canonical' | 'wrong-fields' | 'invalid-point' | 'duplicate-credential';

/** A published list that was read, or why not. */
export type CredentialsReading =
  | { readonly ok: true; readonly credentials: readonly string[] }
  | { readonly ok: false; readonly refusal: CredentialsRefusal };

/**
 * Reads a published list with the checks of PROTOCOL §4: valid points, all different. Any order is taken, since it is
 * part of the fingerprint. How many there must be is for the caller to check.
 */
export function readCredentials(group: Group, data: string | Uint8Array): CredentialsReading {
  const value = parseCanonical(data);
  if (value === undefined) return { ok: false, refusal: 'not-canonical' };
  const credentials = readList(value, readText);
  if (credentials === undefined) return { ok: false, refusal: 'wrong-fields' };
  if (new Set(credentials).size !== credentials.length) return { ok: false, refusal: 'duplicate-credential' };
  // A weight ("point,weight") is no point either: every credential counts once.
  if (!credentials.every((text) => group.decode(text) !== undefined)) return { ok: false, refusal: 'invalid-point' };
  return { ok: true, credentials };
}
