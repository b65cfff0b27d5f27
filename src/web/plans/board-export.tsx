import { call } from '../../client/api.ts';
import { readBoardCsv, readBoardXlsx } from '../../contract/plans/plans.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
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

const kinds = { xlsx: readBoardXlsx, csv: readBoardCsv } as const;

/** Saves what the filter shows, all pages of it. */
export function BoardExport({ committeeId, planId, query }: Props) {
  const { say, language } = useTranslation(sentences);
  const connection = useConnection();
  const input = { params: { committeeId, planId }, query: { ...query, language } };
  return <SaveTable fileName={say('fileName')} read={(kind) => call(connection, kinds[kind], input)} />;
}
