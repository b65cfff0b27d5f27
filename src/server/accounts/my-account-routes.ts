import * as contract from '../../contract/account/my-account.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { changePassword } from './change-password.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { listSignIns } from './list-sign-ins.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';

/** What everybody does with their own account. */
export function myAccountRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.changePassword, (call) => changePassword(deps, call));
  route(context, contract.beginSecondFactor, (call) => beginSecondFactor(deps, call));
  route(context, contract.confirmSecondFactor, (call) => confirmSecondFactor(deps, call));
  route(context, contract.removeSecondFactor, (call) => removeSecondFactor(deps, call));
  route(context, contract.listSignIns, (call) => listSignIns(deps, call));
  route(context, contract.signOutEverywhere, (call) => signOutEverywhere(deps, call));
}
