import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { accountOf } from './account-of-link.ts';
import { hashToken } from './new-link.ts';
import { usableLink } from './usable-link.ts';

/** What a link is for, as the page shows it before anything is typed. */
export async function readInvitation(deps: Deps, token: string) {
  const { store } = deps;
  const decision = await usableLink(deps, hashToken(token));
  if (!decision.ok) return decision;
  const { name, accountId: id, committeeId, expiresAt, grants } = decision.value;
  const account = await accountOf(deps, decision.value);
  const committee = committeeId === null ? undefined : await store.committees.find(committeeId);
  return accept({
    kind: id !== null ? ('recovery' as const) : account === undefined ? ('invitation' as const) : ('duty' as const),
    roles: grants.map(({ role }) => role),
    name,
    expiresAt,
    committeeName: committee?.name ?? null,
    username: account?.username ?? null,
  });
}
