import { fittingResults, peopleOf } from '../../../domain/result/roll-up.ts';
import { tableCsv } from '../../../print/file-table.ts';
import { listTemplate } from '../../../print/list-templates.ts';
import { committeesResultsTable, peopleTable } from '../../../print/roll-up-tables.ts';
import { tablesXlsx } from '../../spreadsheets/tables-xlsx.ts';
import { templateXlsx } from '../../spreadsheets/template-xlsx.ts';
import type { Handler } from '../jobs.ts';

export const writeRollUp: Handler<'writeRollUp'> = async ({ results, filter, format, ...said }) => {
  const fitting = fittingResults(results, filter);
  const people = peopleTable({ rows: peopleOf(fitting, filter), ...said });
  if (format === 'csv') return tableCsv(people);
  return tablesXlsx([people, committeesResultsTable({ rows: fitting, ...said })]);
};

export const writeWorkbook: Handler<'writeWorkbook'> = ({ tables }) => tablesXlsx(tables);

export const writeTemplate: Handler<'writeTemplate'> = ({ list, language }) =>
  templateXlsx(listTemplate(list, language));
