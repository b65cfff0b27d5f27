import type { ListNoteView, ListReadingView } from '../../contract/list-notes.ts';
import type { WorksheetReading } from '../../domain/lists/list-reading.ts';
import type { RosterCell, RosterColumns, RosterRow } from '../../domain/roster-columns.ts';

/** As many notes as somebody reads at once. */
const shown = 100;

/** What every answer about a list says of how it was read. */
export function listAnswer(
  worksheets: readonly WorksheetReading[],
  warnings: readonly ListNoteView[],
): { reading: ListReadingView; warnings: ListNoteView[]; warningCount: number } {
  return {
    reading: { worksheets: worksheets.map((one) => ({ ...one, columns: [...one.columns] })) },
    warnings: warnings.slice(0, shown),
    warningCount: warnings.length,
  };
}

interface Note {
  readonly sheet?: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export function noteView({ sheet = '', line, column, code, vi, en }: Note): ListNoteView {
  return { sheet, line, column, code, messages: { vi, en } };
}

/** What became of rows of which one is the heading. */
export function readingOfRows(
  name: string,
  rows: readonly RosterRow[],
  columns: RosterColumns | undefined,
  lines: number,
): WorksheetReading {
  const text = (cell: RosterCell | undefined) => (cell == null ? '' : String(cell));
  const fields = new Map([...(columns ?? [])].map(([field, { index, title }]) => [index, { field, title }]));
  const width = Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.length));
  const filled = Array.from({ length: width }, (_, index) => index).filter((index) =>
    rows.some(({ cells }) => text(cells[index]) !== ''),
  );
  return {
    name,
    isHidden: false,
    use: rows.length === 0 ? 'empty' : lines > 0 ? 'read' : 'no-list',
    lines,
    columns: filled.map((index) => ({
      letter: letterOf(index),
      title: fields.get(index)?.title ?? '',
      field: fields.get(index)?.field ?? null,
    })),
  };
}

function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}
