import { csvRows } from './csv.ts';
import { type ResultsTable, resultsRows } from './results-table.ts';

/** The result as CSV; percentages as they are printed. */
export const resultsCsv = (table: ResultsTable): string => csvRows(resultsRows(table));
