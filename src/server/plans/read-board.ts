import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { CommitteeRank } from '../../domain/committee/committee-ranks.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type BoardRow, boardOf } from '../../domain/plan/plan-board.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { byId } from '../../domain/plan/plan-scope.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';

export interface Board {
  readonly plan: Plan;
  /** ISO day on which it was read. */
  readonly today: string;
  /** All ranks, from the bottom to the top. */
  readonly ranks: readonly CommitteeRank[];
  readonly rows: readonly BoardRow[];
}

/** The board of the issuer's own plan: a few queries, however many committees follow or there are. */
export async function readBoard(
  { store, clock }: Deps,
  issuer: CommitteeId,
  id: PlanId,
): Promise<Ruling<Board, 'not-found'>> {
  const plan = await store.plans.find(id);
  if (plan?.issuerId !== issuer) return refuse('not-found');
  const known = byId(await store.committees.followers(issuer));
  const today = localDay(clock());
  const ranks = await store.committees.ranks();
  const rows = boardOf(plan, known, ranks, (await store.sessions.underPlans([id])).get(id) ?? [], today);
  return accept({ plan, today, ranks, rows });
}
