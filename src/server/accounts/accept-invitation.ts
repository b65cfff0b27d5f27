import type { z } from 'zod';
import type * as contract from '../../contract/account/invitations.ts';
import { type Account, accountId, hasSecondFactor, usernameKey, withGrant } from '../../domain/account/account.ts';
import { decideUse, type Invitation, recovered } from '../../domain/account/invitation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { accountOf } from './account-of-link.ts';
import { hashToken } from './new-link.ts';
import { ownEvent } from './own-event.ts';
import { hashPassword } from './password.ts';
import { cookiesOfNewPassword } from './signed-in.ts';
import { tryPassword } from './try-password.ts';
import { type LinkRefusal, usableLink } from './usable-link.ts';
import { knownOf, ownView } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

type AcceptRefusal =
  | LinkRefusal
  | 'username-needed'
  | 'username-taken'
  | 'has-account'
  | 'weak-password'
  | 'wrong-password'
  | 'sign-in-locked';

/**
 * Uses a link: makes the account, or gives the one that is recovered a new password and no second factor, or one that has
 * come by another slip the roles of this one; and signs the browser in. Whoever holds a slip to choose a password is let in
 * here even while a stranger keeps the name locked.
 */
export async function acceptInvitation(
  context: RouteContext,
  { body, request }: Call<typeof contract.acceptInvitation>,
) {
  const { deps } = context;
  const used = await takeUp(deps, body);
  if (!used.ok) return used;
  const value = await ownView(deps, used.value);
  // Who takes a duty with an account that has a second factor has not shown it here.
  if (hasSecondFactor(used.value)) return { ok: true as const, value };
  const headers = { 'set-cookie': await cookiesOfNewPassword(context, request, used.value) };
  return { ok: true as const, value, headers };
}

async function takeUp(
  deps: Deps,
  { token, username, password }: z.infer<typeof contract.acceptInvitation.body>,
): Promise<Ruling<Account, AcceptRefusal>> {
  const tokenHash = hashToken(token);
  const found = await usableLink(deps, tokenHash);
  if (!found.ok) return found;
  const present = await accountOf(deps, found.value);
  const { accountId: recovers, grants } = found.value;
  if (present !== undefined && recovers === null) {
    return takeDuty(deps, { tokenHash, present, password, grants });
  }
  const name = present?.username ?? username;
  if (name === undefined) return refuse('username-needed');
  const known = await knownOf(deps, { username: name, personId: found.value.personId });
  if (await isWeakPassword(password, [...known, found.value.name])) return refuse('weak-password');
  const passwordHash = await hashPassword(password);
  const newId = accountId.parse(uuid(deps.random));
  const actor = present ?? { id: newId, administrator: false, grants };
  return useLink(deps, tokenHash, actor, (invitation, account) => {
    // The person's own, which has come meanwhile, is not recovered by a slip for a new one.
    if (account !== undefined && invitation.accountId === null) return refuse('has-account');
    if (account !== undefined) return accept(recovered(account, passwordHash));
    return accept(newAccount(invitation, { id: newId, username: name, passwordHash }));
  });
}

interface Duty {
  readonly tokenHash: string;
  /** As it was shown; it may have changed since. */
  readonly present: Account;
  readonly password: string;
  readonly grants: Invitation['grants'];
}

/** Roles of a slip for whoever has an account by now: its password shows that it is theirs. */
async function takeDuty(
  deps: Deps,
  { tokenHash, present, password, grants }: Duty,
): Promise<Ruling<Account, AcceptRefusal>> {
  const tried = await tryPassword(deps, usernameKey(present.username), present, password);
  if (!tried.ok) return refuse(tried.refusal === 'wrong-sign-in' ? 'wrong-password' : tried.refusal);
  await tried.value.forgive();
  const actor = { ...present, grants: [...present.grants, ...grants] };
  return useLink(deps, tokenHash, actor, (invitation, account) => {
    // Another password, or another account, since the one that was shown.
    if (account?.id !== present.id || account.passwordHash !== present.passwordHash) return refuse('wrong-password');
    return accept(invitation.grants.reduce((held, grant) => withGrant(held, grant, true), account));
  });
}

function useLink(
  deps: Deps,
  tokenHash: string,
  actor: Pick<Account, 'id' | 'administrator' | 'grants'>,
  decide: (invitation: Invitation, account: Account | undefined) => Ruling<Account, AcceptRefusal>,
): Promise<Ruling<Account, AcceptRefusal>> {
  return ownEvent(deps, 'acceptInvitation', actor, ({ store }) =>
    store.invitations.use<AcceptRefusal>(tokenHash, (invitation, account) => {
      // Looked at again: hashing took time, and another may have used the link meanwhile.
      const decision = decideUse(invitation, deps.clock());
      return decision.ok ? decide(decision.value, account) : decision;
    }),
  );
}

function newAccount(
  { personId, grants }: Invitation,
  made: Pick<Account, 'id' | 'username' | 'passwordHash'>,
): Account {
  return { ...made, personId, grants, administrator: false, secondFactor: null };
}
