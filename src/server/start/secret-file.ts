import { readFileSync } from 'node:fs';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';

export type SecretFileRefusal = 'secret-file-unreadable' | 'secret-file-damaged';

/** Bytes; a shorter one could be guessed. */
const leastLength = 32;

/** The secret that all nodes share, as base64url in a file: a variable would show it to every program of the same user. */
export function readSecretFile(path: string): Ruling<Uint8Array, SecretFileRefusal> {
  const text = contentOf(path)?.trim();
  if (text === undefined) return refuse('secret-file-unreadable');
  const secret = Buffer.from(text, 'base64url');
  // The decoder leaves out what it does not know; with or without padding, what it read must be what stands there.
  const isWhole = secret.toString('base64url') === text.replace(/={1,2}$/, '');
  return isWhole && secret.length >= leastLength ? accept(secret) : refuse('secret-file-damaged');
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Whatever the system says against it comes to the same here.
    return undefined;
  }
}
