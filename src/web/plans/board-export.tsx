import { call } from '../../client/api.ts';
import { readBoardTable } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { TableFormat } from '../../print/file-table.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { SaveTable } from '../shared/show/save-table.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import type { BoardQuery } from './board-filter.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly planId: PlanId;
  readonly query: BoardQuery;
}

/** Saves what the filter shows, all pages of it. */
export function BoardExport({ committeeId, planId, query }: Props) {
  const { language } = useTranslation(sentences);
  const connection = useConnection();
  const read = (format: TableFormat) =>
    call(connection, readBoardTable, { params: { committeeId, planId }, query: { ...query, language, format } });
  return <SaveTable read={read} />;
}
