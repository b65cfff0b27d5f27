import { withoutDiacritics } from '../search-key.ts';
import { textKey } from '../text-key.ts';
import type { Heading } from './find-heading.ts';
import { type Grid, textOf } from './grid.ts';
import {
  footerMark,
  groupWords,
  isCountedByLetter,
  isGroupCounter,
  isGroupTitle,
  isHeadingWords,
  isInCapitals,
  isSigningTitle,
} from './line-marks.ts';
import type { ListField } from './list-field.ts';
import { exampleMark } from './list-templates.ts';
import type { WorksheetRow } from './worksheet.ts';

/** What a line below the heading is. */
export type LineKind =
  | 'item'
  | 'heading'
  | 'numbering'
  | 'example'
  | 'group'
  | 'title'
  | 'total'
  | 'closing'
  | 'signature'
  | 'other';

export interface ClassifiedLine {
  readonly row: WorksheetRow;
  readonly kind: LineKind;
  /** What it says, for the kinds that are no items. */
  readonly text: string;
}

/** What names an item of a list, and what else it always has. */
export interface ItemFields {
  readonly name: ListField;
  readonly mate: ListField;
}

/** Says of each line below the heading what it is: nobody's line becomes a person, and no person becomes such a line. */
export function classifyLines(grid: Grid, heading: Heading, fields: ItemFields): ClassifiedLine[] {
  const look = lookAt(grid, heading, fields);
  const rows = grid.rows.slice(heading.to);
  const lines: ClassifiedLine[] = [];
  let footer: 'none' | 'closed' | 'signed' = 'none';
  let isBelowHeading = true;
  for (const row of rows) {
    const seen = look(row);
    const kind = kindOf(seen, footer, isBelowHeading);
    if (kind === 'signature') footer = 'signed';
    else if (kind === 'closing') footer = footer === 'signed' ? 'signed' : 'closed';
    else if (kind === 'heading' || kind === 'item') footer = 'none';
    isBelowHeading = kind === 'heading' || (isBelowHeading && kind === 'numbering');
    lines.push({ row, kind, text: kind === 'item' ? '' : seen.texts.join(' ') });
  }
  return withoutLooseEnds(lines, look);
}

interface SeenLine {
  /** What stands on the line itself, from the left. */
  readonly texts: readonly string[];
  /** What stands in the column that counts lines. */
  readonly number: string;
  readonly isNumbered: boolean;
  readonly countsLines: boolean;
  readonly name: string;
  readonly mate: string;
  /** What stands first on the line, where that is neither a name nor anything else that is read. */
  readonly lead: string;
  readonly hasUsed: boolean;
  readonly isWide: boolean;
  readonly repeatsHeading: boolean;
  readonly isNumbering: boolean;
  readonly isExample: boolean;
}

type Look = (row: WorksheetRow) => SeenLine;

const examples: ReadonlySet<string> = new Set([...Object.values(exampleMark).map(textKey), 'vd', 'ví dụ:']);
const lineNumber = /^\(?\d{1,6}\)?\s*[.)]?$/;

function lookAt(grid: Grid, heading: Heading, fields: ItemFields): Look {
  const indexesOf = (field: ListField) => heading.columns.get(field)?.indexes ?? [];
  const names = indexesOf(fields.name);
  const mates = indexesOf(fields.mate);
  const counter = indexesOf('number')[0] ?? indexesOf('order')[0] ?? uncountedColumn(heading);
  const used = [...heading.columns].flatMap(([field, { indexes }]) => (field === 'number' ? [] : indexes));
  const headings = grid.rows.slice(heading.from, heading.to);
  return (row) => {
    const own = (index: number) => textOf(row.cells[index] ?? null);
    const shown = (indexes: readonly number[]) =>
      indexes
        .map((index) => textOf(grid.shown(row, index)))
        .filter((text) => text !== '')
        .join(' ');
    const filled = row.cells.flatMap((_, index) => (own(index) === '' ? [] : [index]));
    const number = counter === undefined ? '' : own(counter);
    const [first] = filled;
    const merge = first === undefined ? undefined : grid.mergeAt(row.line, first);
    return {
      texts: filled.map(own),
      number,
      isNumbered: lineNumber.test(number),
      countsLines: counter !== undefined,
      name: names.some((index) => own(index) !== '') ? shown(names) : '',
      mate: shown(mates),
      lead: first === undefined || used.includes(first) ? '' : own(first),
      hasUsed: used.some((index) => own(index) !== ''),
      isWide: filled.length === 1 && merge !== undefined && merge.right - merge.left >= names.length,
      repeatsHeading:
        filled.length >= 2 && headings.some((one) => filled.every((i) => own(i) === textOf(one.cells[i] ?? null))),
      isNumbering: isNumberingLine(filled.map(own), names[0] === undefined ? '' : own(names[0])),
      isExample: examples.has(textKey(counter === undefined ? own(0) : number)),
    };
  };
}

/** Without a title the first column may still count lines. */
function uncountedColumn({ titles, columns }: Heading): number | undefined {
  const first = Math.min(...[...columns.values()].flatMap(({ indexes }) => indexes));
  return first === 1 && !titles.has(0) ? 0 : undefined;
}

/** "1 2 3 4", "(1) (2) (3)" or "A B 1 2" below the titles: the columns are counted. */
function isNumberingLine(texts: readonly string[], name: string): boolean {
  const marks = texts.map((text) => /^\(?\s*(\d{1,2}|[A-Za-zĐđ])\s*\)?(?:\s*=.*)?$/u.exec(text)?.[1]);
  if (texts.length < 2 || name === '' || marks.some((mark) => mark === undefined)) return false;
  const numbers = marks.flatMap((mark) => (/^\d/.test(mark ?? '') ? [Number(mark)] : []));
  return numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0));
}

function kindOf(seen: SeenLine, footer: 'none' | 'closed' | 'signed', isBelowHeading: boolean): LineKind {
  if (seen.repeatsHeading) return 'heading';
  if (isBelowHeading && seen.isNumbering) return 'numbering';
  if (seen.isExample) return 'example';
  const isWhole = /\p{L}/u.test(seen.name) && seen.mate !== '';
  if (seen.isNumbered && isWhole) return 'item';
  const marked = markOf(seen, isWhole);
  if (marked !== undefined) return marked;
  if (isGroupLine(seen)) return footer === 'signed' ? 'signature' : 'group';
  if (isWhole && (footer === 'none' || (footer === 'closed' && !seen.countsLines))) return 'item';
  if (footer !== 'none') return 'signature';
  if (seen.texts.some(isHeadingWords)) return 'title';
  return seen.hasUsed ? 'item' : 'other';
}

/** Whether the words of a line say that it stands below a list. A whole line of an item is judged by its name alone. */
function markOf(seen: SeenLine, isWhole: boolean): 'signature' | 'closing' | 'total' | undefined {
  const texts = isWhole ? [seen.name, seen.lead] : seen.texts;
  const marks = texts.flatMap((text) => footerMark(text) ?? []);
  if (marks.includes('signature')) return 'signature';
  if (marks.includes('closing')) return 'closing';
  if (marks.includes('total')) return 'total';
  const signs = isWhole ? isSigningTitle(seen.name) : seen.texts.length <= 2 && seen.texts.some(isSigningTitle);
  return signs && !seen.isNumbered ? 'signature' : undefined;
}

/** "I. BAN THƯỜNG VỤ", "I | BAN THƯỜNG VỤ", "1. Chi bộ ấp 1", merged or alone on its line. */
function isGroupLine(seen: SeenLine): boolean {
  const words = seen.texts.filter((text) => text !== seen.number);
  const [only, second] = words;
  const isCounted = isGroupCounter(seen.number);
  if (only === undefined) return seen.number !== '' && !seen.isNumbered && /\p{L}{2}/u.test(seen.number);
  // Over several columns, or counted, it is a group in whatever column it begins.
  const isAlone = second === undefined && seen.name === '';
  if (isAlone && (seen.isWide ? /\p{L}/u.test(only) : isCountedByLetter(only))) return true;
  if (seen.mate !== '' && !/^\d/.test(seen.mate)) return false;
  const rest = second === undefined || words.slice(1).every((text) => /^\d/.test(text));
  if (!rest) return false;
  if (isCounted) return true;
  if (seen.isNumbered) return isGroupTitle(only);
  if (seen.isWide) return /\p{L}/u.test(only);
  const isCountedByWords = groupWords(only) !== undefined;
  return isCountedByWords || (only !== seen.name && isInCapitals(only) && second === undefined && seen.name === '');
}

/** A line below the last item that has no name is nobody's where the list was closed or signed before or after it. */
function withoutLooseEnds(lines: readonly ClassifiedLine[], look: Look): ClassifiedLine[] {
  const isSound = ({ row, kind }: ClassifiedLine) => {
    const { name, mate, isNumbered } = look(row);
    return kind === 'item' && name !== '' && (mate !== '' || isNumbered);
  };
  const last = lines.findLastIndex(isSound);
  const isSigned = lines.slice(last + 1).some(({ kind }) => kind === 'signature' || kind === 'closing');
  if (last < 0 || !isSigned) return [...lines];
  return lines.map((line, index) => {
    if (index <= last || line.kind !== 'item') return line;
    const { texts, name } = look(line.row);
    return name === '' || isNameOfSigner(texts) ? { row: line.row, kind: 'signature', text: texts.join(' ') } : line;
  });
}

function isNameOfSigner(texts: readonly string[]): boolean {
  return texts.length <= 2 && texts.every((text) => withoutDiacritics(text) !== '');
}
