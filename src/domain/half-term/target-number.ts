import type { Cell } from '../lists/worksheet.ts';
import { cleanText } from '../roster/roster-line.ts';

/** Beyond this a double no longer tells neighbours apart. */
const largest = 1e15;

/**
 * A number as a cell has it or as somebody typed it, in the Vietnamese or the English way. An empty cell is null.
 *
 * @returns undefined where it is no number, or `1.234` leaves open whether thousands or decimals were meant
 */
export function readTargetNumber(cell: string | number | boolean | null): number | null | undefined {
  if (cell === null) return null;
  if (typeof cell === 'number') return fitting(cell);
  if (typeof cell !== 'string') return undefined;
  const text = cell
    .replace(/[\s\u00a0]/gu, '')
    .replace(/%$/u, '')
    .replace(/^−/u, '-');
  if (text === '') return cell.includes('%') ? undefined : null;
  const plain = plainNumber(text);
  return plain === undefined ? undefined : fitting(Number(plain));
}

export interface TargetCell {
  /** Null for an empty cell. */
  readonly number: number | null;
  /** Shown or typed with a percent sign. */
  readonly isPercent: boolean;
}

/** A number as people see it in a cell: 9 where 0.09 is shown as 9 %. */
export function readTargetCell(cell: Cell | null): TargetCell | undefined {
  const text = cleanText(cell?.shown ?? null);
  if (cell === null || text === '') return { number: null, isPercent: false };
  if (cell.kind === 'number' || cell.kind === 'percent') {
    const number = fitting(asShown(cell.value, text));
    return number === undefined ? undefined : { number, isPercent: cell.kind === 'percent' };
  }
  const number = cell.kind === 'text' ? readTargetNumber(text) : undefined;
  return number === undefined ? undefined : { number, isPercent: text.endsWith('%') };
}

/** What is shown may be rounded; where its points and commas are clear it is what counts. */
function asShown(value: number, text: string): number {
  const shown = readTargetNumber(text);
  if (shown == null) return value;
  const decimals = /[.,](\d+)\s*%?$/u.exec(text)?.[1]?.length ?? 0;
  return Math.abs(shown - value) <= 0.5000001 / 10 ** decimals ? shown : value;
}

/** A number as text that is read as the same number again: never short of digits, never like thousands. */
export function writeTargetNumber(number: number): string {
  const text = number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return plainNumber(text) === undefined ? `${text}0` : text;
}

function plainNumber(text: string): string | undefined {
  if (/^-?\d+$/u.test(text)) return text;
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/u.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^-?\d{1,3}(?:,\d{3})+\.\d+$/u.test(text)) return text.replaceAll(',', '');
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$|^-?\d{1,3}(?:,\d{3}){2,}$/u.test(text)) return text.replace(/[.,]/gu, '');
  const isUnclear = /^-?[1-9]\d{0,2}[.,]\d{3}$/u.test(text);
  return !isUnclear && /^-?\d+[.,]\d+$/u.test(text) ? text.replace(',', '.') : undefined;
}

function fitting(number: number): number | undefined {
  return Number.isFinite(number) && Math.abs(number) <= largest ? number : undefined;
}
