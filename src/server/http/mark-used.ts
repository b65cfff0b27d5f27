import type { SignInId } from '../../domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { storageTrouble } from '../store/storage-trouble.ts';

/** Notes that a sign-in is used today. */
export type MarkUsed = (id: SignInId) => Promise<void>;

/**
 * Days only, and never for a voter's route, or it would say when somebody voted. The process remembers what it has
 * noted today, so that a request hardly ever writes.
 */
export function useMarker({ store, clock }: Deps): MarkUsed {
  let day = '';
  let noted = new Set<SignInId>();
  return async (id) => {
    const today = localDay(clock());
    if (today !== day) [day, noted] = [today, new Set()];
    if (noted.has(id)) return;
    noted.add(id);
    try {
      await store.accounts.markUsed(id, today);
    } catch (error) {
      // Where nothing can be stored people go on reading; the next request notes it.
      if (storageTrouble(error) === undefined) throw error;
      noted.delete(id);
    }
  };
}
