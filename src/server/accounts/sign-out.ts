import type * as contract from '../../contract/account/accounts.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { ownEvent } from './own-event.ts';
import { signInCookie } from './sign-in-cookie.ts';

export async function signOut(deps: Deps, { request }: Call<typeof contract.signOut>) {
  const { caller } = request;
  const account = caller && (await deps.store.accounts.find(caller.principal.accountId));
  const end = async ({ store }: Deps) => accept(caller && (await store.accounts.endSignIn(caller.signInId)));
  if (account) await ownEvent(deps, 'signOut', account, end);
  return { ok: true as const, value: undefined, headers: { 'set-cookie': signInCookie(deps, request, '') } };
}
