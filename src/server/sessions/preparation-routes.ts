import * as imports from '../../contract/imports/imports.ts';
import * as roll from '../../contract/session/roll.ts';
import * as contract from '../../contract/session/sessions.ts';
import { accept } from '../../domain/ruling.ts';
import {
  decideAddOrganisation,
  decideChangeSettings,
  decideExclude,
  decideIssue,
  decideRemoveOrganisation,
  decideRemoveVoter,
} from '../../domain/session/draft.ts';
import { decideBrief, decideRecordAttendance } from '../../domain/session/opening.ts';
import { decideAllowPlainVoting } from '../../domain/session/plain-voting.ts';
import { decideCancelBeforeOpening } from '../../domain/session/publication.ts';
import { decideTakeBackVoters } from '../../domain/session/roll-import.ts';
import { type Session, subjectId } from '../../domain/session/session.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { actorOf, changePapers, changeSession, findSession } from '../meeting/session-call.ts';
import { findByName } from '../roster/search-people.ts';
import { addParticipant, nameTellers } from './name-tellers.ts';
import { addParticipants, readParticipants } from './roll.ts';
import { shownSessions } from './shown-sessions.ts';

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
  route(keeper, contract.addOrganisation, ({ params, body: { name, kind, ...given }, about }) => {
    const id = subjectId.parse(given.id ?? uuid(deps.random));
    return shown(
      changeSession(deps, params.sessionId, (session) => {
        const there = session.subjects.find((one) => one.id === id);
        const made = findMade(about, there, (one) => one.name === name && one.position === kind);
        if (!made.ok) return made;
        return made.value ? accept(session) : decideAddOrganisation(session, { id, name, kind });
      }),
    );
  });
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
  const { shown } = shownSessions(deps);
  route(keeper, imports.listRollImports, async ({ params }) => {
    const found = await findSession(deps, params.sessionId);
    return found.ok ? accept(rollImportViews(found.value)) : found;
  });
  route(keeper, imports.takeBackParticipants, async ({ params, caller }) => {
    const takenBack = { by: await actorOf(deps, caller), at: deps.clock().toISOString() };
    return shown(
      changeSession(deps, params.sessionId, (session) => decideTakeBackVoters(session, params.importId, takenBack)),
    );
  });
}

/** Newest first. */
function rollImportViews({ rollImports = [] }: Session): imports.RollImportView[] {
  return rollImports
    .map(({ id, by, at, voters, takenBack }) => ({
      ...{ id, by: by.name, at, left: voters.length },
      takenBack: takenBack && { by: takenBack.by.name, at: takenBack.at },
    }))
    .reverse();
}

/** From the lists' freezing to the conference, or its cancelling. */
function meetingRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { shown, rules } = shownSessions(deps);
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
