import * as contract from '../../contract/half-term/half-term.ts';
import { listReviewCommittees as listReviewCommitteesContract } from '../../contract/half-term/review-committees.ts';
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
export function halfTermRoutes(keeper: RouteContext): void {
  reviewRoutes(keeper);
  spreadsheetRoutes(keeper);
  reportRoutes(keeper);
  sessionRoutes(keeper);
}

function reviewRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, listReviewCommitteesContract, async ({ caller }) => accept(await listReviewCommittees(deps, caller)));
  route(keeper, contract.listReviews, (call) => listReviews(deps, call));
  route(keeper, contract.readReview, (call) => readReview(deps, call));
  route(keeper, contract.writeReview, (call) => writeReview(deps, call));
  route(keeper, contract.finishReview, (call) => finishReview(deps, call));
  route(keeper, contract.readTargetsBelow, async ({ params, query }) =>
    accept(await readTargetsBelow(deps, params.committeeId, query.term)),
  );
}

function spreadsheetRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.previewTargets, async ({ body }) => previewTargets(deps, body));
  route(keeper, contract.readTargetsTable, (call) => readTargetsTable(deps, call));
}

function reportRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.attachReport, (call) => attachReport(deps, call));
  route(keeper, contract.readReport, (call) => readReport(deps, call));
  route(keeper, contract.removeReport, (call) => removeReport(deps, call));
}

function sessionRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.readSessionReview, async ({ params }) =>
    shown(deps, await findReviewOf(deps, params.sessionId)),
  );
  route(keeper, contract.readSessionReport, (call) => readSessionReport(deps, call));
}
