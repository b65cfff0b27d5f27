import * as contract from '../../contract/papers/papers.ts';
import { accept } from '../../domain/ruling.ts';
import {
  decideConfirmPrintRun,
  decideHandOut,
  decideMarkUnused,
  decideTakeBack,
  decideVoidPhonePaper,
  decideVoidPrintRun,
  decideVoidSheet,
} from '../../domain/session/papers.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addPrintRun } from './add-print-run.ts';
import { changePaper, changePrintRun } from './change-papers.ts';
import { credentialsOf } from './find-sheet.ts';
import { listMyPapers } from './list-my-papers.ts';
import { printData } from './print-data.ts';
import { receiveOnPhone } from './receive-on-phone.ts';
import { voidPhonePaper } from './void-phone-paper.ts';

/** Making, handing out, voiding and counting papers. The server only ever sees the public halves of credentials. */
export function paperRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.printData, (call) => printData(deps, call));
  route(context, contract.addPrintRun, ({ params, body, about }) => addPrintRun(deps, params.sessionId, body, about));
  route(context, contract.confirmPrintRun, ({ params, body }) =>
    changePrintRun(deps, params.sessionId, params.printRunId, (state) =>
      decideConfirmPrintRun(state, params.printRunId, body.counted),
    ),
  );
  route(context, contract.voidPrintRun, ({ params }) =>
    changePrintRun(deps, params.sessionId, params.printRunId, (state) => decideVoidPrintRun(state, params.printRunId)),
  );

  route(context, contract.handOut, ({ params }) =>
    changePaper(deps, params.sessionId, (state) => decideHandOut(state, params.voterId)),
  );
  route(context, contract.takeBack, ({ params }) =>
    changePaper(deps, params.sessionId, (state) => decideTakeBack(state, params.voterId)),
  );
  route(context, contract.voidSheet, ({ params, body }) =>
    changePaper(deps, params.sessionId, (state) => decideVoidSheet(state, credentialsOf(state, [body])[0] ?? '')),
  );
  route(context, contract.markUnused, ({ params, body }) =>
    changePaper(deps, params.sessionId, (state) => decideMarkUnused(state, credentialsOf(state, body.sheets))),
  );

  route(context, contract.registerPhonePaper, (call) => receiveOnPhone(deps, call));
  route(context, contract.voidPhonePaper, (call) => voidPhonePaper(deps, call));
  route(context, contract.voidVotersPhonePaper, ({ params }) =>
    changePaper(deps, params.sessionId, (state) => decideVoidPhonePaper(state, params.voterId)),
  );
  route(context, contract.listMyPapers, async ({ caller }) => accept(await listMyPapers(deps, caller)));
}
