import { birthYears, isBirthYear } from '../roster/person.ts';
import { cleanText } from '../roster/roster-line.ts';
import type { RosterProblemCode } from '../roster/roster-note.ts';
import { findLegacyText } from '../text/legacy-text.ts';
import type { LocalText } from '../text/local-text.ts';
import { findUnprintable, letterName } from '../text/printable.ts';
import { textKey } from '../text/text-key.ts';
import { codePointName, findSteering } from '../text/unseen-characters.ts';
import type { ListField } from './list-field.ts';
import type { ListProblemCode } from './list-note.ts';
import type { Cell } from './worksheet.ts';

/** Writes down what is wrong with a cell; `choices` are what may stand there, where they are few. */
export type Complain = (
  field: ListField,
  code: RosterProblemCode | ListProblemCode,
  detail?: string,
  choices?: LocalText | null,
) => undefined;

const longest = 250;
const codeShape = /^[\p{L}\p{N}][\p{L}\p{N}./_ \u2010-\u2015\u2212-]{0,39}$/u;
const untilNow = new Set(['-', '–', 'nay', 'đến nay', 'hiện nay', 'now', 'present']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** A short line of text that must be there. */
export function readText(cell: Cell | null, field: ListField, complain: Complain): string | undefined {
  if (cell?.kind === 'date' || cell?.kind === 'boolean') return complain(field, 'bad-text');
  const text = cleanText(cell?.shown ?? null);
  if (text === '') return complain(field, 'missing-value');
  // The old codes use the soft hyphen as a letter: looked for before it is taken away.
  const legacy = findLegacyText(cell?.shown ?? '');
  if (legacy !== undefined) return complain(field, `legacy-${legacy}`, text);
  if (text.length > longest || control.test(text)) return complain(field, 'bad-text');
  const steering = findSteering(text);
  if (steering !== undefined) return complain(field, 'steering-character', codePointName(steering));
  const letter = findUnprintable(text);
  return letter === undefined ? text : complain(field, 'unprintable-letter', letterName(letter));
}

/** A code as people see it, its leading zeros included. */
export function readCode(cell: Cell | null, complain: Complain): string | null {
  if (cell === null) return null;
  const text = cleanText(cell.shown);
  if (text === '') return null;
  if (cell.kind === 'number') {
    // Long numbers are shown as 7.9E+10 or with points; a leading zero is only in what is shown.
    const exact = Number.isSafeInteger(cell.value) && cell.value >= 0 ? String(cell.value) : '';
    const digits = text.replace(/[.,\s\u00a0]/gu, '');
    const isWritten = /^\d+$/.test(digits) && digits.replace(/^0+(?=\d)/, '') === exact;
    const code = isWritten ? digits : exact;
    return code !== '' && codeShape.test(code) ? code : (complain('code', 'bad-code', text) ?? null);
  }
  if (cell.kind === 'text' && codeShape.test(text)) return text;
  complain('code', 'bad-code', text);
  return null;
}

/** An order of precedence: 1, 2, 3 … */
export function readOrder(cell: Cell | null, complain: Complain): number | null {
  const text = cleanText(cell?.shown ?? null);
  if (text === '') return null;
  const order = orderIn(text);
  if (order === undefined) complain('order', 'bad-order', text);
  return order ?? null;
}

/** @returns undefined where the text is no number from 1 on */
export function orderIn(text: string): number | undefined {
  const digits = /^\(?0*([1-9]\d{0,5})\s*[.)]?$/.exec(text);
  return digits === null ? undefined : Number(digits[1]);
}

/** A day, ISO; null where none is given. A seat that goes on may say so ("nay"). */
export function readDay(cell: Cell | null, field: 'from' | 'to', complain: Complain): string | null {
  if (cell === null) return null;
  const text = cleanText(cell.shown);
  if (cell.kind !== 'date' && text === '') return null;
  if (field === 'to' && untilNow.has(textKey(text))) return null;
  const day = dayOf(cell, text);
  if (day.ok) return day.day;
  complain(field, day.code, text === '' ? '?' : text);
  return null;
}

type Day =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly code: 'bad-date' | 'two-digit-year' | 'year-only' | 'month-only' };

/** Days of a spreadsheet's calendar that are taken for dates where a cell lost its format: 1950 to 2099. */
const firstSerial = 18_264;
const lastSerial = 73_050;
const bad = { ok: false, code: 'bad-date' } as const;

function dayOf(cell: Cell, text: string): Day {
  if (cell.kind === 'date') return within(cell.day);
  if (cell.kind === 'number') return dayOfNumber(cell);
  if (cell.kind !== 'text') return bad;
  // What follows a blank is the time of day.
  const written = text
    .replace(/(?:^ngày |,)/iu, '')
    .replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?(?: ?[AP]M)?$/iu, '');
  const parts = written.split(/tháng|năm|[-/.]/iu).map((part) => part.trim());
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return bad;
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return first.length === 4 ? { ok: false, code: 'year-only' } : bad;
  if (parts.length === 2) return { ok: false, code: 'month-only' };
  if (parts.length > 3) return bad;
  if (first.length === 4) return existing(first, second, third);
  if (third.length === 2) return { ok: false, code: 'two-digit-year' };
  return third.length === 4 ? existing(third, second, first) : bad;
}

function dayOfNumber({ value, day }: Extract<Cell, { kind: 'number' }>): Day {
  if (Number.isInteger(value) && value >= 1900 && value <= 2199) return { ok: false, code: 'year-only' };
  if (day !== undefined && Number.isInteger(value) && value > 15_000 && value <= lastSerial) return within(day);
  if (!Number.isInteger(value) || value < firstSerial || value > lastSerial) return bad;
  return within(new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10));
}

function existing(year: string, month: string, day: string): Day {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? within(date.toISOString().slice(0, 10)) : bad;
}

function within(day: string): Day {
  return day >= '1900-01-01' && day < '2200-01-01' ? { ok: true, day } : bad;
}

/** A year of birth, of which nothing but the year is kept; null where none is given. */
export function readBirthYear(cell: Cell | null, complain: Complain): number | null {
  const text = cleanText(cell?.shown ?? null);
  if (cell === null || text === '' || /^[-–x?]+$/iu.test(text)) return null;
  const year = birthYearIn(cell, text);
  if (year !== undefined && isBirthYear(year)) return year;
  complain('birthYear', 'bad-birth-year', text);
  return null;
}

function birthYearIn(cell: Cell, text: string): number | undefined {
  if (cell.kind === 'date') return Number(cell.day.slice(0, 4));
  if (cell.kind === 'number' && Number.isInteger(cell.value) && cell.value <= birthYears.last) return cell.value;
  // A year, or a month of it.
  const found = /^(?:sinh )?(?:năm |tháng )?(?:\d{1,2}\s*[/.-]\s*)?(\d{4})$/iu.exec(text);
  if (found !== null && cell.kind === 'text') return Number(found[1]);
  const day = dayOf(cell, text);
  return day.ok ? Number(day.day.slice(0, 4)) : undefined;
}
