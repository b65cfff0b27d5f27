import * as contract from '../../contract/account/invitations.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { acceptInvitation, inviteMembers, inviteToRole, readInvitation, withdrawInvitation } from './invitations.ts';
import { deviceCookie } from './known-device.ts';
import { memberAccounts } from './member-accounts.ts';
import { recoverAccount, recoverMember } from './recover.ts';
import { accountView } from './views.ts';

/** How people come to an account, and back to one. */
export function invitationRoutes(context: RouteContext): void {
  const { deps } = context;

  route(context, contract.listMemberAccounts, async ({ params }) =>
    accept(await memberAccounts(deps, params.committeeId)),
  );
  route(context, contract.inviteMembers, ({ params, body, held }) =>
    inviteMembers(deps, { ...params, byAdministrator: held.has('administrator') }, body.personIds),
  );
  route(context, contract.withdrawInvitation, ({ params }) =>
    withdrawInvitation(deps, params.committeeId, params.invitationId),
  );
  route(context, contract.inviteToRole, ({ params, body, about }) => {
    about({ personId: body.personId, role: body.role });
    return inviteToRole(deps, params.committeeId, body);
  });
  route(context, contract.recoverMember, ({ params }) => recoverMember(deps, params.committeeId, params.accountId));
  route(context, contract.recoverAccount, ({ params }) => recoverAccount(deps, params.accountId, null));
  route(context, contract.readInvitation, ({ body }) => readInvitation(deps, body.token));
  route(context, contract.acceptInvitation, async ({ body, request }) => {
    const used = await acceptInvitation(deps, body);
    if (!used.ok) return used;
    // Whoever holds the slip is let in here even while a stranger keeps the name locked.
    const headers = { 'set-cookie': deviceCookie(deps, request, used.value) };
    return { ok: true, value: accountView(used.value, deps.config), headers };
  });
}
