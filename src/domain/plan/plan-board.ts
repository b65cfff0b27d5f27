import { type Committee, type CommitteeId, directorOf } from '../committee/committee.ts';
import type { CommitteeRank } from '../committee/committee-ranks.ts';
import { nameWithYear } from '../roster/namesakes.ts';
import { fitsSearch, searchKey, searchWords } from '../text/search-key.ts';
import type { Plan } from './plan.ts';
import { type Deadline, deadlineFor } from './plan-deadline.ts';
import {
  type PlanProgress,
  planProgresses,
  type SessionUnderPlan,
  type Standing,
  standingOf,
} from './plan-progress.ts';
import { followersOf, type KnownCommittees } from './plan-scope.ts';

/** One committee on the issuer's board: states only, never anything of a result. */
export interface BoardRow extends Deadline, Standing {
  readonly committee: Committee;
  /** Name of the committee that directs it: there are many cells of one name. */
  readonly directorName: string | null;
  /** Members of the issuer who attend its conference. */
  readonly attending: readonly string[];
}

/**
 * Everybody who owes something under the plan: those who are late first, the longest before the others; then pilots; then
 * from the highest rank down. `ranks` are in their order, from the bottom to the top.
 */
export function boardOf(
  plan: Plan,
  known: KnownCommittees,
  ranks: readonly CommitteeRank[],
  sessions: readonly SessionUnderPlan[],
  today: string,
): readonly BoardRow[] {
  return inOrder(rowsOf(plan, known, sessions, today), ranks);
}

/** In no order that means anything. */
function rowsOf(
  plan: Plan,
  known: KnownCommittees,
  sessions: readonly SessionUnderPlan[],
  today: string,
): readonly BoardRow[] {
  const held = Map.groupBy(sessions, ({ committeeId }) => committeeId);
  const attending = Map.groupBy(plan.provisions.attending, ({ committeeId }) => committeeId);
  const rows: BoardRow[] = [];
  for (const id of followersOf(known, plan.issuerId)) {
    const committee = known.get(id);
    const deadline = committee && deadlineFor(plan, committee);
    if (committee === undefined || deadline === undefined) continue;
    rows.push({
      committee,
      directorName: directorName(known, committee),
      ...deadline,
      ...standingOf(deadline, held.get(id) ?? [], today),
      attending: (attending.get(id) ?? []).map(nameWithYear),
    });
  }
  return rows;
}

const collator = new Intl.Collator('vi', { numeric: true });

function inOrder(rows: readonly BoardRow[], ranks: readonly CommitteeRank[]): readonly BoardRow[] {
  const heightOf = heights(ranks);
  const daysLate = ({ late, daysLeft }: BoardRow) => (late && daysLeft !== null ? -daysLeft : 0);
  return rows.toSorted(
    (a, b) =>
      daysLate(b) - daysLate(a) ||
      Number(b.pilot) - Number(a.pilot) ||
      heightOf(b.committee.rank) - heightOf(a.committee.rank) ||
      collator.compare(a.directorName ?? '', b.directorName ?? '') ||
      collator.compare(a.committee.name, b.committee.name),
  );
}

/** How high a rank stands among all. */
function heights(ranks: readonly CommitteeRank[]): (rank: string) => number {
  const known = new Map(ranks.map(({ id }, index) => [id, index]));
  return (rank) => known.get(rank) ?? -1;
}

/** Null at the top. */
export function directorName(known: KnownCommittees, committee: Committee): string | null {
  const id: CommitteeId | null = directorOf(committee);
  return id === null ? null : (known.get(id)?.name ?? null);
}

export interface BoardFilter {
  readonly rank?: string | undefined;
  readonly state?: PlanProgress | 'late' | undefined;
  /** Part of the committee's or its director's name, with or without diacritics. */
  readonly search?: string | undefined;
}

export function filterBoard(rows: readonly BoardRow[], { rank, state, search }: BoardFilter): readonly BoardRow[] {
  const words = searchWords(search ?? '');
  return rows.filter(
    (row) =>
      (rank === undefined || row.committee.rank === rank) &&
      (state === undefined || (state === 'late' ? row.late : row.progress === state)) &&
      (words.length === 0 || fitsSearch(searchKey(`${row.committee.name} ${row.directorName ?? ''}`), words)),
  );
}

export interface RankProgress {
  readonly rank: string;
  readonly total: number;
  readonly late: number;
  readonly states: Readonly<Record<PlanProgress, number>>;
}

/** How many are how far, from the highest rank down. `ranks` are in their order, from the bottom to the top. */
export function countRanks(rows: readonly BoardRow[], ranks: readonly CommitteeRank[]): readonly RankProgress[] {
  const heightOf = heights(ranks);
  return [...Map.groupBy(rows, ({ committee }) => committee.rank)]
    .toSorted(([a], [b]) => heightOf(b) - heightOf(a))
    .map(([rank, some]) => countRank(rank, some));
}

function countRank(rank: string, rows: readonly BoardRow[]): RankProgress {
  return {
    rank,
    total: rows.length,
    late: rows.filter(({ late }) => late).length,
    states: Object.fromEntries(
      planProgresses.map((progress) => [progress, rows.filter((row) => row.progress === progress).length]),
    ) as Record<PlanProgress, number>,
  };
}
