import { call } from '../../client/api.ts';
import { readRollUpCsv, readRollUpXlsx } from '../../contract/results/roll-up.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/result/roll-up.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { SaveTable } from '../shared/show/save-table.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly query: RollUpFilter & PeopleFilter;
}

const kinds = { xlsx: readRollUpXlsx, csv: readRollUpCsv } as const;

/** Saves what fits the filter. */
export function RollUpExport({ committeeId, query }: Props) {
  const { say, language } = useTranslation(sentences);
  const connection = useConnection();
  const input = { params: { committeeId }, query: { ...query, language } };
  return <SaveTable fileName={say('rollUpFileName')} read={(kind) => call(connection, kinds[kind], input)} />;
}
