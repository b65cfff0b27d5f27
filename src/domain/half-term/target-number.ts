import type { RosterCell } from '../roster-columns.ts';

/** Beyond this a double no longer tells neighbours apart. */
const largest = 1e15;

/**
 * A number as a cell has it or as somebody typed it, in the Vietnamese or the English way. An empty cell is null.
 *
 * @returns undefined where it is no number, or `1.234` leaves open whether thousands or decimals were meant
 */
export function readTargetNumber(cell: RosterCell): number | null | undefined {
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
