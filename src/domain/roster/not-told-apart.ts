/** What tells people of one name apart. */
export interface Identifying {
  /** Whether it is known who they are. */
  readonly isKnown: boolean;
  /** Whether they have a personal code. */
  readonly isCoded: boolean;
  readonly birthYear: number | null;
}

interface Group<Bucket> extends Identifying {
  readonly bucket: Bucket;
}

/**
 * Finds, under a key such as a name and position, those who may be somebody: whom neither codes nor years of birth tell
 * apart. For two who are both known, or both have a code, that is told elsewhere: they are the same or not, and the
 * same were found by it before. However many have one key they are in a bounded number of buckets, so that a list of
 * namesakes is not compared one by one.
 */
export class NotToldApart<Bucket> {
  readonly #groups = new Map<string, Group<Bucket>[]>();
  readonly #create: () => Bucket;

  constructor(create: () => Bucket) {
    this.#create = create;
  }

  /** The bucket of those of this key and telling. */
  of(key: string, { isKnown, isCoded, birthYear }: Identifying): Bucket {
    const groups = this.#groups.get(key) ?? [];
    if (groups.length === 0) this.#groups.set(key, groups);
    const isOne = (one: Identifying) =>
      one.isKnown === isKnown && one.isCoded === isCoded && one.birthYear === birthYear;
    const present = groups.find(isOne);
    if (present !== undefined) return present.bucket;
    const made = { isKnown, isCoded, birthYear, bucket: this.#create() };
    groups.push(made);
    return made.bucket;
  }

  /** The buckets of those who may be somebody like this. */
  like(key: string, { isKnown, isCoded, birthYear }: Identifying): readonly Group<Bucket>[] {
    return (this.#groups.get(key) ?? []).filter(
      (one) =>
        !(one.isKnown && isKnown) &&
        !(one.isCoded && isCoded) &&
        (one.birthYear === null || birthYear === null || one.birthYear === birthYear),
    );
  }
}

/** Things in the order in which they came, of which each is given away once. */
export class Queue<Item> {
  readonly #items: Item[] = [];
  #next = 0;

  add(item: Item): void {
    this.#items.push(item);
  }

  /** The first that is still free; whatever is not never is again. */
  first(isFree: (item: Item) => boolean): Item | undefined {
    for (; this.#next < this.#items.length; this.#next++) {
      const item = this.#items[this.#next];
      if (item !== undefined && isFree(item)) return item;
    }
    return undefined;
  }

  /** Those from the first free one on. */
  *rest(isFree: (item: Item) => boolean): Iterable<Item> {
    this.first(isFree);
    for (let at = this.#next; at < this.#items.length; at++) {
      const item = this.#items[at];
      if (item !== undefined && isFree(item)) yield item;
    }
  }
}
