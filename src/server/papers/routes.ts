import * as contract from '../../contract/papers/papers.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { publicOrigin } from '../http/public-origin.ts';
import { route } from '../http/route.ts';
import { addPrintRun } from './add-print-run.ts';
import { confirmPrintRun } from './confirm-print-run.ts';
import { giveUpPhonePapers } from './give-up-phone-papers.ts';
import { handOut } from './hand-out.ts';
import { handOutAll } from './hand-out-all.ts';
import { listMyPapers } from './list-my-papers.ts';
import { markRemainingUnused } from './mark-remaining-unused.ts';
import { markUnused } from './mark-unused.ts';
import { printData, readSheetPreview } from './print-data.ts';
import { registerPhonePaper } from './register-phone-paper.ts';
import { takeBack } from './take-back.ts';
import { voidPhonePaper } from './void-phone-paper.ts';
import { voidPrintRun } from './void-print-run.ts';
import { voidSheet } from './void-sheet.ts';
import { voidVotersPhonePaper } from './void-voters-phone-paper.ts';

/** Making, handing out, voiding and counting papers. The server only ever sees the public halves of credentials. */
export function paperRoutes(context: RouteContext): void {
  route(context, contract.printData, printData);
  route(context, contract.readSheetPreview, readSheetPreview);
  route(context, contract.addPrintRun, (deps, { params, body, about, request }) =>
    addPrintRun(deps, params.sessionId, publicOrigin(deps, request), body, about),
  );
  route(context, contract.confirmPrintRun, confirmPrintRun);
  route(context, contract.voidPrintRun, voidPrintRun);
  route(context, contract.handOut, handOut);
  route(context, contract.handOutAll, handOutAll);
  route(context, contract.takeBack, takeBack);
  route(context, contract.voidSheet, voidSheet);
  route(context, contract.markUnused, markUnused);
  route(context, contract.markRemainingUnused, markRemainingUnused);
  route(context, contract.registerPhonePaper, registerPhonePaper);
  route(context, contract.voidPhonePaper, voidPhonePaper);
  route(context, contract.voidVotersPhonePaper, voidVotersPhonePaper);
  route(context, contract.giveUpPhonePapers, giveUpPhonePapers);
  route(context, contract.listMyPapers, async (deps, { caller }) => accept(await listMyPapers(deps, caller)));
}
