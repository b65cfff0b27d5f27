import { format, getFormatDateInfo, getFormatFromId, isDateFormat, isPercentFormat, isValidFormat } from 'numfmt';
import type { Cell } from '../../domain/lists/worksheet.ts';
import { dayOfSerial, serialOfDay } from './serial-day.ts';
import { Unreadable } from './unreadable.ts';
import { mainNamespaces, readXml } from './xml-events.ts';
import type { ZipParts } from './zip-parts.ts';

/** As spreadsheet programs have them at most. */
const mostFormats = 65_500;
const longestCode = 255;
const general = 'General';
/** Up to here a double holds every whole number. */
const exact = 1e15;

interface NumberFormat {
  readonly kind: 'general' | 'number' | 'percent' | 'date';
  readonly code: string;
}

/** How numbers are shown, by the index that a cell names. */
export class NumberFormats {
  /** Ids of formats by a cell's index, and codes of formats by their ids. */
  readonly #ids: readonly number[];
  readonly #codes: ReadonlyMap<number, string>;
  readonly #is1904: boolean;
  readonly #known = new Map<number, NumberFormat>();

  constructor(ids: readonly number[], codes: ReadonlyMap<number, string>, is1904: boolean) {
    this.#ids = ids;
    this.#codes = codes;
    this.#is1904 = is1904;
  }

  cellOfNumber(value: number, style: number): Cell {
    const { kind, code } = this.#formatOf(style);
    if (kind === 'date') return this.#dateCell(value, code);
    const shown = kind === 'general' ? plain(value) : shownAs(code, value);
    if (kind === 'percent') return { kind, value: Number((value * 100).toPrecision(15)), shown };
    const day = this.#is1904 ? dayOfSerial(value, true) : undefined;
    return day === undefined ? { kind: 'number', value, shown } : { kind: 'number', value, shown, day };
  }

  /** A date that is written out, which no time zone touches; undefined where there is no such day. */
  cellOfDate(iso: string, style: number): Cell | undefined {
    const serial = serialOfDay(iso);
    if (serial === undefined) return undefined;
    const { kind, code } = this.#formatOf(style);
    return { kind: 'date', day: iso, shown: shownAs(kind === 'date' ? code : 'dd/mm/yyyy', serial) };
  }

  #dateCell(value: number, code: string): Cell {
    const day = dayOfSerial(value, this.#is1904);
    if (day === undefined) return { kind: 'error', shown: plain(value), cause: 'no-such-day' };
    return { kind: 'date', day, shown: shownAs(code, this.#is1904 ? value + 1462 : value) };
  }

  #formatOf(style: number): NumberFormat {
    const id = this.#ids[style] ?? 0;
    const known = this.#known.get(id) ?? formatOf(this.#codes.get(id) ?? getFormatFromId(id, 'vi') ?? general);
    this.#known.set(id, known);
    return known;
  }
}

function formatOf(code: string): NumberFormat {
  if (code.length > longestCode || !isValidFormat(code)) return { kind: 'general', code: general };
  if (isDateFormat(code)) return { kind: isTimeOnly(code) ? 'number' : 'date', code };
  if (isPercentFormat(code)) return { kind: 'percent', code };
  return { kind: /^(?:general|@)$/i.test(code) ? 'general' : 'number', code };
}

function isTimeOnly(code: string): boolean {
  const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(code);
  return (hours || minutes || seconds) && !(year || month || day);
}

/** As a Vietnamese spreadsheet program shows it. */
function shownAs(code: string, value: number): string {
  return format(code, value, { locale: 'vi', throws: false }).normalize('NFC').trim();
}

/** Every digit: a program shortens long ones by the width of the column, which says nothing about the value. */
function plain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < exact) return String(value);
  return String(Number(value.toPrecision(15))).replace('.', ',');
}

export async function readNumberFormats(
  zip: ZipParts,
  path: string | undefined,
  is1904: boolean,
): Promise<NumberFormats> {
  const pieces = path === undefined ? undefined : zip.read(path);
  const ids: number[] = [];
  const codes = new Map<number, string>();
  let isOfCells = false;
  if (pieces !== undefined) {
    await readXml(pieces, mainNamespaces, {
      open(name, { numFmtId, formatCode }) {
        if (name === 'cellXfs') isOfCells = true;
        if (name === 'xf' && isOfCells) ids.push(Number(numFmtId ?? 0));
        if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
        if (ids.length > mostFormats || codes.size > mostFormats) throw new Unreadable('not-a-spreadsheet');
      },
      close(name) {
        if (name === 'cellXfs') isOfCells = false;
      },
    });
  }
  return new NumberFormats(ids, codes, is1904);
}
