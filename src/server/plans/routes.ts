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
import { setMailAddress } from './set-mail-address.ts';
import { shown } from './shown-plan.ts';
import { obligationView } from './views.ts';

export function planRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.createPlan, ({ params, body, about }) =>
    shown(deps, createPlan(deps, params.committeeId, body, about)),
  );
  route(context, contract.listPlans, (call) => listPlans(deps, call));
  route(context, contract.readPlan, (call) => readPlan(deps, call));
  route(context, contract.changePlan, ({ params, body }) =>
    shown(deps, changePlan(deps, params.committeeId, params.planId, body)),
  );
  route(context, contract.discardPlan, (call) => discardPlan(deps, call));
  route(context, contract.issuePlan, ({ params, caller }) =>
    shown(deps, issuePlan(deps, params.committeeId, params.planId, caller)),
  );
  route(context, contract.amendPlan, ({ params, body, caller }) =>
    shown(deps, amendPlan(deps, params.committeeId, params.planId, body, caller)),
  );
  route(context, contract.addNote, ({ params, body, caller, about }) =>
    shown(deps, addNote(deps, params, body, caller, about)),
  );
  boardRoutes(context);
  addressRoutes(context);
  route(context, contract.listObligations, async ({ params }) =>
    accept((await obligationsOf(deps, [params.committeeId])).map(obligationView)),
  );
  route(context, contract.listFollowers, async ({ params, query }) =>
    accept([...(await findFollowers(deps, params.committeeId, query.search))]),
  );
  route(context, reminders, async ({ caller }) => accept((await listReminders(deps, caller)).map(obligationView)));
}

function addressRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.readMailAddress, (call) => readMailAddress(deps, call));
  route(context, contract.setMailAddress, (call) => setMailAddress(deps, call));
}

function boardRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.readBoard, ({ params, query }) => readBoardPage(deps, params, query));
  route(context, contract.readBoardTable, (call) => readBoardTable(deps, call));
}
