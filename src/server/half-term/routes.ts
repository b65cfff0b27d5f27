import * as contract from '../../contract/half-term/half-term.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { attachReport } from './attach-report.ts';
import { findReviewOf } from './find-review.ts';
import { finishReview } from './finish-review.ts';
import { listReviewCommittees } from './list-review-committees.ts';
import { listReviews } from './list-reviews.ts';
import { previewTargets } from './preview-targets.ts';
import { readReport } from './read-report.ts';
import { readReview } from './read-review.ts';
import { readSessionReport } from './read-session-report.ts';
import { readTargetsTable } from './read-targets-table.ts';
import { removeReport } from './remove-report.ts';
import { readTargetsBelow } from './roll-up.ts';
import { shown } from './shown-review.ts';
import { writeReview } from './write-review.ts';

/** The half-term review beside the vote: for its committee, for the superior, for the session's voters. */
export function halfTermRoutes(context: RouteContext): void {
  reviewRoutes(context);
  spreadsheetRoutes(context);
  reportRoutes(context);
  sessionRoutes(context);
}

function reviewRoutes(context: RouteContext): void {
  route(context, contract.listReviewCommittees, async (deps, { caller }) =>
    accept(await listReviewCommittees(deps, caller)),
  );
  route(context, contract.listReviews, listReviews);
  route(context, contract.readReview, readReview);
  route(context, contract.writeReview, writeReview);
  route(context, contract.finishReview, finishReview);
  route(context, contract.readTargetsBelow, async (deps, { params, query }) =>
    accept(await readTargetsBelow(deps, params.committeeId, query.term)),
  );
}

function spreadsheetRoutes(context: RouteContext): void {
  route(context, contract.previewTargets, async (deps, { body }) => previewTargets(deps, body));
  route(context, contract.readTargetsTable, readTargetsTable);
}

function reportRoutes(context: RouteContext): void {
  route(context, contract.attachReport, attachReport);
  route(context, contract.readReport, readReport);
  route(context, contract.removeReport, removeReport);
}

function sessionRoutes(context: RouteContext): void {
  route(context, contract.readSessionReview, async (deps, { params }) =>
    shown(deps, await findReviewOf(deps, params.sessionId)),
  );
  route(context, contract.readSessionReport, readSessionReport);
}
