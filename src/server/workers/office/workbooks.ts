import { fittingResults, peopleOf } from '../../../domain/result/roll-up.ts';
import { tableCsv } from '../../../print/file-table.ts';
import { listTemplate } from '../../../print/list-templates.ts';
import { committeesResultsTable, peopleTable } from '../../../print/roll-up-tables.ts';
import { tablesXlsx } from '../../spreadsheets/tables-xlsx.ts';
import { templateXlsx } from '../../spreadsheets/template-xlsx.ts';
import type { Handler } from '../jobs.ts';

export const writeRollUp: Handler<'writeRollUp'> = async ({ results, filter, format, heading, ...said }) => {
  const fitting = fittingResults(results, filter);
  const people = peopleTable({ rows: peopleOf(fitting, filter), ...said });
  if (format !== 'xlsx') return tableCsv(people, format);
  return tablesXlsx([people, committeesResultsTable({ rows: fitting, ...said })], heading);
};

export const writeWorkbook: Handler<'writeWorkbook'> = ({ tables, heading }) => tablesXlsx(tables, heading);

export const writeTemplate: Handler<'writeTemplate'> = ({ list, language }) =>
  templateXlsx(listTemplate(list, language));
