import type { z } from 'zod';
import type { ObligationView, planSummary } from '../../contract/plans/obligations.ts';
import type { boardRow, PlanView } from '../../contract/plans/plans.ts';
import type { AmendableProvisions, Plan } from '../../domain/plan/plan.ts';
import { type BoardRow, directorName } from '../../domain/plan/plan-board.ts';
import type { Deadline } from '../../domain/plan/plan-deadline.ts';
import { missingForIssuingPlan } from '../../domain/plan/plan-decisions.ts';
import type { Standing } from '../../domain/plan/plan-progress.ts';
import type { KnownCommittees } from '../../domain/plan/plan-scope.ts';
import type { Obligation } from './obligations.ts';

export function summaryOf({ id, issuerId, issuerName, provisions, issued }: Plan): z.infer<typeof planSummary> {
  const { number, date, term, title, formId, participants } = provisions;
  const state = issued === null ? 'draft' : 'issued';
  return { id, issuerId, issuerName, state, number, date, term, title, formId, participants };
}

export function planView(plan: Plan, known: KnownCommittees): PlanView {
  const named = (by: { readonly name: string }) => ({ name: by.name });
  return {
    ...summaryOf(plan),
    ...amendableView(plan.provisions, known),
    issued: plan.issued && { by: named(plan.issued.by), at: plan.issued.at },
    amendments: plan.amendments.map(({ by, before, ...amendment }) => ({
      ...amendment,
      by: named(by),
      before: amendableView(before, known),
    })),
    notes: plan.notes.map(({ id, committeeName, by, at, text }) => ({ id, committeeName, by: named(by), at, text })),
    missing: plan.issued === null ? [...missingForIssuingPlan(plan.provisions)] : [],
  };
}

function amendableView({ purpose, requirements, ...lists }: AmendableProvisions, known: KnownCommittees) {
  const withName = <One extends { readonly committeeId: Parameters<KnownCommittees['get']>[0] }>(one: One) => {
    const committee = known.get(one.committeeId);
    return {
      ...one,
      committeeName: committee?.name ?? '',
      directorName: committee === undefined ? null : directorName(known, committee),
    };
  };
  return {
    purpose,
    requirements,
    deadlines: [...lists.deadlines],
    remindDays: [...lists.remindDays],
    pilots: lists.pilots.map(withName),
    steering: [...lists.steering],
    attending: lists.attending.map(withName),
  };
}

export function obligationView({ committee, plan, deadline, standing }: Obligation): ObligationView {
  return {
    committeeId: committee.id,
    committeeName: committee.name,
    plan: summaryOf(plan),
    ...standingView(deadline, standing),
    sessionId: standing.session?.sessionId ?? null,
  };
}

/** The issuer learns that a session is there and how far, not where: the session stays its committee's own. */
export function rowView({ committee, directorName, attending, ...row }: BoardRow): z.infer<typeof boardRow> {
  return {
    committeeId: committee.id,
    name: committee.name,
    rank: committee.rank,
    directorName,
    ...standingView(row, row),
    attending: [...attending],
  };
}

function standingView({ by, reportBy, pilot }: Deadline, { progress, session, dueOn, daysLeft, late }: Standing) {
  return { progress, by, reportBy, pilot, dueOn, daysLeft, late, heldOn: session?.heldOn ?? null };
}
