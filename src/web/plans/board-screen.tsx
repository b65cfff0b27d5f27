import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { call } from '../../client/api.ts';
import { listLevels } from '../../contract/levels.ts';
import { readBoard, readPlan } from '../../contract/plans.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { Pager } from '../shared/pager.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { useLasting } from '../shared/use-lasting.ts';
import { useLoad } from '../shared/use-load.ts';
import { BoardCounts } from './board-counts.tsx';
import { BoardExport } from './board-export.tsx';
import { BoardFilter, type Filter, queryOf } from './board-filter.tsx';
import { BoardRows } from './board-rows.tsx';
import { sentences } from './sentences.ts';

interface Ids {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
}

const size = 50;

/** How far everybody is who follows the plan: states only. */
export function BoardScreen(ids: Ids) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const plan = useLoad(() => call(connection, readPlan, { params: ids }), [ids.planId]);
  const levels = useLoad(() => call(connection, listLevels), []);
  const [filter, setFilter] = useState<Filter>({ level: '', state: '', search: '' });
  const [page, setPage] = useState(1);
  const query = queryOf(filter);
  const board = useLoad(
    () => call(connection, readBoard, { params: ids, query: { ...query, page, size } }),
    [ids.planId, JSON.stringify(query), page],
  );
  // While the next part is fetched the table stays where it is.
  const shown = useLasting(board);
  const choose = (chosen: Filter) => {
    setFilter(chosen);
    setPage(1);
  };
  return (
    <>
      <p class="back">
        <a href={hashTo(ids.committeeId, ids.planId)}>{say('backToPlan')}</a>
      </p>
      <ScreenTitle>{say('boardTitle')}</ScreenTitle>
      {plan.state === 'ready' && <p>{plan.value.title}</p>}
      <Loaded of={levels}>
        {(known) => (
          <>
            <BoardFilter levels={levelsOf(shown, known)} filter={filter} onInput={choose} />
            <BoardExport {...ids} query={query} />
            {board.state === 'failed' && shown && (
              <FailureNote failure={board.failure} retry={() => void board.reload()} />
            )}
            {shown === undefined ? (
              <Loaded of={board}>{() => null}</Loaded>
            ) : (
              <Board board={shown} levels={known} page={page} setPage={setPage} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

type BoardView = z.infer<(typeof readBoard.replies)[200]>;
type Levels = z.infer<(typeof listLevels.replies)[200]>;

/** Of all levels those that the plan gives something to do. */
function levelsOf(board: BoardView | undefined, known: Levels): Levels {
  return known.filter(({ id }) => board === undefined || board.levels.some(({ level }) => level === id));
}

interface BoardProps {
  readonly board: BoardView;
  readonly levels: Levels;
  readonly page: number;
  setPage(page: number): void;
}

function Board({ board, levels, page, setPage }: BoardProps) {
  const { say, language } = useSpeech(sentences);
  return (
    <>
      <BoardCounts board={board} levels={levels} />
      <h2>{say('committeesTitle')}</h2>
      <p role="status">{say('boardTotal', { total: board.total, today: showDate(language, board.today) })}</p>
      <BoardRows rows={board.rows} levels={levels} />
      <Pager page={page} size={size} total={board.total} setPage={setPage} />
    </>
  );
}
