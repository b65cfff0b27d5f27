import { fittingResults, peopleOf } from '../../../domain/result/roll-up.ts';
import { csvRows } from '../../../print/csv.ts';
import { listTemplate } from '../../../print/list-templates.ts';
import { committeesResultsTable, peopleTable } from '../../../print/roll-up-tables.ts';
import { resultsXlsx } from '../../spreadsheets/results-xlsx.ts';
import { tablesXlsx } from '../../spreadsheets/spreadsheet-xlsx.ts';
import { templateXlsx } from '../../spreadsheets/template-xlsx.ts';
import type { Handler } from '../jobs.ts';

export const writeRollUp: Handler<'writeRollUp'> = async ({ results, filter, format, ...said }) => {
  const fitting = fittingResults(results, filter);
  const people = peopleTable({ rows: peopleOf(fitting, filter), ...said });
  if (format === 'csv') return new TextEncoder().encode(csvRows(people.rows));
  return tablesXlsx([people, committeesResultsTable({ rows: fitting, ...said })]);
};

export const writeWorkbook: Handler<'writeWorkbook'> = ({ tables }) => tablesXlsx(tables);

export const writeResultWorkbook: Handler<'writeResultWorkbook'> = (table) => resultsXlsx(table);

export const writeTemplate: Handler<'writeTemplate'> = ({ list, language }) =>
  templateXlsx(listTemplate(list, language));
