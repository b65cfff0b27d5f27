import { accept, type Ruling, refuse } from './ruling.ts';

/**
 * What a creation finds under the id that its caller gave it: nothing (undefined), the very same, which an earlier
 * sending made and whose answer was lost, or something else.
 * @param same whether what is there was made of the same content
 */
export function findCreated<Value>(
  found: Value | undefined,
  same: (found: Value) => boolean,
): Ruling<Value | undefined, 'id-in-use'> {
  return found === undefined || same(found) ? accept(found) : refuse('id-in-use');
}

/** Compares values that were made alike, for example by one schema. */
export function sameContent(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
