import * as imports from '../../contract/imports/imports.ts';
import * as roll from '../../contract/session/roll.ts';
import * as contract from '../../contract/session/sessions.ts';
import { accept } from '../../domain/ruling.ts';
import {
  decideChangeSettings,
  decideExclude,
  decideIssue,
  decideRemoveOrganisation,
  decideRemoveVoter,
} from '../../domain/session/draft.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { changeSession } from '../meeting/session-call.ts';
import { findByName } from '../roster/search-people.ts';
import { addOrganisation } from './add-organisation.ts';
import { allowPlainVoting } from './allow-plain-voting.ts';
import { briefVoters } from './brief-voters.ts';
import { cancelSession } from './cancel-session.ts';
import { listRollImports } from './list-roll-imports.ts';
import { addParticipant, nameTellers } from './name-tellers.ts';
import { recordAttendance } from './record-attendance.ts';
import { addParticipants, readParticipants } from './roll.ts';
import { shownSessions } from './shown-sessions.ts';
import { takeBackParticipants } from './take-back-participants.ts';

/** What a chair prepares, from the settings to the hall. */
export function preparationRoutes(context: RouteContext): void {
  listRoutes(context);
  meetingRoutes(context);
}

/** Settings and who is on which list. */
function listRoutes(context: RouteContext): void {
  const { deps } = context;
  const { shown } = shownSessions(deps);
  route(context, contract.changeSettings, ({ params, body }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideChangeSettings(session, body))),
  );
  route(context, contract.excludeSubject, ({ params, body }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideExclude(session, params.subjectId, body.reason))),
  );
  route(context, contract.addOrganisation, (call) => addOrganisation(deps, call));
  route(context, contract.removeOrganisation, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideRemoveOrganisation(session, params.subjectId))),
  );
  route(context, contract.addParticipant, ({ params, body, about }) =>
    shown(addParticipant(deps, params.sessionId, body, about)),
  );
  route(context, roll.findPeople, async ({ query }) => accept(await findByName(deps, query.name)));
  route(context, roll.readParticipants, ({ params, query, body }) =>
    readParticipants(deps, params.sessionId, body, query.capitals),
  );
  route(context, roll.addParticipants, ({ params, body, caller, about }) =>
    shown(addParticipants(deps, params.sessionId, body, caller, about)),
  );
  rollImportRoutes(context);
  route(context, contract.removeParticipant, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideRemoveVoter(session, params.voterId))),
  );
  route(context, contract.nameTellers, ({ params, body }) => shown(nameTellers(deps, params.sessionId, body)));
}

/** Those who were added at once, and taking them off again. */
function rollImportRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, imports.listRollImports, (call) => listRollImports(deps, call));
  route(context, imports.takeBackParticipants, (call) => takeBackParticipants(deps, call));
}

/** From the lists' freezing to the conference, or its cancelling. */
function meetingRoutes(context: RouteContext): void {
  const { deps } = context;
  const { shown, rules } = shownSessions(deps);
  route(context, contract.issueSession, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideIssue(session, rules))),
  );
  route(context, contract.briefVoters, (call) => briefVoters(deps, call));
  route(context, contract.allowPlainVoting, (call) => allowPlainVoting(deps, call));
  route(context, contract.recordAttendance, (call) => recordAttendance(deps, call));
  route(context, contract.cancelSession, (call) => cancelSession(deps, call));
}
