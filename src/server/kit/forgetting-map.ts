import type { Monotonic } from './clock.ts';

/** Remembers in this process's memory alone, each thing for the same while and not a moment longer. */
export interface ForgettingMap<Value> {
  get(key: string): Value | undefined;
  /** Milliseconds until this is forgotten; 0 for what is not known. */
  left(key: string): number;
  /** Remembers from now on, also what was known before. */
  set(key: string, value: Value): void;
  readonly size: number;
}

/** @param kept milliseconds; with 0 nothing is ever remembered */
export function forgettingMap<Value>(monotonic: Monotonic, kept: number): ForgettingMap<Value> {
  // In the order in which they were remembered, which is that in which they are forgotten.
  const entries = new Map<string, { readonly since: number; readonly value: Value }>();
  let timer: NodeJS.Timeout | undefined;
  const forget = () => {
    const now = monotonic();
    for (const [key, { since }] of entries) {
      if (now - since < kept) return;
      entries.delete(key);
    }
  };
  // Nothing stays because nobody asks any more.
  const forgetLater = () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      forget();
      if (entries.size > 0) forgetLater();
    }, kept).unref();
  };
  return {
    get: (key) => {
      forget();
      return entries.get(key)?.value;
    },
    left: (key) => {
      forget();
      const known = entries.get(key);
      return known === undefined ? 0 : known.since + kept - monotonic();
    },
    set: (key, value) => {
      forget();
      if (kept <= 0) return;
      entries.delete(key);
      entries.set(key, { since: monotonic(), value });
      forgetLater();
    },
    get size() {
      forget();
      return entries.size;
    },
  };
}
