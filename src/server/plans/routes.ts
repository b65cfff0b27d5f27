import { listReminders as reminders } from '../../contract/plans/obligations.ts';
import * as contract from '../../contract/plans/plans.ts';
import { directorOf } from '../../domain/committee/committee.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { countRanks, filterBoard } from '../../domain/plan/plan-board.ts';
import { byId, type KnownCommittees } from '../../domain/plan/plan-scope.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import { boardTable } from '../../print/board-table.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { tableAnswer } from '../http/table-answer.ts';
import { findFollowers } from './find-followers.ts';
import { findPlan } from './find-plan.ts';
import { listReminders } from './list-reminders.ts';
import { obligationsOf } from './obligations.ts';
import { readBoard } from './read-board.ts';
import { obligationView, planView, rowView, summaryOf } from './views.ts';
import { addNote, amendPlan, changePlan, createPlan, discardPlan, issuePlan } from './write-plan.ts';

export function planRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const shown = async <Refusal extends string>(
    changing: Promise<Ruling<Plan, Refusal>>,
  ): Promise<Ruling<contract.PlanView, Refusal>> => {
    const plan = await changing;
    return plan.ok ? accept(planView(plan.value, await namedIn(deps, plan.value))) : plan;
  };

  route(keeper, contract.createPlan, ({ params, body, about }) =>
    shown(createPlan(deps, params.committeeId, body, about)),
  );
  route(keeper, contract.listPlans, async ({ params, held }) => {
    const plans = await deps.store.plans.of([params.committeeId]);
    const writes = held.has('chair') || held.has('office');
    return accept(plans.filter(({ issued }) => writes || issued !== null).map(summaryOf));
  });
  route(keeper, contract.readPlan, async ({ params, held }) => {
    const found = await findPlan(deps, params.committeeId, params.planId);
    const isHidden = found.ok && found.value.issued === null && !held.has('chair') && !held.has('office');
    return isHidden ? { ok: false, refusal: 'not-found' } : shown(Promise.resolve(found));
  });
  route(keeper, contract.changePlan, ({ params, body }) =>
    shown(changePlan(deps, params.committeeId, params.planId, body)),
  );
  route(keeper, contract.discardPlan, async ({ params }) => {
    const discarded = await discardPlan(deps, params.committeeId, params.planId);
    return discarded.ok ? accept(undefined) : discarded;
  });
  route(keeper, contract.issuePlan, ({ params, caller }) =>
    shown(issuePlan(deps, params.committeeId, params.planId, caller)),
  );
  route(keeper, contract.amendPlan, ({ params, body, caller }) =>
    shown(amendPlan(deps, params.committeeId, params.planId, body, caller)),
  );
  route(keeper, contract.addNote, ({ params, body, caller, about }) =>
    shown(addNote(deps, params, body, caller, about)),
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

/** The committees that the plan and its amendments name. */
/** The committees that a plan names, and those that direct them. */
async function namedIn({ store }: Deps, { provisions, amendments }: Plan): Promise<KnownCommittees> {
  const versions = [provisions, ...amendments.map(({ before }) => before)];
  const ids = versions.flatMap(({ pilots, attending }) => [...pilots, ...attending].map((one) => one.committeeId));
  const named = await store.committees.findCommittees(ids);
  const directors = await store.committees.findCommittees(named.flatMap((one) => directorOf(one) ?? []));
  return byId([...named, ...directors]);
}

function addressRoutes(keeper: RouteContext): void {
  const { reminders } = keeper.deps.store;
  const sends = keeper.deps.config.mail !== null;
  route(keeper, contract.readMailAddress, async ({ caller }) =>
    accept({ address: await reminders.address(caller.accountId), sends }),
  );
  route(keeper, contract.setMailAddress, async ({ body, caller }) => {
    await reminders.setAddress(caller.accountId, body.address);
    return accept({ address: body.address, sends });
  });
}

function boardRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.readBoard, async ({ params, query }) => {
    const board = await readBoard(deps, params.committeeId, params.planId);
    if (!board.ok) return board;
    const { today, ranks, rows } = board.value;
    const { page, size, ...filter } = query;
    const fitting = filterBoard(rows, filter);
    const shown = fitting.slice((page - 1) * size, page * size).map(rowView);
    return accept({ today, ranks: [...countRanks(rows, ranks)], total: fitting.length, rows: shown });
  });
  route(keeper, contract.readBoardTable, async ({ params, query: { language, format, ...filter } }) => {
    const board = await readBoard(deps, params.committeeId, params.planId);
    if (!board.ok) return board;
    const { ranks, rows } = board.value;
    return tableAnswer(deps, [boardTable(filterBoard(rows, filter), ranks, language)], format, 'tien-do');
  });
}
