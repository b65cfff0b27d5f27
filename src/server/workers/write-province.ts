import { committeesTable, seatsTable } from '../../domain/province-table.ts';
import { csvRows } from '../../print/csv.ts';
import { tablesXlsx } from '../spreadsheet-xlsx.ts';
import type { Handler } from './jobs.ts';

export const writeProvince: Handler<'writeProvince'> = async (province) => {
  const committees = () => committeesTable(province, province.levels, province.language);
  const seats = () => seatsTable(province, province.today, province.language);
  if (province.format === 'xlsx') return tablesXlsx([committees(), seats()]);
  const { rows } = province.list === 'committees' ? committees() : seats();
  return new TextEncoder().encode(csvRows(rows));
};
