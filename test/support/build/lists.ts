import type { Cell, MergedCells, Worksheet } from '../../../src/domain/lists/worksheet.ts';

/** As a spreadsheet holds it: text, a number, a day, nothing, or a cell of another kind. */
export type Written = string | number | boolean | Date | null | Cell;

interface Looks {
  readonly name?: string;
  readonly isHidden?: boolean;
  /** As Excel writes them: `A1:C1`. */
  readonly merges?: readonly string[];
  readonly hiddenLines?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** By index of the row, where it is not the next line. */
  readonly lines?: readonly number[];
}

/** A worksheet whose rows stand on lines 1, 2, 3 … */
export function aWorksheet(rows: readonly (readonly Written[])[], looks: Looks = {}): Worksheet {
  const { name = '', isHidden = false, merges = [], hiddenLines = [], hiddenColumns = [], lines } = looks;
  return {
    ...{ name, isHidden, hiddenColumns, merges: merges.map(mergeOf) },
    rows: rows
      .map((cells, index) => {
        const line = lines?.[index] ?? index + 1;
        return { line, isHidden: hiddenLines.includes(line), cells: cells.map(cellOf) };
      })
      .filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
}

/** Rows of a table that somebody typed or pasted: cells parted by "|", blanks around them do not count. */
export function typed(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

export function cellOf(written: Written): Cell | null {
  if (written === null || written === '') return null;
  if (typeof written === 'string') return { kind: 'text', shown: written };
  if (typeof written === 'number') return { kind: 'number', value: written, shown: String(written) };
  if (typeof written === 'boolean') return { kind: 'boolean', value: written, shown: written ? 'TRUE' : 'FALSE' };
  if (!(written instanceof Date)) return written;
  const day = written.toISOString().slice(0, 10);
  return { kind: 'date', day, shown: day.split('-').reverse().join('/') };
}

function mergeOf(range: string): MergedCells {
  const [, left = 'A', top = '1', right = left, bottom = top] = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(range) ?? [];
  return { left: left.charCodeAt(0) - 65, top: Number(top), right: right.charCodeAt(0) - 65, bottom: Number(bottom) };
}
