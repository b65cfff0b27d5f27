import { findCreated } from '../../domain/creation.ts';
import type { Ruling } from '../../domain/ruling.ts';
import type { About } from '../store/audit-intent.ts';

/**
 * In the step of a creation: what there is under the id that the caller drew. The very same is answered as it was made,
 * and is no second event.
 */
export function findMade<Value>(
  about: About,
  found: Value | undefined,
  same: (found: Value) => boolean,
): Ruling<Value | undefined, 'id-in-use'> {
  const made = findCreated(found, same);
  if (made.ok && made.value !== undefined) about();
  return made;
}
