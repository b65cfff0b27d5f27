import { listReminders as reminders } from '../../contract/plans/obligations.ts';
import * as contract from '../../contract/plans/plans.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { findFollowers } from './find-followers.ts';
import { listPlans } from './list-plans.ts';
import { listReminders } from './list-reminders.ts';
import { obligationsOf } from './obligations.ts';
import { readBoardPage } from './read-board-page.ts';
import { readBoardTable } from './read-board-table.ts';
import { readPlan } from './read-plan.ts';
import { setMailAddress } from './set-mail-address.ts';
import { shown } from './shown-plan.ts';
import { obligationView } from './views.ts';
import { addNote, amendPlan, changePlan, createPlan, discardPlan, issuePlan } from './write-plan.ts';

export function planRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.createPlan, ({ params, body, about }) =>
    shown(deps, createPlan(deps, params.committeeId, body, about)),
  );
  route(keeper, contract.listPlans, (call) => listPlans(deps, call));
  route(keeper, contract.readPlan, (call) => readPlan(deps, call));
  route(keeper, contract.changePlan, ({ params, body }) =>
    shown(deps, changePlan(deps, params.committeeId, params.planId, body)),
  );
  route(keeper, contract.discardPlan, async ({ params }) => {
    const discarded = await discardPlan(deps, params.committeeId, params.planId);
    return discarded.ok ? accept(undefined) : discarded;
  });
  route(keeper, contract.issuePlan, ({ params, caller }) =>
    shown(deps, issuePlan(deps, params.committeeId, params.planId, caller)),
  );
  route(keeper, contract.amendPlan, ({ params, body, caller }) =>
    shown(deps, amendPlan(deps, params.committeeId, params.planId, body, caller)),
  );
  route(keeper, contract.addNote, ({ params, body, caller, about }) =>
    shown(deps, addNote(deps, params, body, caller, about)),
  );
  boardRoutes(keeper);
  addressRoutes(keeper);
  route(keeper, contract.listObligations, async ({ params }) =>
    accept((await obligationsOf(deps, [params.committeeId])).map(obligationView)),
  );
  route(keeper, contract.listFollowers, async ({ params, query }) =>
    accept(findFollowers(await deps.store.committees.list(), params.committeeId, query.search)),
  );
  route(keeper, reminders, async ({ caller }) => accept((await listReminders(deps, caller)).map(obligationView)));
}

function addressRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.readMailAddress, async ({ caller }) =>
    accept({ address: await deps.store.reminders.address(caller.accountId), sends: deps.config.mail !== null }),
  );
  route(keeper, contract.setMailAddress, (call) => setMailAddress(deps, call));
}

function boardRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.readBoard, ({ params, query }) => readBoardPage(deps, params, query));
  route(keeper, contract.readBoardTable, (call) => readBoardTable(deps, call));
}
