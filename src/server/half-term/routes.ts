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
  const { deps } = context;
  route(context, contract.listReviewCommittees, async ({ caller }) => accept(await listReviewCommittees(deps, caller)));
  route(context, contract.listReviews, (call) => listReviews(deps, call));
  route(context, contract.readReview, (call) => readReview(deps, call));
  route(context, contract.writeReview, (call) => writeReview(deps, call));
  route(context, contract.finishReview, (call) => finishReview(deps, call));
  route(context, contract.readTargetsBelow, async ({ params, query }) =>
    accept(await readTargetsBelow(deps, params.committeeId, query.term)),
  );
}

function spreadsheetRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.previewTargets, async ({ body }) => previewTargets(deps, body));
  route(context, contract.readTargetsTable, (call) => readTargetsTable(deps, call));
}

function reportRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.attachReport, (call) => attachReport(deps, call));
  route(context, contract.readReport, (call) => readReport(deps, call));
  route(context, contract.removeReport, (call) => removeReport(deps, call));
}

function sessionRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.readSessionReview, async ({ params }) =>
    shown(deps, await findReviewOf(deps, params.sessionId)),
  );
  route(context, contract.readSessionReport, (call) => readSessionReport(deps, call));
}
