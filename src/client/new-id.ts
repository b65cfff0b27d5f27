import type { RandomBytes } from '../protocol/arithmetic/random.ts';

/** A random UUID (version 4) for something to be made; `crypto.randomUUID` is not there on older phones or plain http. */
export function newId(random: RandomBytes): string {
  const bytes = [...random(16)].map((byte, at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
