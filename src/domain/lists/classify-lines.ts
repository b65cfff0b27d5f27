import { withoutDiacritics } from '../text/search-key.ts';
import { textKey } from '../text/text-key.ts';
import type { Heading } from './find-heading.ts';
import { type Grid, isUnknown, textOf } from './grid.ts';
import { isGroupLine } from './group-lines.ts';
import { footerMark, isHeadingWords, isListTitle, isSigningTitle } from './line-marks.ts';
import type { ListField } from './list-field.ts';
import { exampleMark } from './list-words.ts';
import { isLikeAName, isOfFamily } from './names.ts';
import type { SeenLine } from './seen-line.ts';
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

/**
 * Says of each line below the heading what it is: nobody's line becomes a person, and no person becomes such a line.
 *
 * @param furtherHeadings lines of the sheet on which a heading stands again
 */
export function classifyLines(
  grid: Grid,
  heading: Heading,
  fields: ItemFields,
  furtherHeadings: ReadonlySet<number>,
): ClassifiedLine[] {
  const readLine = lineReader(grid, heading, fields, furtherHeadings);
  const rows = grid.rows.slice(heading.to);
  const lines: ClassifiedLine[] = [];
  let footer: 'none' | 'closed' | 'signed' = 'none';
  let isBelowHeading = true;
  for (const row of rows) {
    const seen = readLine(row);
    const kind = kindOf(seen, footer, isBelowHeading);
    if (kind === 'signature') footer = 'signed';
    else if (kind === 'closing') footer = footer === 'signed' ? 'signed' : 'closed';
    else if (kind === 'heading' || kind === 'item') footer = 'none';
    isBelowHeading = kind === 'heading' || (isBelowHeading && kind === 'numbering');
    lines.push({ row, kind, text: kind === 'item' ? '' : seen.texts.join(' ') });
  }
  return withoutLooseEnds(lines, readLine);
}

type LineReader = (row: WorksheetRow) => SeenLine;

const examples: ReadonlySet<string> = new Set([...Object.values(exampleMark).map(textKey), 'vd', 'ví dụ:']);
const lineNumber = /^\(?\d{1,6}\)?\s*[.)]?$/;

function lineReader(
  grid: Grid,
  heading: Heading,
  fields: ItemFields,
  furtherHeadings: ReadonlySet<number>,
): LineReader {
  const indexesOf = (field: ListField) => heading.columns.get(field)?.indexes ?? [];
  const names = indexesOf(fields.name);
  const mates = indexesOf(fields.mate);
  const counter = indexesOf('number')[0] ?? indexesOf('order')[0] ?? uncountedColumn(heading);
  const used = [...heading.columns].flatMap(([field, { indexes }]) => (field === 'number' ? [] : indexes));
  const headings = grid.rows.slice(heading.from, heading.to);
  return (row) => {
    const own = (index: number) => textOf(row.cells[index]);
    const shown = (indexes: readonly number[]) =>
      indexes
        .map((index) => textOf(grid.shown(row, index)))
        .filter((text) => text !== '')
        .join(' ');
    const isWideAt = (index: number | undefined) => {
      const merge = index === undefined ? undefined : grid.mergeAt(row.line, index);
      return merge !== undefined && merge.right - merge.left >= names.length;
    };
    const held = row.cells.flatMap((cell, index) => (own(index) === '' && !isUnknown(cell) ? [] : [index]));
    const filled = held.filter((index) => own(index) !== '');
    const number = counter === undefined ? '' : own(counter);
    const [first] = filled;
    const isWide = held.length === 1 && isWideAt(held[0]);
    return {
      texts: filled.map(own),
      sayings: [...filled.filter((index) => !names.includes(index)).map(own), shown(names)],
      number,
      isNumbered: lineNumber.test(number) || (counter !== undefined && isUnknown(row.cells[counter] ?? null)),
      countsLines: counter !== undefined,
      name: names.some((index) => own(index) !== '') ? shown(names) : '',
      mate: shown(mates),
      lead: first === undefined || used.includes(first) ? '' : own(first),
      hasUsed: used.some((index) => own(index) !== ''),
      isUnknown: (isWide ? held : used).some((index) => isUnknown(grid.shown(row, index))),
      isWide,
      areWordsWide: isWideAt(filled.find((index) => index !== counter)),
      isOfCommittees: fields.name === 'committee',
      repeatsHeading:
        furtherHeadings.has(row.line) ||
        (filled.length >= 2 && headings.some((one) => filled.every((i) => own(i) === textOf(one.cells[i])))),
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
  const marks = texts.map((text) => /^\(?\s*(\d{1,2}|[A-Za-zĐđ])\s*(?:\)(?:\s*=.*)?|=.*)?$/u.exec(text)?.[1]);
  if (texts.length < 2 || name === '' || marks.some((mark) => mark === undefined)) return false;
  const numbers = marks.flatMap((mark) => (/^\d/.test(mark ?? '') ? [Number(mark)] : []));
  return numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0));
}

function kindOf(seen: SeenLine, footer: 'none' | 'closed' | 'signed', isBelowHeading: boolean): LineKind {
  if (seen.repeatsHeading) return 'heading';
  if (isBelowHeading && seen.isNumbering) return 'numbering';
  if (seen.isExample) return 'example';
  if (seen.isUnknown) return markOfUnknown(seen) ?? 'item';
  const isWhole = /\p{L}/u.test(seen.name) && seen.mate !== '';
  if (seen.isNumbered && isWhole) return 'item';
  const marked = markOf(seen, isWhole);
  if (marked !== undefined) return marked;
  // Below what was signed the next list may begin.
  if (footer !== 'none' && !isWhole && seen.texts.some(isListTitle)) return 'title';
  if (isGroupLine(seen)) return footer === 'signed' ? 'signature' : 'group';
  if (isWhole && (footer === 'none' || (footer === 'closed' && !seen.countsLines))) return 'item';
  if (footer !== 'none') return 'signature';
  if (seen.texts.some(isHeadingWords)) return 'title';
  return seen.hasUsed ? 'item' : 'other';
}

/** Of a line that cannot be read whole: whether its words say all the same that it is nobody. "Thư ký" is a position. */
function markOfUnknown({ name, lead, mate }: SeenLine): 'signature' | 'closing' | 'total' | undefined {
  const [first] = [name, lead].flatMap((text) => footerMark(text) ?? []);
  const ofMate = footerMark(mate);
  return first ?? (ofMate === 'signature' ? undefined : ofMate);
}

/** Whether the words of a line say that it stands below a list. A whole line of an item is judged by its name alone. */
function markOf(seen: SeenLine, isWhole: boolean): 'signature' | 'closing' | 'total' | undefined {
  if (isWhole && isSomebody(seen)) return undefined;
  const own = [seen.name, seen.lead];
  const marks = (isWhole ? own : seen.sayings).flatMap((text) => footerMark(text) ?? []);
  // Whose name is missing on a line that counts on may be the secretary.
  const signing = seen.isNumbered ? own.flatMap((text) => footerMark(text) ?? []) : marks;
  if (signing.includes('signature')) return 'signature';
  if (marks.includes('closing')) return 'closing';
  if (marks.includes('total')) return 'total';
  const signs = isWhole ? isSigningTitle(seen.name) : seen.texts.length <= 2 && seen.texts.some(isSigningTitle);
  return signs && !seen.isNumbered ? 'signature' : undefined;
}

/** A name and a position, whatever the name begins like ("Lưu Văn Phòng") and whatever stands before it. */
function isSomebody({ name, lead, mate, isOfCommittees }: SeenLine): boolean {
  if (isOfCommittees || !isLikeAName(name) || /^\d/.test(mate) || isSigningTitle(name)) return false;
  if (footerMark(name) !== undefined) return isOfFamily(name);
  const ofMate = footerMark(mate);
  return lead === '' || ((ofMate === undefined || isPosition(mate)) && !isSigningTitle(mate));
}

/** Of whoever stands on the list, though it may be that of who signs. */
function isPosition(mate: string): boolean {
  return /^thư ký$/iu.test(mate);
}

/**
 * Below the last item, and where the list was closed or signed, a line without a name is nobody's, and so is one with a
 * name alone. Right above the words that close it only one that has neither name nor position is.
 */
function withoutLooseEnds(lines: readonly ClassifiedLine[], readLine: LineReader): ClassifiedLine[] {
  const isSound = ({ row, kind }: ClassifiedLine) => {
    const { name, mate, isNumbered } = readLine(row);
    return kind === 'item' && name !== '' && (mate !== '' || isNumbered);
  };
  const last = lines.findLastIndex(isSound);
  const isFoot = ({ kind }: ClassifiedLine) => kind === 'signature' || kind === 'closing';
  const foot = lines.findIndex((line, index) => index > last && isFoot(line));
  if (last < 0 || foot < 0) return [...lines];
  return lines.map((line, index) => {
    if (index <= last || line.kind !== 'item') return line;
    const { texts, name, mate, isUnknown, isNumbered, hasUsed } = readLine(line.row);
    if (isUnknown || (isNumbered && hasUsed)) return line;
    const isNobody = index > foot ? name === '' || isNameOfSigner(texts) : name === '' && !/\p{L}/u.test(mate);
    return isNobody ? { row: line.row, kind: 'signature', text: texts.join(' ') } : line;
  });
}

function isNameOfSigner(texts: readonly string[]): boolean {
  return texts.length <= 2 && texts.every((text) => withoutDiacritics(text) !== '');
}
