import * as imports from '../../contract/imports/imports.ts';
import { copySession as copying } from '../../contract/session/copies.ts';
import * as phones from '../../contract/session/phone-test.ts';
import * as roll from '../../contract/session/roll.ts';
import * as contract from '../../contract/session/sessions.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addOrganisation } from './add-organisation.ts';
import { addParticipant } from './add-participant.ts';
import { addParticipants } from './add-participants.ts';
import { allowPlainVoting } from './allow-plain-voting.ts';
import { briefVoters } from './brief-voters.ts';
import { cancelSession } from './cancel-session.ts';
import { changeSettings } from './change-settings.ts';
import { choosePhoneUse } from './choose-phone-use.ts';
import { copySession } from './copy-session.ts';
import { excludeSubject } from './exclude-subject.ts';
import { findPeople } from './find-people.ts';
import { issueSession } from './issue-session.ts';
import { listRollImports } from './list-roll-imports.ts';
import { lookAt } from './look-at.ts';
import { nameTellers } from './name-tellers.ts';
import { readParticipants } from './read-participants.ts';
import { readPhoneTest } from './read-phone-test.ts';
import { recordAttendance } from './record-attendance.ts';
import { removeOrganisation } from './remove-organisation.ts';
import { removeParticipant } from './remove-participant.ts';
import { reportPhone } from './report-phone.ts';
import { shownSessions } from './shown-sessions.ts';
import { takeBackParticipants } from './take-back-participants.ts';

/** What a chair prepares, from the settings to the hall. */
export function preparationRoutes(context: RouteContext): void {
  listRoutes(context);
  meetingRoutes(context);
}

/** Settings and who is on which list. */
function listRoutes(context: RouteContext): void {
  const { shown } = shownSessions(context.deps);
  route(context, contract.changeSettings, changeSettings);
  route(context, contract.lookAt, lookAt);
  route(context, copying, copySession);
  route(context, contract.excludeSubject, excludeSubject);
  route(context, contract.addOrganisation, addOrganisation);
  route(context, contract.removeOrganisation, removeOrganisation);
  route(context, contract.addParticipant, (deps, { params, body, about }) =>
    shown(addParticipant(deps, params.sessionId, body, about)),
  );
  route(context, roll.findPeople, findPeople);
  route(context, roll.readParticipants, (deps, { params, query, body }) =>
    readParticipants(deps, params.sessionId, body, query.capitals),
  );
  route(context, roll.addParticipants, (deps, { params, body, caller, about }) =>
    shown(addParticipants(deps, params.sessionId, body, caller, about)),
  );
  rollImportRoutes(context);
  route(context, contract.removeParticipant, removeParticipant);
  route(context, contract.nameTellers, (deps, call) => shown(nameTellers(deps, call)));
}

/** Those who were added at once, and taking them off again. */
function rollImportRoutes(context: RouteContext): void {
  route(context, imports.listRollImports, listRollImports);
  route(context, imports.takeBackParticipants, takeBackParticipants);
}

/** From the lists' freezing to the conference, or its cancelling. */
function meetingRoutes(context: RouteContext): void {
  route(context, contract.issueSession, issueSession);
  route(context, contract.briefVoters, briefVoters);
  route(context, contract.choosePhoneUse, choosePhoneUse);
  route(context, phones.readPhoneTest, readPhoneTest);
  route(context, phones.reportPhone, reportPhone);
  route(context, contract.allowPlainVoting, allowPlainVoting);
  route(context, contract.recordAttendance, recordAttendance);
  route(context, contract.cancelSession, cancelSession);
}
