import type { Role } from '../../domain/account/account.ts';
import { useAccount } from '../shared/frame/use-account.ts';

/** What the one who is signed in is for a committee. */
export function useRoles(committeeId: string): ReadonlySet<Role> {
  const { grants } = useAccount();
  return new Set(grants.filter((grant) => grant.committeeId === committeeId).map(({ role }) => role));
}
