/** One entry of a list in two versions; null where a version does not have it. */
export interface ChangedEntry<Entry> {
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/**
 * What differs between two versions of a list, entry by entry under its key: first what the older version had, in its
 * order, then what is new. Entries that say the same are left out, wherever they stand.
 */
export function changedEntries<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): readonly ChangedEntry<Entry>[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const fresh = new Map(after.map((entry) => [keyOf(entry), entry]));
  const changed = [...new Set([...old.keys(), ...fresh.keys()])].map((key) => ({
    before: old.get(key) ?? null,
    after: fresh.get(key) ?? null,
  }));
  return changed.filter((one) => !isSame(one.before, one.after));
}

/** Both are plain values, with an absent field the same as an empty one. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return (one ?? null) === (other ?? null);
  }
  const [first, second] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...first.keys(), ...second.keys()])].every((key) => isSame(first.get(key), second.get(key)));
}
