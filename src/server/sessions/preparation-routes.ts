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
export function preparationRoutes(keeper: RouteContext): void {
  listRoutes(keeper);
  meetingRoutes(keeper);
}

/** Settings and who is on which list. */
function listRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { shown } = shownSessions(deps);
  route(keeper, contract.changeSettings, ({ params, body }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideChangeSettings(session, body))),
  );
  route(keeper, contract.excludeSubject, ({ params, body }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideExclude(session, params.subjectId, body.reason))),
  );
  route(keeper, contract.addOrganisation, (call) => addOrganisation(deps, call));
  route(keeper, contract.removeOrganisation, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideRemoveOrganisation(session, params.subjectId))),
  );
  route(keeper, contract.addParticipant, ({ params, body, about }) =>
    shown(addParticipant(deps, params.sessionId, body, about)),
  );
  route(keeper, roll.findPeople, async ({ query }) => accept(await findByName(deps, query.name)));
  route(keeper, roll.readParticipants, ({ params, query, body }) =>
    readParticipants(deps, params.sessionId, body, query.capitals),
  );
  route(keeper, roll.addParticipants, ({ params, body, caller, about }) =>
    shown(addParticipants(deps, params.sessionId, body, caller, about)),
  );
  rollImportRoutes(keeper);
  route(keeper, contract.removeParticipant, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideRemoveVoter(session, params.voterId))),
  );
  route(keeper, contract.nameTellers, ({ params, body }) => shown(nameTellers(deps, params.sessionId, body)));
}

/** Those who were added at once, and taking them off again. */
function rollImportRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, imports.listRollImports, (call) => listRollImports(deps, call));
  route(keeper, imports.takeBackParticipants, (call) => takeBackParticipants(deps, call));
}

/** From the lists' freezing to the conference, or its cancelling. */
function meetingRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { shown, rules } = shownSessions(deps);
  route(keeper, contract.issueSession, ({ params }) =>
    shown(changeSession(deps, params.sessionId, (session) => decideIssue(session, rules))),
  );
  route(keeper, contract.briefVoters, (call) => briefVoters(deps, call));
  route(keeper, contract.allowPlainVoting, (call) => allowPlainVoting(deps, call));
  route(keeper, contract.recordAttendance, (call) => recordAttendance(deps, call));
  route(keeper, contract.cancelSession, (call) => cancelSession(deps, call));
}
