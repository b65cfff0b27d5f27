import type * as contract from '../../contract/papers/papers.ts';
import { decideConfirmPrintRun } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changePrintRun } from './change-print-run.ts';

export function confirmPrintRun(deps: Deps, { params, body }: Call<typeof contract.confirmPrintRun>) {
  const { sessionId, printRunId } = params;
  return changePrintRun(deps, sessionId, printRunId, (state) => decideConfirmPrintRun(state, printRunId, body.counted));
}
