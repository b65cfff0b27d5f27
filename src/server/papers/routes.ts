import * as contract from '../../contract/papers/papers.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addPrintRun } from './add-print-run.ts';
import { confirmPrintRun } from './confirm-print-run.ts';
import { handOut } from './hand-out.ts';
import { listMyPapers } from './list-my-papers.ts';
import { markUnused } from './mark-unused.ts';
import { printData } from './print-data.ts';
import { registerPhonePaper } from './register-phone-paper.ts';
import { takeBack } from './take-back.ts';
import { voidPhonePaper } from './void-phone-paper.ts';
import { voidPrintRun } from './void-print-run.ts';
import { voidSheet } from './void-sheet.ts';
import { voidVotersPhonePaper } from './void-voters-phone-paper.ts';

/** Making, handing out, voiding and counting papers. The server only ever sees the public halves of credentials. */
export function paperRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.printData, (call) => printData(deps, call));
  route(context, contract.addPrintRun, ({ params, body, about }) => addPrintRun(deps, params.sessionId, body, about));
  route(context, contract.confirmPrintRun, (call) => confirmPrintRun(deps, call));
  route(context, contract.voidPrintRun, (call) => voidPrintRun(deps, call));
  route(context, contract.handOut, (call) => handOut(deps, call));
  route(context, contract.takeBack, (call) => takeBack(deps, call));
  route(context, contract.voidSheet, (call) => voidSheet(deps, call));
  route(context, contract.markUnused, (call) => markUnused(deps, call));
  route(context, contract.registerPhonePaper, (call) => registerPhonePaper(deps, call));
  route(context, contract.voidPhonePaper, (call) => voidPhonePaper(deps, call));
  route(context, contract.voidVotersPhonePaper, (call) => voidVotersPhonePaper(deps, call));
  route(context, contract.listMyPapers, async ({ caller }) => accept(await listMyPapers(deps, caller)));
}
