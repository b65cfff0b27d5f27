import type { readBoard as reading } from '../../contract/plans/plans.ts';
import { countRanks, filterBoard } from '../../domain/plan/plan-board.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { partOfWhole } from '../kit/list-part.ts';
import { readBoard } from './read-board.ts';
import { rowView } from './views.ts';

/** A part of a plan's board, with counts over the whole of it. */
export async function readBoardPage(
  deps: Deps,
  { committeeId, planId }: Call<typeof reading>['params'],
  { after, limit, ...filter }: Call<typeof reading>['query'],
) {
  const board = await readBoard(deps, committeeId, planId);
  if (!board.ok) return board;
  const { today, ranks, rows } = board.value;
  const fitting = filterBoard(rows, filter);
  const part = partOfWhole(fitting, { after, limit }, ({ committee }) => committee.id);
  const counts = { today, ranks: [...countRanks(rows, ranks)], total: fitting.length };
  return accept({ ...counts, rows: part.rows.map(rowView), next: part.next });
}
