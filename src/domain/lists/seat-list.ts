import { textKey } from '../text/text-key.ts';
import { type CommitteesBeside, committeesBeside } from './committee-beside.ts';
import { isHeadingWords } from './line-marks.ts';
import { type ListProblem, type ListWarning, listNote } from './list-note.ts';
import type { WantedList } from './read-lists.ts';
import type { ListLine, ReadWorksheet } from './read-worksheet.ts';
import { titlesOfSeats } from './title-patterns.ts';

/** Who sits in which committee. Whether the committee has a column is looked at afterwards: a title may name it. */
export const seatList: WantedList<'seats'> = {
  kind: 'seats',
  shape: { titles: titlesOfSeats, required: ['fullName', 'position'] },
  fields: { name: 'fullName', mate: 'position' },
};

/** A line with the committee that it is for. */
export interface PlacedLine {
  readonly line: ListLine;
  /** As the file names it beside the list; null where a column of the list does. */
  readonly committee: string | null;
}

export interface PlacedLines {
  readonly lines: readonly PlacedLine[];
  readonly problems: readonly ListProblem[];
  readonly warnings: readonly ListWarning[];
}

/**
 * Says for each line of a list without a column for the committee which one it is for: that of the page, of a group line
 * above it, of the title, or of the worksheet, in this order.
 *
 * @param own the committee of the page that the list was brought to; then nothing may name another
 */
export function placeLines(list: ReadWorksheet, names: readonly string[], own: string | null): PlacedLines {
  const beside = committeesBeside(names);
  const { worksheet, heading, lines } = list;
  if (own !== null) return ofOne(list, beside, own);
  if (heading.columns.has('committee')) {
    return { lines: lines.map((line) => ({ line, committee: null })), problems: [], warnings: [] };
  }
  const base = baseOf(list, beside);
  const placed = lines.map((line) => ({ line, committee: line.committee ?? base?.name ?? '' }));
  const lost = placed.filter(({ committee }) => committee === '');
  const problems = lostLines(
    lost.map(({ line }) => line),
    heading,
  );
  const grouped = lines.filter(({ committee }) => committee !== null && committee !== '');
  const warnings: ListWarning[] = [];
  if (base !== undefined && lines.some((line) => line.committee === null)) {
    warnings.push(listNote({ worksheet, field: 'committee' }, base.code, { text: base.name }));
  }
  if (grouped.length > 0) {
    const texts = [...new Set(grouped.flatMap((line) => line.committee ?? []))];
    warnings.push(
      listNote({ worksheet, field: 'committee' }, 'committee-of-group', {
        lines: grouped.map(({ line }) => line),
        texts: texts.slice(0, 5),
      }),
    );
  }
  return { lines: placed.filter(({ committee }) => committee !== ''), problems, warnings };
}

function lostLines(lines: readonly ListLine[], { titles }: ReadWorksheet['heading']): ListProblem[] {
  const [first] = lines;
  if (first === undefined) return [];
  const place = { worksheet: first.worksheet, field: 'committee' } as const;
  const texts = [...titles.values()];
  return [listNote(place, 'no-committee-named', { lines: lines.map(({ line }) => line), texts })];
}

/** What group lines say, to be asked while a worksheet is read. */
export function namedBeside(names: readonly string[]): (text: string) => string | undefined {
  const beside = committeesBeside(names);
  return (text) => {
    const found = beside.ofGroup(text);
    return found.kind === 'none' ? undefined : found.name;
  };
}

function ofOne(
  { worksheet, heading, lines, titles }: ReadWorksheet,
  beside: CommitteesBeside,
  own: string,
): PlacedLines {
  const isOther = (name: string) => textKey(name) !== textKey(own);
  const title = titles.map((text) => (isHeadingWords(text) ? beside.ofTitle(text) : { kind: 'none' as const }));
  const others = title.flatMap((one) => (one.kind === 'one' && isOther(one.name) ? [one.name] : []));
  const ofWorksheet = worksheet === '' ? { kind: 'none' as const } : beside.ofWorksheet(worksheet);
  if (ofWorksheet.kind === 'one' && isOther(ofWorksheet.name)) others.push(ofWorksheet.name);
  const lost = lines.filter(({ committee }) => committee === '');
  const grouped = lines.filter(({ committee }) => committee !== null && committee !== '' && isOther(committee));
  const named = [...new Set([...others, ...grouped.flatMap(({ committee }) => committee ?? [])])];
  const problems: ListProblem[] =
    named.length === 0
      ? []
      : [
          listNote({ worksheet, field: 'committee' }, 'another-committee', {
            text: named[0] ?? '',
            lines: grouped.map(({ line }) => line),
            texts: [own],
          }),
        ];
  problems.push(...lostLines(lost, heading));
  return { lines: lines.map((line) => ({ line, committee: own })), problems, warnings: [] };
}

/** Only titles that say "Danh sách …" and what follows them: above stands who issues the list, often a superior. */
function baseOf({ worksheet, titles }: ReadWorksheet, beside: CommitteesBeside) {
  const from = titles.findIndex((text) => /danh s[aá]ch/iu.test(text));
  const named =
    from < 0
      ? []
      : titles
          .slice(from)
          .map((text) => beside.ofTitle(text))
          .filter(({ kind }) => kind !== 'none');
  const [first, second] = named;
  if (first?.kind === 'one' && second === undefined) return { name: first.name, code: 'committee-of-title' as const };
  if (first !== undefined) return undefined;
  const ofWorksheet = worksheet === '' ? { kind: 'none' as const } : beside.ofWorksheet(worksheet);
  return ofWorksheet.kind === 'one' ? { name: ofWorksheet.name, code: 'committee-of-worksheet' as const } : undefined;
}
