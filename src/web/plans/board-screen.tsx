import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { call } from '../../client/api.ts';
import { listRanks } from '../../contract/committee/ranks.ts';
import { readBoard, readPlan } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useAnswered } from '../shared/fetch/use-answered.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { PagedList } from '../shared/show/paged-list.tsx';
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

const size = 50;

/** How far everybody is who follows the plan: states only. */
export function BoardScreen(ids: Ids) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const plan = useLoad(() => call(connection, readPlan, { params: ids }), [ids.planId]);
  const ranks = useLoad(() => call(connection, listRanks), []);
  const [filter, setFilter] = useState<Filter>({ rank: '', state: '', search: '' });
  const [page, setPage] = useState(1);
  const query = queryOf(filter);
  const board = useAnswered({ ...ids, query, page }, ({ committeeId, planId, query: wanted, page: at }) =>
    call(connection, readBoard, { params: { committeeId, planId }, query: { ...wanted, page: at, size } }),
  );
  const { loaded, shown } = board;
  const turnTo = (next: number) => {
    setPage(next);
    if (loaded.state === 'failed') void loaded.reload();
  };
  const choose = (chosen: Filter) => {
    setFilter(chosen);
    setPage(1);
  };
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
            <BoardFilter ranks={ranksOf(shown?.value, known)} filter={filter} onInput={choose} />
            <BoardExport {...ids} query={query} />
            {loaded.state === 'failed' && shown && (
              <FailureNote failure={loaded.failure} retry={() => void loaded.reload()} />
            )}
            {shown === undefined ? (
              <Loaded of={loaded}>{() => null}</Loaded>
            ) : (
              <Board board={shown.value} ranks={known} page={shown.asked.page} isBusy={board.isBusy} setPage={turnTo} />
            )}
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
  readonly page: number;
  readonly isBusy: boolean;
  setPage(page: number): void;
}

function Board({ board, ranks, page, isBusy, setPage }: BoardProps) {
  const { t, language } = useTranslation(sentences);
  return (
    <>
      <BoardCounts board={board} ranks={ranks} />
      <h2>{t('committeesTitle')}</h2>
      <PagedList page={page} size={size} total={board.total} isBusy={isBusy} setPage={setPage}>
        <p role="status">{t('boardTotal', { total: board.total, today: showDate(language, board.today) })}</p>
        <BoardRows rows={board.rows} ranks={ranks} />
      </PagedList>
    </>
  );
}
