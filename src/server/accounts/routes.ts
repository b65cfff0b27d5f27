import { stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import * as contract from '../../contract/account/accounts.ts';
import { type AccountId, type Grant, withGrant } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { isSecure } from '../http/caller.ts';
import { cookieName } from '../http/cookies.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { createAccount, setUp } from './create-account.ts';
import { deviceName } from './device-name.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { deviceCookie, findKnownDevice } from './known-device.ts';
import { listAccounts } from './list-accounts.ts';
import { myAccountRoutes } from './my-account-routes.ts';
import { ownEvent } from './own-event.ts';
import { signIn } from './sign-in.ts';
import { accountView, ownView } from './views.ts';

export function accountRoutes(context: RouteContext): void {
  const { app, deps } = context;
  const { accounts } = deps.store;
  myAccountRoutes(context);
  invitationRoutes(context);

  route(context, contract.setUp, ({ body, about }) => setUp(deps, body, about));

  route(context, contract.signIn, async ({ body, request }) => {
    const decision = await signIn(deps, body, deviceName(request.headers['user-agent']), (account) =>
      findKnownDevice(deps, request, account),
    );
    if (!decision.ok) return decision;
    const { signIn: begun, account } = decision.value;
    const token = app.jwt.sign({ sid: begun.id });
    return {
      ok: true,
      value: { token, expiresAt: begun.expiresAt, account: await ownView(deps, account) },
      headers: { 'set-cookie': [cookie(deps, request, token), deviceCookie(deps, request, account)] },
    };
  });

  route(context, contract.signOut, async ({ request }) => {
    const { caller } = request;
    const account = caller && (await accounts.find(caller.principal.accountId));
    const end = async () => accept(caller && (await accounts.endSignIn(caller.signInId)));
    if (account) await ownEvent(deps, 'signOut', account, end);
    return { ok: true, value: undefined, headers: { 'set-cookie': cookie(deps, request, '') } };
  });

  route(context, contract.readMe, async ({ caller }) => {
    const account = await accounts.find(caller.accountId);
    return account ? accept(await ownView(deps, account)) : { ok: false, refusal: 'not-signed-in' };
  });

  route(context, contract.listAccounts, async ({ query }) => accept(await listAccounts(deps, query)));

  route(context, contract.createAccount, ({ body, about }) => createAccount(deps, body, about));

  route(context, contract.giveGrant, async ({ params, body, caller, about }) => {
    about({ committeeId: body.committeeId, role: body.role });
    if (params.accountId === caller.accountId) return refuse('own-role');
    if ((await deps.store.committees.find(body.committeeId))?.to) return refuse('committee-ended');
    return changeGrant(deps, params.accountId, body, true);
  });
  route(context, contract.takeGrant, ({ params, body, about }) => {
    about({ committeeId: body.committeeId, role: body.role });
    return changeGrant(deps, params.accountId, body, false);
  });
}

async function changeGrant(
  deps: Deps,
  id: AccountId,
  grant: Grant,
  given: boolean,
): Promise<Ruling<contract.AccountView, 'unknown-account' | 'unknown-committee'>> {
  if (!(await deps.store.committees.find(grant.committeeId))) return refuse('unknown-committee');
  const decision = await deps.store.accounts.update<never>(id, (account) => accept(withGrant(account, grant, given)));
  return decision.ok ? accept(accountView(decision.value, deps.config)) : decision;
}

/** Neither scripts nor other sites' pages get it; it ends with the browser or the sign-in. */
function cookie(deps: Deps, request: FastifyRequest, token: string): string {
  const secure = isSecure(deps, request);
  const name = cookieName(secure, request);
  const ended = token === '' ? { maxAge: 0 } : {};
  return stringifySetCookie({ name, value: token, path: '/', httpOnly: true, sameSite: 'strict', secure, ...ended });
}
