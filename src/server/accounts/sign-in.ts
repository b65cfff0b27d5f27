import type * as contract from '../../contract/account/accounts.ts';
import type { RouteContext } from '../http/gate.ts';
import type { Call } from '../http/route.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { deviceName } from './device-name.ts';
import { findKnownDevice } from './known-device.ts';
import { signedIn } from './signed-in.ts';
import { ownView } from './views.ts';

/** Answers with a token for programs, and with cookies for browsers. */
export async function signIn(context: RouteContext, { body, request }: Call<typeof contract.signIn>) {
  const { deps } = context;
  const decision = await beginSignIn(deps, body, deviceName(request.headers['user-agent']), (account) =>
    findKnownDevice(deps, request, account),
  );
  if (!decision.ok) return decision;
  const { signIn: begun, account } = decision.value;
  const { token, cookies } = signedIn(context, request, account, begun);
  return {
    ok: true as const,
    value: { token, expiresAt: begun.expiresAt, account: await ownView(deps, account) },
    headers: { 'set-cookie': cookies },
  };
}
