import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { call } from '../../client/api.ts';
import { listRanks } from '../../contract/committee/ranks.ts';
import { readBoard, readPlan } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { PartsFrame } from '../shared/fetch/parts-frame.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useParts } from '../shared/fetch/use-parts.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { BoardCounts } from './board-counts.tsx';
import { BoardExport } from './board-export.tsx';
import { BoardFilter, type Filter, queryOf } from './board-filter.tsx';
import { BoardRows } from './board-rows.tsx';
import { sentences } from './sentences.ts';

interface Ids {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
}

/** How far everybody is who follows the plan: states only. */
export function BoardScreen(ids: Ids) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const plan = useLoad(() => call(connection, readPlan, { params: ids }), [ids.planId]);
  const ranks = useLoad(() => call(connection, listRanks), []);
  const [filter, setFilter] = useState<Filter>({ rank: '', state: '', search: '' });
  const query = queryOf(filter);
  const board = useParts({ ...ids, query }, ({ committeeId, planId, query: wanted }, after) =>
    call(connection, readBoard, { params: { committeeId, planId }, query: { ...wanted, after } }),
  );
  return (
    <>
      <p class="back">
        <a href={hashTo(ids.committeeId, ids.planId)}>{t('backToPlan')}</a>
      </p>
      <ScreenTitle>{t('boardTitle')}</ScreenTitle>
      {plan.state === 'ready' && <p>{plan.value.title}</p>}
      <Loaded of={ranks}>
        {(known) => (
          <>
            <BoardFilter ranks={ranksOf(board.shown?.value, known)} filter={filter} onInput={setFilter} />
            <BoardExport {...ids} query={query} />
            <PartsFrame of={board}>{(view) => <Board board={view} ranks={known} />}</PartsFrame>
          </>
        )}
      </Loaded>
    </>
  );
}

type BoardView = z.infer<(typeof readBoard.replies)[200]>;
type Ranks = z.infer<(typeof listRanks.replies)[200]>;

/** Of all ranks those that the plan gives something to do. */
function ranksOf(board: BoardView | undefined, known: Ranks): Ranks {
  return known.filter(({ id }) => board === undefined || board.ranks.some(({ rank }) => rank === id));
}

interface BoardProps {
  readonly board: BoardView;
  readonly ranks: Ranks;
}

function Board({ board, ranks }: BoardProps) {
  const { t, language } = useTranslation(sentences);
  return (
    <>
      <BoardCounts board={board} ranks={ranks} />
      <h2>{t('committeesTitle')}</h2>
      <p role="status">{t('boardTotal', { total: board.total, today: showDate(language, board.today) })}</p>
      <BoardRows rows={board.rows} ranks={ranks} />
    </>
  );
}
