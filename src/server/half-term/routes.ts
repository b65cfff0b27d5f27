import * as contract from '../../contract/half-term/half-term.ts';
import { listReviewCommittees as listReviewCommitteesContract } from '../../contract/half-term/review-committees.ts';
import {
  decideFinishReview,
  decideReopenReview,
  decideWriteReview,
  type HalfTermReview,
  unwrittenReview,
} from '../../domain/half-term/review.ts';
import { countTargets } from '../../domain/half-term/target.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import { targetsTable } from '../../print/targets-table.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { tableAnswer } from '../http/table-answer.ts';
import { isPdf } from '../kit/is-pdf.ts';
import { findReview, findReviewOf, showReview } from './find-review.ts';
import { listReviewCommittees } from './list-review-committees.ts';
import { previewTargets } from './preview-targets.ts';
import { readTargetsBelow } from './roll-up.ts';

/** The half-term review beside the vote: for its committee, for the superior, for the session's voters. */
export function halfTermRoutes(keeper: RouteContext): void {
  reviewRoutes(keeper);
  spreadsheetRoutes(keeper);
  reportRoutes(keeper);
  sessionRoutes(keeper);
}

function reviewRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { store } = deps;

  route(keeper, listReviewCommitteesContract, async ({ caller }) => accept(await listReviewCommittees(deps, caller)));
  route(keeper, contract.listReviews, async ({ params }) => {
    const reviews = await store.halfTerm.list(params.committeeId);
    return accept(
      reviews.map(({ term, targets, finishedAt }) => ({ term, counts: countTargets(targets), finishedAt })),
    );
  });
  route(keeper, contract.readReview, async ({ params: { committeeId }, query: { term } }) => {
    const review = await store.halfTerm.find(committeeId, term);
    return accept(await showReview(deps, review ?? unwrittenReview(committeeId, term)));
  });
  route(keeper, contract.writeReview, async ({ params: { committeeId }, query: { term }, body }) => {
    const session = body.sessionId === null ? undefined : await store.sessions.find(body.sessionId);
    if (body.sessionId !== null && session?.committeeId !== committeeId) return refuse('session-of-another-committee');
    const written = await store.halfTerm.change(committeeId, term, (known) =>
      decideWriteReview(known, { ...body, committeeId, term }),
    );
    return shown(deps, written);
  });
  route(keeper, contract.finishReview, async ({ params: { committeeId }, query: { term }, body: { version } }) => {
    const now = deps.clock();
    return shown(
      deps,
      await store.halfTerm.change(committeeId, term, (known) => decideFinishReview(known, version, now)),
    );
  });
  route(keeper, contract.readTargetsBelow, async ({ params, query }) =>
    accept(await readTargetsBelow(deps, params.committeeId, query.term)),
  );
}

function spreadsheetRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.previewTargets, async ({ body }) => previewTargets(deps, body));
  route(keeper, contract.readTargetsTable, async ({ params, query: { term, language, format } }) => {
    const review = await findReview(deps, params.committeeId, term);
    if (!review.ok) return review;
    return tableAnswer(deps, [targetsTable(review.value.targets, language, format)], format, 'chi-tieu');
  });
}

function reportRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { halfTerm } = deps.store;
  route(keeper, contract.attachReport, async ({ params, query, body }) => {
    if (!isPdf(body)) return refuse('not-a-pdf');
    const { committeeId, period, kind } = params;
    const report = { period, kind, bytes: body };
    return shown(deps, await halfTerm.putReport(committeeId, query.term, report, decideReopenReview));
  });
  route(keeper, contract.readReport, async ({ params, query }) => {
    const bytes = await halfTerm.readReport(params.committeeId, query.term, params);
    return bytes === undefined ? refuse('unknown-report') : accept(bytes);
  });
  route(keeper, contract.removeReport, async ({ params, query }) => {
    const removed = await halfTerm.removeReport(params.committeeId, query.term, params, decideReopenReview);
    // A report without its review is none.
    return removed.ok ? accept(undefined) : refuse('unknown-report');
  });
}

function sessionRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.readSessionReview, async ({ params }) =>
    shown(deps, await findReviewOf(deps, params.sessionId)),
  );
  route(keeper, contract.readSessionReport, async ({ params }) => {
    const review = await findReviewOf(deps, params.sessionId);
    if (!review.ok) return refuse('unknown-report');
    const { committeeId, term } = review.value;
    const bytes = await deps.store.halfTerm.readReport(committeeId, term, params);
    return bytes === undefined ? refuse('unknown-report') : accept(bytes);
  });
}

async function shown<Refusal extends string>(
  deps: Deps,
  decision: Ruling<HalfTermReview, Refusal>,
): Promise<Ruling<contract.ReviewView, Refusal>> {
  return decision.ok ? accept(await showReview(deps, decision.value)) : decision;
}
