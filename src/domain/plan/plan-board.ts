import { type Committee, type CommitteeId, directorOf } from '../committee.ts';
import { fitsSearch, searchKey, searchWords } from '../search-key.ts';
import type { Plan } from './plan.ts';
import {
  type PlanProgress,
  planProgresses,
  type SessionUnderPlan,
  type Standing,
  standingOf,
} from './plan-progress.ts';
import { type Deadline, deadlineFor, followersOf, type KnownCommittees } from './plan-scope.ts';

/** One committee on the issuer's board: states only, never anything of a result. */
export interface BoardRow extends Deadline, Standing {
  readonly committee: Committee;
  /** Name of the committee that directs it: there are many cells of one name. */
  readonly directorName: string | null;
  /** Members of the issuer who attend its conference. */
  readonly attending: readonly string[];
}

/** Everybody who owes something under the plan, pilots first, then level by level as the plan names them. */
export function boardOf(
  plan: Plan,
  known: KnownCommittees,
  sessions: readonly SessionUnderPlan[],
  today: string,
): readonly BoardRow[] {
  const held = Map.groupBy(sessions, ({ committeeId }) => committeeId);
  const attending = Map.groupBy(plan.terms.attending, ({ committeeId }) => committeeId);
  const rows: BoardRow[] = [];
  for (const id of followersOf(known, plan.issuerId)) {
    const committee = known.get(id);
    const deadline = committee && deadlineFor(plan, committee);
    if (committee === undefined || deadline === undefined) continue;
    rows.push({
      ...{ committee, directorName: directorName(known, committee), ...deadline },
      ...standingOf(deadline, held.get(id) ?? [], today),
      attending: (attending.get(id) ?? []).map(({ name }) => name),
    });
  }
  return inOrder(rows, plan);
}

const collator = new Intl.Collator('vi', { numeric: true });

function inOrder(rows: readonly BoardRow[], { terms }: Plan): readonly BoardRow[] {
  const rank = new Map(terms.deadlines.map(({ level }, index) => [level, index]));
  const rankOf = ({ pilot, committee }: BoardRow) => (pilot ? -1 : (rank.get(committee.level) ?? rank.size));
  return rows.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      collator.compare(a.directorName ?? '', b.directorName ?? '') ||
      collator.compare(a.committee.name, b.committee.name),
  );
}

function directorName(known: KnownCommittees, committee: Committee): string | null {
  const id: CommitteeId | null = directorOf(committee);
  return id === null ? null : (known.get(id)?.name ?? null);
}

export interface BoardFilter {
  readonly level?: string | undefined;
  readonly state?: PlanProgress | 'late' | undefined;
  /** Part of the committee's or its director's name, with or without diacritics. */
  readonly search?: string | undefined;
}

export function filterBoard(rows: readonly BoardRow[], { level, state, search }: BoardFilter): readonly BoardRow[] {
  const words = searchWords(search ?? '');
  return rows.filter(
    (row) =>
      (level === undefined || row.committee.level === level) &&
      (state === undefined || (state === 'late' ? row.late : row.progress === state)) &&
      (words.length === 0 || fitsSearch(searchKey(`${row.committee.name} ${row.directorName ?? ''}`), words)),
  );
}

export interface LevelCount {
  readonly level: string;
  readonly total: number;
  readonly late: number;
  readonly states: Readonly<Record<PlanProgress, number>>;
}

/** How many are how far, level by level. */
export function countLevels(rows: readonly BoardRow[]): readonly LevelCount[] {
  return [...Map.groupBy(rows, ({ committee }) => committee.level)].map(([level, of]) => ({
    ...{ level, total: of.length, late: of.filter(({ late }) => late).length },
    states: Object.fromEntries(
      planProgresses.map((progress) => [progress, of.filter((row) => row.progress === progress).length]),
    ) as Record<PlanProgress, number>,
  }));
}
