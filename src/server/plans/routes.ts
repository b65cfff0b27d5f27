import { listReminders as reminders } from '../../contract/plans/obligations.ts';
import * as contract from '../../contract/plans/plans.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addNote } from './add-note.ts';
import { amendPlan } from './amend-plan.ts';
import { changePlan } from './change-plan.ts';
import { createPlan } from './create-plan.ts';
import { discardPlan } from './discard-plan.ts';
import { findFollowers } from './find-followers.ts';
import { issuePlan } from './issue-plan.ts';
import { listPlans } from './list-plans.ts';
import { listReminders } from './list-reminders.ts';
import { obligationsOf } from './obligations.ts';
import { readBoardPage } from './read-board-page.ts';
import { readBoardTable } from './read-board-table.ts';
import { readMailAddress } from './read-mail-address.ts';
import { readPlan } from './read-plan.ts';
import { readPlanCopy } from './read-plan-copy.ts';
import { setMailAddress } from './set-mail-address.ts';
import { shown } from './shown-plan.ts';
import { obligationView } from './views.ts';

export function planRoutes(context: RouteContext): void {
  route(context, contract.createPlan, (deps, { params, body, about }) =>
    shown(deps, createPlan(deps, params.committeeId, body, about)),
  );
  route(context, contract.listPlans, listPlans);
  route(context, contract.readPlan, readPlan);
  route(context, contract.readPlanCopy, readPlanCopy);
  route(context, contract.changePlan, (deps, { params, body }) =>
    shown(deps, changePlan(deps, params.committeeId, params.planId, body)),
  );
  route(context, contract.discardPlan, discardPlan);
  route(context, contract.issuePlan, (deps, { params, caller }) =>
    shown(deps, issuePlan(deps, params.committeeId, params.planId, caller)),
  );
  route(context, contract.amendPlan, (deps, { params, body, caller }) =>
    shown(deps, amendPlan(deps, params.committeeId, params.planId, body, caller)),
  );
  route(context, contract.addNote, (deps, { params, body, caller, about }) =>
    shown(deps, addNote(deps, params, body, caller, about)),
  );
  boardRoutes(context);
  addressRoutes(context);
  route(context, contract.listObligations, async (deps, { params }) =>
    accept((await obligationsOf(deps, [params.committeeId])).map(obligationView)),
  );
  route(context, contract.listFollowers, async (deps, { params, query }) =>
    accept([...(await findFollowers(deps, params.committeeId, query.search))]),
  );
  route(context, reminders, async (deps, { caller }) =>
    accept((await listReminders(deps, caller)).map(obligationView)),
  );
}

function addressRoutes(context: RouteContext): void {
  route(context, contract.readMailAddress, readMailAddress);
  route(context, contract.setMailAddress, setMailAddress);
}

function boardRoutes(context: RouteContext): void {
  route(context, contract.readBoard, (deps, { params, query }) => readBoardPage(deps, params, query));
  route(context, contract.readBoardTable, readBoardTable);
}
