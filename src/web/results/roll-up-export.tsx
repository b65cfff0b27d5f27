import { call } from '../../client/api.ts';
import { readRollUpTable } from '../../contract/results/roll-up.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/result/roll-up.ts';
import type { TableFormat } from '../../print/file-table.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { SaveTable } from '../shared/show/save-table.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly query: RollUpFilter & PeopleFilter;
}

/** Saves what fits the filter. */
export function RollUpExport({ committeeId, query }: Props) {
  const { language } = useTranslation(sentences);
  const connection = useConnection();
  const read = (format: TableFormat) =>
    call(connection, readRollUpTable, { params: { committeeId }, query: { ...query, language, format } });
  return <SaveTable read={read} />;
}
