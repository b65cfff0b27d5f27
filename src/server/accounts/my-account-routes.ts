import * as contract from '../../contract/account/my-account.ts';
import type { Account, SignInId } from '../../domain/account/account.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { beginSecondFactor, changePassword, confirmSecondFactor, removeSecondFactor } from './my-account.ts';
import { ownEvent } from './own-event.ts';

/** What everybody does with their own account. */
export function myAccountRoutes(context: RouteContext): void {
  const { deps } = context;
  const { accounts } = deps.store;

  route(context, contract.changePassword, async ({ caller, body, request, about }) => {
    about({ aboutAccountId: caller.accountId });
    return withOwn(deps, caller, request.caller?.signInId, (own, signIn) => changePassword(deps, own, signIn, body));
  });
  route(context, contract.beginSecondFactor, async ({ caller, body, request, about }) => {
    about({ aboutAccountId: caller.accountId });
    return withOwn(deps, caller, request.caller?.signInId, (own) => beginSecondFactor(deps, own, body.password));
  });
  route(context, contract.confirmSecondFactor, async ({ caller, body, request, about }) => {
    about({ aboutAccountId: caller.accountId });
    return withOwn(deps, caller, request.caller?.signInId, (own, signIn) =>
      confirmSecondFactor(deps, own, signIn, body.code),
    );
  });
  route(context, contract.removeSecondFactor, async ({ caller, body, request, about }) => {
    about({ aboutAccountId: caller.accountId });
    return withOwn(deps, caller, request.caller?.signInId, (own) => removeSecondFactor(deps, own, body));
  });
  route(context, contract.listSignIns, async ({ caller, request }) => {
    const signIns = await accounts.signInsOf(caller.accountId, deps.clock());
    const views = signIns.map(({ id, device, begunOn, lastUsedOn }) => ({
      id,
      device,
      begunOn,
      lastUsedOn,
      isThis: id === request.caller?.signInId,
    }));
    return accept(views.sort((a, b) => (a.lastUsedOn < b.lastUsedOn ? 1 : -1)));
  });
  route(context, contract.signOutEverywhere, async ({ caller }) =>
    withOwn(deps, caller, undefined, (own) =>
      ownEvent(deps, 'signOutEverywhere', own, async () => {
        await accounts.endSignIns(own.id);
        return accept(undefined);
      }),
    ),
  );
}

/** The caller's account as it is kept, for the sign-in that calls. */
async function withOwn<Value, Refusal extends string>(
  { store }: Deps,
  caller: Principal,
  signIn: SignInId | undefined,
  act: (own: Account, signIn: SignInId) => Promise<Ruling<Value, Refusal>>,
): Promise<Ruling<Value, Exclude<Refusal, 'unknown-account'> | 'not-signed-in'>> {
  const own = await store.accounts.find(caller.accountId);
  if (own === undefined) return refuse('not-signed-in');
  const decision = await act(own, signIn ?? ('' as SignInId));
  if (decision.ok) return decision;
  const { refusal } = decision;
  return refuse(refusal === 'unknown-account' ? 'not-signed-in' : (refusal as Exclude<Refusal, 'unknown-account'>));
}
