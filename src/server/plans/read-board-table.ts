import { fileKinds } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/plans/plans.ts';
import { filterBoard } from '../../domain/plan/plan-board.ts';
import { boardTable } from '../../print/board-table.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { tableAnswer } from '../http/table-answer.ts';
import { readBoard } from './read-board.ts';

export async function readBoardTable(
  deps: Deps,
  { params, query: { language, format, ...filter } }: Call<typeof contract.readBoardTable>,
) {
  const board = await readBoard(deps, params.committeeId, params.planId);
  if (!board.ok) return board;
  const { ranks, rows, today } = board.value;
  const committee = (await deps.store.committees.find(params.committeeId))?.name ?? null;
  const table = boardTable(filterBoard(rows, filter), ranks, language);
  return tableAnswer(deps, [table], format, { kind: fileKinds.board, language, committee, day: today });
}
