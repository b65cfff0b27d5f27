import { textKey } from '../text/text-key.ts';
import type { ResolutionTarget } from './target.ts';

/** What taking a list in place of another does to each of its targets, and the names that it leaves out. */
export interface TargetChanges {
  readonly rows: readonly { readonly target: ResolutionTarget; readonly change: 'added' | 'changed' | 'same' }[];
  readonly dropped: readonly string[];
  /** Nothing changes, the order included. */
  readonly isSame: boolean;
}

/** Compares a list of targets with the one that is there; a target is known by its name. */
export function compareTargets(before: readonly ResolutionTarget[], after: readonly ResolutionTarget[]): TargetChanges {
  const known = new Map(before.map((target) => [textKey(target.name), target]));
  const rows = after.map((target) => {
    const one = known.get(textKey(target.name));
    return { target, change: one === undefined ? 'added' : isEqual(one, target) ? 'same' : 'changed' } as const;
  });
  const kept = new Set(after.map(({ name }) => textKey(name)));
  const isInPlace = rows.every(({ target, change }, at) => change === 'same' && before[at]?.name === target.name);
  return {
    rows,
    dropped: before.map(({ name }) => name).filter((name) => !kept.has(textKey(name))),
    isSame: rows.length === before.length && isInPlace,
  };
}

function isEqual(a: ResolutionTarget, b: ResolutionTarget): boolean {
  return (['name', 'unit', 'direction', 'target', 'reached'] as const).every((part) => a[part] === b[part]);
}
