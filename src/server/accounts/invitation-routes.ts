import * as contract from '../../contract/account/invitations.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { inviteMembers } from './invite-members.ts';
import { inviteToRole } from './invite-to-role.ts';
import { memberAccounts } from './member-accounts.ts';
import { readInvitation } from './read-invitation.ts';
import { recoverAnyAccount } from './recover-account.ts';
import { recoverMember } from './recover-member.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

/** How people come to an account, and back to one. */
export function invitationRoutes(context: RouteContext): void {
  route(context, contract.listMemberAccounts, async (deps, { params, held }) =>
    accept(await memberAccounts(deps, params.committeeId, { byAdministrator: held.has('administrator') })),
  );
  route(context, contract.inviteMembers, (deps, { params, body, held, caller }) =>
    inviteMembers(deps, { ...params, byAdministrator: held.has('administrator'), by: caller }, body.personIds),
  );
  route(context, contract.withdrawInvitation, (deps, { params }) =>
    withdrawInvitation(deps, params.committeeId, params.invitationId),
  );
  route(context, contract.inviteToRole, inviteToRole);
  route(context, contract.recoverMember, (deps, { params, caller }) =>
    recoverMember(deps, params.committeeId, params.accountId, caller),
  );
  route(context, contract.recoverAccount, (deps, { params, caller }) =>
    recoverAnyAccount(deps, params.accountId, caller),
  );
  route(context, contract.readInvitation, (deps, { body }) => readInvitation(deps, body.token));
  route(context, contract.acceptInvitation, (deps, call) => acceptInvitation({ ...context, deps }, call));
}
