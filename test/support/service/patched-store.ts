import type { Store } from '../../../src/server/store/store.ts';

/** Changes the parts of a store for as long as it lasts, also of those that keep a note with what they change. */
export function patchStore(store: Store, patch: (store: Store) => void): void {
  patch(store);
  const { noting } = store;
  Object.assign(store, {
    noting: (...intent: Parameters<Store['noting']>) => {
      const noted = noting(...intent);
      patch(noted);
      return noted;
    },
  });
}
