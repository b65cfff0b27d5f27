import type { Role } from '../../../domain/account/account.ts';
import { useAccount } from './use-account.ts';

/** What the reader of a page is to committees. To a session: its view says it (`held`). */
export interface Reader {
  readonly administrator: boolean;
  /** Whether they have one of these roles in a committee; any role where none is named. */
  serves(committeeId: string | null, ...roles: Role[]): boolean;
  /** Whether they keep the seats and terms of a committee, which must stand. */
  keepsRosterOf(committee: { readonly id: string; readonly to: string | null }): boolean;
  /** The committees in which they have one of these roles, or any. */
  served(...roles: Role[]): ReadonlySet<string>;
}

export function useReader(): Reader {
  const { administrator, grants } = useAccount();
  const served = (...roles: Role[]) =>
    new Set<string>(
      grants.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(({ committeeId }) => committeeId),
    );
  const serves = (committeeId: string | null, ...roles: Role[]) =>
    committeeId !== null && served(...roles).has(committeeId);
  return {
    administrator,
    served,
    serves,
    keepsRosterOf: ({ id, to }) => to === null && (administrator || serves(id, 'office')),
  };
}
