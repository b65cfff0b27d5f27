import type { AccountView } from '../../../contract/account/accounts.ts';
import { useStore } from '../device/use-store.ts';
import { signedIn } from './account.ts';

/** Whose page this is; only inside an `OfficePage`, which shows its children to nobody else. */
export function useAccount(): AccountView {
  const { last } = useStore(signedIn);
  if (last === undefined) throw new Error('nobody has signed in');
  return last;
}
