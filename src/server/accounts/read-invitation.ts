import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { hashToken } from './new-link.ts';
import { usableLink } from './usable-link.ts';

/** What a link is for, as the page shows it before anything is typed. */
export async function readInvitation(deps: Deps, token: string) {
  const { store } = deps;
  const decision = await usableLink(deps, hashToken(token));
  if (!decision.ok) return decision;
  const { name, accountId: id, committeeId, expiresAt } = decision.value;
  const account = id === null ? undefined : await store.accounts.find(id);
  const committee = committeeId === null ? undefined : await store.committees.find(committeeId);
  return accept({
    kind: id === null ? ('invitation' as const) : ('recovery' as const),
    name,
    expiresAt,
    committeeName: committee?.name ?? null,
    username: account?.username ?? null,
  });
}
