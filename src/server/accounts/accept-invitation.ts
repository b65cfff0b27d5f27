import type { z } from 'zod';
import type * as contract from '../../contract/account/invitations.ts';
import { type Account, accountId } from '../../domain/account/account.ts';
import { decideUse, type Invitation, type InvitationRefusal, recovered } from '../../domain/account/invitation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { hashToken } from './new-link.ts';
import { ownEvent } from './own-event.ts';
import { hashPassword } from './password.ts';
import { cookiesOfNewPassword } from './signed-in.ts';
import { type LinkRefusal, usableLink } from './usable-link.ts';
import { knownOf, ownView } from './views.ts';
import { isWeakPassword } from './weak-password.ts';

type AcceptRefusal = LinkRefusal | 'username-needed' | 'username-taken' | 'has-account' | 'weak-password';

/**
 * Uses a link: makes the account, or gives the one that is recovered a new password and no second factor; and signs the
 * browser in. Whoever holds the slip is let in here even while a stranger keeps the name locked.
 */
export async function acceptInvitation(
  context: RouteContext,
  { body, request }: Call<typeof contract.acceptInvitation>,
) {
  const { deps } = context;
  const used = await takeUp(deps, body);
  if (!used.ok) return used;
  const headers = { 'set-cookie': await cookiesOfNewPassword(context, request, used.value) };
  return { ok: true as const, value: await ownView(deps, used.value), headers };
}

async function takeUp(
  deps: Deps,
  { token, username, password }: z.infer<typeof contract.acceptInvitation.body>,
): Promise<Ruling<Account, AcceptRefusal>> {
  const { accounts } = deps.store;
  const tokenHash = hashToken(token);
  const found = await usableLink(deps, tokenHash);
  if (!found.ok) return found;
  const { accountId: id, grants } = found.value;
  const present = id === null ? undefined : await accounts.find(id);
  const name = present?.username ?? username;
  if (name === undefined) return refuse('username-needed');
  const known = await knownOf(deps, { username: name, personId: found.value.personId });
  if (await isWeakPassword(password, [...known, found.value.name])) return refuse('weak-password');
  const passwordHash = await hashPassword(password);
  const newId = accountId.parse(uuid(deps.random));
  const use = ({ store }: Deps) =>
    store.invitations.use<InvitationRefusal>(tokenHash, (invitation, account) => {
      // Looked at again: hashing took time, and another may have used the link meanwhile.
      const decision = decideUse(invitation, deps.clock());
      if (!decision.ok) return decision;
      if (account !== undefined) return accept(recovered(account, passwordHash));
      return accept(newAccount(decision.value, { id: newId, username: name, passwordHash }));
    });
  const actor = present ?? { id: newId, administrator: false, grants };
  return ownEvent(deps, 'acceptInvitation', actor, use);
}

function newAccount(
  { personId, grants }: Invitation,
  made: Pick<Account, 'id' | 'username' | 'passwordHash'>,
): Account {
  return { ...made, personId, grants, administrator: false, secondFactor: null };
}
