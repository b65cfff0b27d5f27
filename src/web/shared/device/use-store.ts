import { useLayoutEffect, useState } from 'preact/hooks';
import type { StateStore } from './store.ts';

/** The store's value, shown anew whenever it changes. */
export function useStore<State extends object>(store: StateStore<State>): State {
  const [, showAgain] = useState(0);
  useLayoutEffect(() => store.watch(() => showAgain((count) => count + 1)), [store]);
  return store.get();
}
