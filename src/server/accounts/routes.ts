import * as contract from '../../contract/account/accounts.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { createAccount } from './create-account.ts';
import { giveGrant } from './give-grant.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { listAccounts } from './list-accounts.ts';
import { myAccountRoutes } from './my-account-routes.ts';
import { readMe } from './read-me.ts';
import { setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { takeGrant } from './take-grant.ts';

export function accountRoutes(context: RouteContext): void {
  myAccountRoutes(context);
  invitationRoutes(context);
  route(context, contract.setUp, (deps, call) => setUp({ ...context, deps }, call));
  route(context, contract.signIn, (deps, call) => signIn({ ...context, deps }, call));
  route(context, contract.signOut, signOut);
  route(context, contract.readMe, readMe);
  route(context, contract.listAccounts, async (deps, { query }) => accept(await listAccounts(deps, query)));
  route(context, contract.createAccount, (deps, { body, caller, about }) => createAccount(deps, body, caller, about));
  route(context, contract.giveGrant, giveGrant);
  route(context, contract.takeGrant, takeGrant);
}
