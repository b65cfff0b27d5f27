import * as roll from '../../contract/roll.ts';
import * as contract from '../../contract/sessions.ts';
import { accept, type Decision, refuse } from '../../domain/decision.ts';
import {
  decideAddOrganisation,
  decideChangeSettings,
  decideExclude,
  decideIssue,
  decideRemoveOrganisation,
  decideRemoveVoter,
  type TellerRules,
} from '../../domain/session/draft.ts';
import { decideBrief, decideRecordAttendance } from '../../domain/session/opening.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import { decideAllowPlainVoting } from '../../domain/session/plain-voting.ts';
import { decideCancelBeforeOpening } from '../../domain/session/publication.ts';
import { subjectId } from '../../domain/session/session.ts';
import type { GateKeeper } from '../http/gate.ts';
import { publicOrigin } from '../http/public-origin.ts';
import { route } from '../http/route.ts';
import { findByName } from '../search-people.ts';
import { actorOf, changePapers, changeSession } from '../session-call.ts';
import { uuid } from '../uuid.ts';
import { createSession } from './create-session.ts';
import { listSessions } from './list-sessions.ts';
import { addParticipant, nameTellers } from './name-tellers.ts';
import { newTellers } from './new-tellers.ts';
import { addParticipants, readParticipants } from './roll.ts';
import { underPlanView } from './under-plan.ts';
import { unreadyTellers } from './unready-tellers.ts';
import { type SessionView, sessionView, summaryOf } from './views.ts';

/** States before tellers have made their key. */
const before: readonly string[] = ['draft', 'issued'];

/** Preparing a session, and everything that its console shows. */
export function sessionRoutes(keeper: GateKeeper): void {
  const { deps } = keeper;
  const rules: TellerRules = { singleTellerAllowed: deps.config.singleTeller };
  const view = async (state: SessionWithPapers) =>
    sessionView(
      state,
      { underPlan: await underPlanView(deps, state.session), newTellers: await newTellers(deps, state.session) },
      rules,
      deps.clock(),
    );
  const shown = async <Refusal extends string>(
    changing: Promise<Decision<SessionWithPapers, Refusal>>,
  ): Promise<Decision<SessionView, Refusal>> => {
    const changed = await changing;
    return changed.ok ? accept(await view(changed.value)) : changed;
  };

  route(keeper, contract.listForms, async () => accept([...deps.forms.values()]));
  route(keeper, contract.createSession, async ({ params, body, caller, about }) => {
    const created = await createSession(deps, params.committeeId, body, caller, about);
    if (!created.ok) return created;
    return accept(await view({ session: created.value, papers: new Map(), phoneLinks: new Map() }));
  });
  route(keeper, contract.listSessions, async ({ caller }) => {
    const sessions = await listSessions(deps, caller);
    return accept(sessions.map(({ session, held }) => ({ ...summaryOf(session, deps.clock()), mine: [...held] })));
  });
  route(keeper, contract.readSession, async ({ params, held, request }) => {
    const state = await deps.store.sessions.findWithPapers(params.sessionId);
    if (state === undefined) return refuse('not-found');
    const documents = await deps.store.documents.list(params.sessionId);
    const seesUnready = held.has('chair') || held.has('secretary') || held.has('office');
    const seesTotals = held.has('chair') || held.has('teller');
    return accept({
      ...(await view(state)),
      ...(seesTotals ? {} : { invalidSheets: {} }),
      unreadyTellers:
        seesUnready && before.includes(state.session.state) ? await unreadyTellers(deps, state.session) : [],
      serviceAddress: publicOrigin(deps, request),
      signedMinutes: documents.some(({ kind }) => kind === 'signed-minutes'),
    });
  });

  route(keeper, contract.changeSettings, ({ params, body }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideChangeSettings(session, body))),
  );
  route(keeper, contract.excludeSubject, ({ params, body }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideExclude(session, params.subjectId, body.reason))),
  );
  route(keeper, contract.addOrganisation, ({ params, body }) => {
    const id = subjectId.parse(uuid(deps.random));
    return shown(changeSession(deps, params.sessionId, (session) => decideAddOrganisation(session, { id, ...body })));
  });
  route(keeper, contract.removeOrganisation, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideRemoveOrganisation(session, params.subjectId))),
  );
  route(keeper, contract.addParticipant, ({ params, body }) => shown(addParticipant(deps, params.sessionId, body)));
  route(keeper, roll.findPeople, async ({ query }) => accept(await findByName(deps, query.name)));
  route(keeper, roll.readParticipants, ({ params, body }) => readParticipants(deps, params.sessionId, body));
  route(keeper, roll.addParticipants, ({ params, body }) => shown(addParticipants(deps, params.sessionId, body)));
  route(keeper, contract.removeParticipant, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideRemoveVoter(session, params.voterId))),
  );
  route(keeper, contract.nameTellers, ({ params, body }) => shown(nameTellers(deps, params.sessionId, body)));
  route(keeper, contract.issueSession, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideIssue(session, rules))),
  );
  route(keeper, contract.briefVoters, async ({ params, body, caller }) => {
    const briefing = { by: await actorOf(deps, caller), at: deps.clock().toISOString(), text: body.text };
    return shown(changeSession(deps, params.sessionId, (session) => decideBrief(session, briefing)));
  });
  route(keeper, contract.allowPlainVoting, async ({ params, body, caller }) => {
    const by = await actorOf(deps, caller);
    return shown(
      changeSession(deps, params.sessionId, (session) =>
        decideAllowPlainVoting(session, body.allowed, by, deps.clock()),
      ),
    );
  });
  route(keeper, contract.recordAttendance, ({ params, body }) => {
    const present = new Set(body.present);
    return shown(
      changeSession(deps, params.sessionId, (session) => decideRecordAttendance(session, present, deps.clock())),
    );
  });
  route(keeper, contract.cancelSession, async ({ params, body, caller }) => {
    const by = await actorOf(deps, caller);
    return shown(
      changePapers(deps, params.sessionId, (state) => {
        const cancelled = decideCancelBeforeOpening(state.session, by, body.reason, deps.clock());
        return cancelled.ok ? accept({ ...state, session: cancelled.value, phoneLinks: new Map() }) : cancelled;
      }),
    );
  });
}
