import { textKey } from '../text/text-key.ts';
import { besideNames } from './beside-names.ts';
import type { ClassifiedLine } from './classify-lines.ts';
import type { Heading } from './find-heading.ts';
import { type Grid, isUnknown, letterOf, lineOfRow, textOf } from './grid.ts';
import type { ListField } from './list-field.ts';
import { type ListProblem, type ListWarning, listNote } from './list-note.ts';

export interface JoinedNames {
  /** With every column that names stand in. */
  readonly heading: Heading;
  readonly problems: readonly ListProblem[];
  readonly warnings: readonly ListWarning[];
}

/**
 * Finds the columns that names stand in: those of one merged title are joined already; a column of given names right of
 * the title, without a title of its own or under "Tên", continues the name where that holds for every line.
 */
export function joinNames(grid: Grid, heading: Heading, items: readonly ClassifiedLine[]): JoinedNames {
  const name = heading.columns.get('fullName');
  const given = heading.columns.get('given');
  const columns = new Map<ListField, { indexes: readonly number[]; title: string }>(heading.columns);
  columns.delete('given');
  const bare: Heading = { ...heading, columns };
  if (name === undefined) return { heading: bare, problems: [], warnings: [] };
  const next = given?.indexes[0] ?? untitledBeside(grid, heading, name.indexes);
  const place = {
    worksheet: grid.worksheet,
    line: lineOfRow(grid, heading.from),
    column: name.title,
    field: 'fullName',
  } as const;
  const problems: ListProblem[] = [];
  if (next !== undefined && items.length > 0) {
    const verdict = continues(grid, name.indexes, next, items, given !== undefined);
    if (verdict === 'yes') columns.set('fullName', { ...name, indexes: [...name.indexes, next] });
    if (verdict === 'unclear') problems.push(listNote(place, 'name-unclear', { texts: [letterOf(next)] }));
  }
  const indexes = columns.get('fullName')?.indexes ?? [];
  const warnings = indexes.length < 2 ? [] : [listNote(place, 'name-joined', { texts: indexes.map(letterOf) })];
  return { heading: bare, problems, warnings };
}

function untitledBeside(grid: Grid, heading: Heading, indexes: readonly number[]): number | undefined {
  const next = Math.max(...indexes) + 1;
  return heading.titles.has(next) || grid.hiddenColumns.has(next) ? undefined : next;
}

/** Whether the next column holds the given names that the name lacks. */
function continues(
  grid: Grid,
  indexes: readonly number[],
  next: number,
  items: readonly ClassifiedLine[],
  isTitled: boolean,
): 'yes' | 'no' | 'unclear' {
  const pairs = items.flatMap(({ row }) => {
    const before = indexes
      .map((index) => textOf(grid.shown(row, index)))
      .join(' ')
      .trim();
    return before === '' ? [] : [{ before, after: textOf(grid.own(row, next)) }];
  });
  if (items.some(({ row }) => isUnknown(grid.own(row, next)))) return 'unclear';
  const filled = pairs.filter(({ after }) => after !== '');
  if (filled.length === 0) return 'no';
  const said = isTitled ? undefined : besideNames(filled.map(({ after }) => after));
  if (said !== undefined) return said === 'unclear' ? said : 'no';
  const namelike = filled.filter(({ before, after }) => isGivenName(after, before));
  if (namelike.length === 0) return 'no';
  const repeated = namelike.filter(({ before, after }) => textKey(before).endsWith(` ${textKey(after)}`));
  if (repeated.length === filled.length) return 'no';
  const isWhole = namelike.length === pairs.length && repeated.length * 4 <= pairs.length;
  if (isWhole) return 'yes';
  return namelike.length * 2 > pairs.length ? 'unclear' : 'no';
}

/** One word with a capital: "Đào", "ĐÀO" beside a name in capitals, "H'Hen". */
export function isGivenName(text: string, before: string): boolean {
  if (!/^\p{Lu}[\p{L}\p{M}'’‘ʼ-]*$/u.test(text)) return false;
  const isShouted = text.length > 1 && text === text.toUpperCase();
  return !isShouted || before === before.toUpperCase();
}
