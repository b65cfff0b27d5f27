import type { Cell } from '../../domain/lists/worksheet.ts';
import { textCell } from './cell-text.ts';
import type { NumberFormats } from './number-formats.ts';
import { unescaped } from './string-item.ts';
import { Unreadable } from './unreadable.ts';

/** What the cells of a workbook have in common. */
export interface CellContext {
  readonly strings: readonly (Cell | null)[];
  readonly formats: NumberFormats;
  readonly isUncomputed: boolean;
}

/** A cell as its element says. */
export interface RawCell {
  /** ECMA-376 part 1, 18.18.11; numbers where none is given. */
  readonly type: string;
  readonly style: number;
  readonly isFormula: boolean;
  /** Undefined where the element has none. */
  readonly value: string | undefined;
}

const uncomputed: Cell = { kind: 'uncomputed', shown: '' };

/** @returns null where the cell holds nothing */
export function cellOf(raw: RawCell, context: CellContext): Cell | null {
  const { type, isFormula, value } = raw;
  if (value === undefined) return isFormula ? uncomputed : null;
  if (type === 'str') return textCell(unescaped(value));
  const text = value.trim();
  if (text === '') return isFormula ? uncomputed : null;
  if (isFormula && context.isUncomputed && Number(text) === 0) return uncomputed;
  if (type === 's') return sharedString(text, context.strings);
  if (type === 'e') return { kind: 'error', shown: text.slice(0, 20) };
  if (type === 'b') return isTrueText(text) ? truth(true) : truth(false);
  if (type === 'd') return dateOf(text, raw.style, context.formats);
  if (type !== 'n') throw new Unreadable('not-a-spreadsheet');
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Unreadable('not-a-spreadsheet');
  return context.formats.cellOfNumber(number, raw.style);
}

function sharedString(text: string, strings: CellContext['strings']): Cell | null {
  const string = /^\d{1,8}$/.test(text) ? strings[Number(text)] : undefined;
  if (string === undefined) throw new Unreadable('not-a-spreadsheet');
  return string;
}

function isTrueText(text: string): boolean {
  return text === '1' || text.toLowerCase() === 'true';
}

function truth(value: boolean): Cell {
  return { kind: 'boolean', value, shown: value ? 'TRUE' : 'FALSE' };
}

const isoDate = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** The day as it is written: it is one of the calendar, not a moment. */
function dateOf(text: string, style: number, formats: NumberFormats): Cell | null {
  const day = isoDate.exec(text)?.[1];
  if (day === undefined) return textCell(text);
  return formats.cellOfDate(day, style) ?? { kind: 'error', shown: day, cause: 'no-such-day' };
}
