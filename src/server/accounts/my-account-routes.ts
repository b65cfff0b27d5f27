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
  route(context, contract.changePassword, changePassword);
  route(context, contract.beginSecondFactor, beginSecondFactor);
  route(context, contract.confirmSecondFactor, confirmSecondFactor);
  route(context, contract.removeSecondFactor, removeSecondFactor);
  route(context, contract.listSignIns, listSignIns);
  route(context, contract.signOutEverywhere, signOutEverywhere);
}
