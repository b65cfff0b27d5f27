import type { FastifyRequest } from 'fastify';
import { type Account, hasSecondFactor, type SignIn, signInExpiry, signInId } from '../../domain/account/account.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { deviceName } from './device-name.ts';
import { deviceCookie } from './known-device.ts';
import { ownEvent } from './own-event.ts';
import { signInCookie } from './sign-in-cookie.ts';

/**
 * Begins a sign-in of an account whose password was just shown or chosen, as the account was then: comparing and hashing
 * take time, in which it may have got another password, or a second factor that was not asked for.
 */
export async function addSignIn(
  deps: Deps,
  account: Account,
  device: string | null,
): Promise<Ruling<SignIn, 'wrong-sign-in'>> {
  const today = localDay(deps.clock());
  const begun: SignIn = {
    id: signInId.parse(uuid(deps.random)),
    accountId: account.id,
    expiresAt: signInExpiry(deps.clock()),
    device,
    begunOn: today,
    lastUsedOn: today,
  };
  const isStill = (now: Account | undefined) =>
    now?.passwordHash === account.passwordHash && hasSecondFactor(now) === hasSecondFactor(account);
  const added = await ownEvent(deps, 'signIn', account, ({ store }) =>
    store.accounts.addSignIn(begun, (now) => (isStill(now) ? accept(undefined) : refuse('wrong-sign-in'))),
  );
  return added.ok ? accept(begun) : added;
}

/** The token of a sign-in for programs, and its cookies for browsers; the browser is known to the account from then on. */
export function signedIn({ app, deps }: RouteContext, request: FastifyRequest, account: Account, { id }: SignIn) {
  const token = app.jwt.sign({ sid: id });
  return { token, cookies: [signInCookie(deps, request, token), deviceCookie(deps, request, account)] };
}

/** Cookies for the browser in which somebody has just chosen an account's password: they need not type it again. */
export async function cookiesOfNewPassword(
  context: RouteContext,
  request: FastifyRequest,
  account: Account,
): Promise<string[]> {
  const begun = await addSignIn(context.deps, account, deviceName(request.headers['user-agent']));
  // Chosen anew meanwhile by a second slip: whoever holds this one signs in as everybody does.
  return begun.ok
    ? signedIn(context, request, account, begun.value).cookies
    : [deviceCookie(context.deps, request, account)];
}
