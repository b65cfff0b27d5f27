import * as contract from '../../contract/decisions/decisions.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { proposeDecision } from './propose-decision.ts';
import { signDecision } from './sign-decision.ts';

/** Decisions that take effect once the chair and enough tellers have signed, each with their own account. */
export function decisionRoutes(context: RouteContext): void {
  route(context, contract.proposeDecision, proposeDecision);

  route(context, contract.signDecision, signDecision);
}
