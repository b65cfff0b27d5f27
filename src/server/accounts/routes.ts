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
  const { deps } = context;
  myAccountRoutes(context);
  invitationRoutes(context);
  route(context, contract.setUp, (call) => setUp(context, call));
  route(context, contract.signIn, (call) => signIn(context, call));
  route(context, contract.signOut, (call) => signOut(deps, call));
  route(context, contract.readMe, (call) => readMe(deps, call));
  route(context, contract.listAccounts, async ({ query }) => accept(await listAccounts(deps, query)));
  route(context, contract.createAccount, ({ body, about }) => createAccount(deps, body, about));
  route(context, contract.giveGrant, (call) => giveGrant(deps, call));
  route(context, contract.takeGrant, (call) => takeGrant(deps, call));
}
