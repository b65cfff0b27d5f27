import type * as contract from '../../contract/papers/papers.ts';
import { decideVoidPrintRun } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changePrintRun } from './change-print-run.ts';

export function voidPrintRun(deps: Deps, { params }: Call<typeof contract.voidPrintRun>) {
  const { sessionId, printRunId } = params;
  return changePrintRun(deps, sessionId, printRunId, (state) => decideVoidPrintRun(state, printRunId));
}
