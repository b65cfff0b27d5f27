import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import type { FileTable, TableHeading } from '../../print/file-table.ts';
import type { TableCell } from '../../print/table-cell.ts';
import { printReady } from './print-ready.ts';

interface CellStyle {
  readonly wrap?: boolean;
  readonly fontWeight?: 'bold';
  readonly backgroundColor?: string;
  readonly borderStyle?: 'thin';
  readonly height?: number;
  readonly alignVertical?: 'top' | 'center';
}

/** A cell with its type written out: text stays text, whatever it begins with, so no cell is ever a formula. */
function typed(cell: TableCell, style: CellStyle = {}): CellObject | null {
  if (cell === '') return { type: String, ...style };
  if (typeof cell === 'number') return { value: cell, type: Number, ...style };
  if (typeof cell === 'string') return { value: cell, type: String, ...style };
  if ('day' in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...style };
  return { value: Number(cell.percent), type: Number, format: '0.00', ...style };
}

const usualWidths = [24, 36, 16, 24];
const otherWidth = 16;

/** Tables as the worksheets of one workbook, ready to print; each says above its titles what it is. */
export function tablesXlsx(tables: readonly FileTable[], heading?: TableHeading): Promise<Uint8Array> {
  const worksheets = tables.map((table) => worksheetOf(table, heading));
  return writeExcelFile(
    worksheets.map(({ sheet }) => sheet),
    { fontFamily: 'Times New Roman', fontSize: 12, features: [printReady(worksheets.map(({ printed }) => printed))] },
  ).toBuffer();
}

function worksheetOf(table: FileTable, heading: TableHeading | undefined) {
  const { name, rows, titles = 'above', widths = usualWidths, wraps = false, comesBack = false } = table;
  const isTitle = (row: number, column: number) => (titles === 'above' ? row : column) === 0;
  const lines = comesBack || heading === undefined ? [] : headingRows(heading);
  const titleRow = titles === 'above' ? lines.length + 1 : undefined;
  const cells = rows.map((row, at) => {
    const height = wraps || isTitle(at, 0) ? heightOf(row, widths) : undefined;
    return row.map((cell, column) =>
      typed(cell, {
        ...(height !== undefined && { height }),
        ...{ borderStyle: 'thin', alignVertical: 'top' },
        ...(wraps && { wrap: true }),
        ...(isTitle(at, column) && titleStyle),
      }),
    );
  });
  return {
    sheet: {
      data: [...lines, ...cells],
      sheet: name,
      orientation: 'landscape' as const,
      columns: (rows[0] ?? []).map((_, index) => ({ width: widths[index] ?? otherWidth })),
      ...(titleRow !== undefined && { stickyRowsCount: titleRow }),
    },
    printed: {
      ...{ name, titleRow },
      header: comesBack && heading !== undefined ? headerOf(heading) : undefined,
    },
  };
}

/** In points, of 12-point text. */
const lineHeight = 17;

/** Programs do not agree on who makes a row as high as its text: it is said here. */
function heightOf(row: readonly TableCell[], widths: readonly number[]): number {
  const lines = row.map((cell, column) =>
    typeof cell === 'string' ? Math.ceil((cell.length * 1.1) / (widths[column] ?? otherWidth)) : 1,
  );
  return lineHeight * Math.max(1, ...lines);
}

const titleStyle = { fontWeight: 'bold', wrap: true, backgroundColor: '#E8E4DC', alignVertical: 'center' } as const;

function headerOf({ title, committee, day }: TableHeading): readonly [string, string] {
  return [committee ? `${title} – ${committee}` : title, dated(day)];
}

/** Without an empty line between them; one below parts them from the table. */
function headingRows({ title, committee, day }: TableHeading): (CellObject | null)[][] {
  const shown = [title.toLocaleUpperCase('vi'), committee ?? '', dated(day)].filter((line) => line !== '');
  return [
    ...shown.map((value, at): CellObject[] => [
      { value, type: String, ...(at === 0 && { fontWeight: 'bold' as const, fontSize: 14 }) },
    ]),
    [],
  ];
}

/** As offices write a day in figures. */
function dated(day: string | undefined): string {
  return day?.split('-').reverse().join('/') ?? '';
}
