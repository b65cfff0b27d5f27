import { committeeLevels } from '../../domain/committee-levels.ts';
import { committeesTable, seatsTable } from '../../domain/province-table.ts';
import { csvCell } from '../../print/results-csv.ts';
import { tablesXlsx } from '../spreadsheet-xlsx.ts';
import type { Handler } from './jobs.ts';

export const writeProvince: Handler<'writeProvince'> = async (province) => {
  const committees = () => committeesTable(province, committeeLevels, province.language);
  const seats = () => seatsTable(province, province.today, province.language);
  if (province.format === 'xlsx') return tablesXlsx([committees(), seats()]);
  const { rows } = province.list === 'committees' ? committees() : seats();
  // A byte-order mark first, or spreadsheets read Vietnamese wrongly.
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`);
};
