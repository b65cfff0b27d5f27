import type { RosterCell } from '../roster-columns.ts';
import { readRosterDate } from '../roster-date.ts';

const earliest = 1900;
const latest = 2099;

/**
 * The year of birth that a cell tells: a year, or a whole date of which nothing else is kept. Undefined: neither.
 */
export function readBirthYear(cell: Exclude<RosterCell, null>): number | undefined {
  const year = typeof cell === 'boolean' ? null : /^(?:(?:sinh )?năm )?(\d{4})$/iu.exec(String(cell).trim());
  const stated = year === null ? readRosterDate(cell)?.slice(0, 4) : year[1];
  const number = Number(stated ?? Number.NaN);
  return number >= earliest && number <= latest ? number : undefined;
}
