import type { RosterCell } from './roster-columns.ts';

/** Days of a spreadsheet's calendar that are taken for dates where a cell lost its format: 1950 to 2099. */
const firstSerial = 18_264;
const lastSerial = 73_050;
const serialEpoch = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/**
 * Reads a date cell as an ISO date: a spreadsheet's date (UTC midnight), its serial number, ISO text, or
 * day/month/year with slashes, dots or hyphens. undefined: no date that exists.
 */
export function readRosterDate(cell: Exclude<RosterCell, null>): string | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : isoDay(cell);
  if (typeof cell === 'number') return fromSerial(cell);
  if (typeof cell === 'boolean') return undefined;
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const vietnamese = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (vietnamese !== null) return existing(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  return undefined;
}

function fromSerial(serial: number): string | undefined {
  if (!Number.isInteger(serial) || serial < firstSerial || serial > lastSerial) return undefined;
  return isoDay(new Date(serialEpoch + serial * dayLength));
}

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? isoDay(date) : undefined;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
