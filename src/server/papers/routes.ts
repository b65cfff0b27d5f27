import * as contract from '../../contract/papers/papers.ts';
import type { Principal } from '../../domain/account/relations.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import {
  decideConfirmPrintRun,
  decideHandOut,
  decideMarkUnused,
  decideTakeBack,
  decideVoidPhonePaper,
  decideVoidPrintRun,
  decideVoidSheet,
  type SessionWithPapers,
} from '../../domain/session/papers.ts';
import type { PrintRunId, Session, SessionId, VoterId } from '../../domain/session/session.ts';
import { standingSubjects } from '../../domain/session/session.ts';
import { withNamesToldApart } from '../../domain/session/told-apart.ts';
import type { RouteContext } from '../http/gate.ts';
import { publicOrigin } from '../http/public-origin.ts';
import { route } from '../http/route.ts';
import { changePapers, findSession } from '../meeting/session-call.ts';
import { addPrintRun, printRunView, registerPhonePaper } from './add-print-run.ts';
import { credentialsOf } from './find-sheet.ts';
import { listMyPapers } from './list-my-papers.ts';

/** Address of the voting page, without what is secret: that stands in the fragment, which never leaves a phone. */
const votingPath = '/v';

/** Making, handing out, voiding and counting papers. The server only ever sees the public halves of credentials. */
export function paperRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  type Decide<Refusal extends string> = (state: SessionWithPapers) => Ruling<SessionWithPapers, Refusal>;

  const change = async <Refusal extends string>(id: SessionId, decide: Decide<Refusal>) => {
    const changed = await changePapers(deps, id, decide);
    return changed.ok ? accept(undefined) : changed;
  };
  const changePrintRun = async <Refusal extends string>(
    id: SessionId,
    printRun: PrintRunId,
    decide: Decide<Refusal>,
  ) => {
    const changed = await changePapers(deps, id, decide);
    if (!changed.ok) return changed;
    const { session } = changed.value;
    const found = session.printRuns.find((one) => one.id === printRun);
    return found === undefined ? refuse('unknown-print-run') : accept(printRunView(found, session.listVersion));
  };

  route(keeper, contract.printData, async ({ params, request }) => {
    const found = await findSession(deps, params.sessionId);
    if (!found.ok) return found;
    if (found.value.state !== 'issued') return refuse('papers-not-open');
    return accept(printData(found.value, `${publicOrigin(deps, request)}${votingPath}`));
  });
  route(keeper, contract.addPrintRun, ({ params, body, about }) => addPrintRun(deps, params.sessionId, body, about));
  route(keeper, contract.confirmPrintRun, ({ params, body }) =>
    changePrintRun(params.sessionId, params.printRunId, (state) =>
      decideConfirmPrintRun(state, params.printRunId, body.counted),
    ),
  );
  route(keeper, contract.voidPrintRun, ({ params }) =>
    changePrintRun(params.sessionId, params.printRunId, (state) => decideVoidPrintRun(state, params.printRunId)),
  );

  route(keeper, contract.handOut, ({ params }) =>
    change(params.sessionId, (state) => decideHandOut(state, params.voterId)),
  );
  route(keeper, contract.takeBack, ({ params }) =>
    change(params.sessionId, (state) => decideTakeBack(state, params.voterId)),
  );
  route(keeper, contract.voidSheet, ({ params, body }) =>
    change(params.sessionId, (state) => decideVoidSheet(state, credentialsOf(state, [body])[0] ?? '')),
  );
  route(keeper, contract.markUnused, ({ params, body }) =>
    change(params.sessionId, (state) => decideMarkUnused(state, credentialsOf(state, body.sheets))),
  );

  route(keeper, contract.registerPhonePaper, async ({ params, body, caller, request }) => {
    const voter = await voterOf(params.sessionId, caller);
    if (!voter.ok) return voter;
    const registered = await registerPhonePaper(deps, params.sessionId, voter.value, body.credential);
    if (!registered.ok) return registered;
    return accept({ votingAddress: `${publicOrigin(deps, request)}${votingPath}`, readKey: registered.value });
  });
  route(keeper, contract.voidPhonePaper, async ({ params, caller }) => {
    const voter = await voterOf(params.sessionId, caller);
    if (!voter.ok) return voter;
    return change(params.sessionId, (state) => decideVoidPhonePaper(state, voter.value));
  });
  route(keeper, contract.voidVotersPhonePaper, ({ params }) =>
    change(params.sessionId, (state) => decideVoidPhonePaper(state, params.voterId)),
  );
  route(keeper, contract.listMyPapers, async ({ caller }) => accept(await listMyPapers(deps, caller)));

  async function voterOf(id: SessionId, caller: Principal): Promise<Ruling<VoterId, 'unknown-voter' | 'not-found'>> {
    const found = await findSession(deps, id);
    if (!found.ok) return found;
    const voter = found.value.roll.find(({ personId }) => personId !== null && personId === caller.personId);
    return voter === undefined ? refuse('unknown-voter') : accept(voter.id);
  }
}

function printData(session: Session, votingAddress: string) {
  const { id, readKey, form, settings, committeeName, superiorName, listVersion } = session;
  const named = session.state === 'draft' ? withNamesToldApart(session) : session;
  return {
    ...{ sessionId: id, votingAddress, readKey, form, committeeName, superiorName, listVersion },
    ...{ title: settings.title, place: settings.place, heldOn: settings.heldOn },
    subjects: standingSubjects(named).map(({ name, position }) => ({ name, position })),
  };
}
