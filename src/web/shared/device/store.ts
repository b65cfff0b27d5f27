/** A value that screens watch. */
export interface StateStore<State extends object> {
  get(): State;
  /** Watchers are told once, after all fields are set. */
  set(change: Partial<State>): void;
  /** @returns how to stop watching */
  watch(watcher: () => void): () => void;
}

export function createStore<State extends object>(initial: State): StateStore<State> {
  let state = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const watcher of [...watchers]) watcher();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
