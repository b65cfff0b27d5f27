import type { Grid } from './grid.ts';
import type { ListField } from './list-field.ts';
import { isPeriod, type ListShape, matchTitle } from './list-shape.ts';

/** A column of the list: where it stands, what the file calls it. */
export interface FoundColumn {
  /** From the left; several where names or positions stand in several columns. */
  readonly indexes: readonly number[];
  readonly title: string;
}

/** What stands over one column, all lines of the heading together. */
export interface Title {
  readonly index: number;
  readonly text: string;
  /** The last line of it alone: "Từ" of "Thời gian công tác / Từ". */
  readonly last: string;
  /** The same for columns below one merged title. */
  readonly group: string;
}

/** What a heading's titles say of the columns below them. */
export interface HeadingColumns {
  readonly titles: ReadonlyMap<number, string>;
  readonly columns: ReadonlyMap<ListField, FoundColumn>;
  readonly rivals: readonly Rival[];
  readonly unusable: readonly number[];
}

interface Rival {
  readonly field: ListField;
  readonly index: number;
}

/** Finds for each field of a list the columns that hold it. A hidden column is read only where no other has what it holds. */
export function columnsOf(titles: readonly Title[], grid: Grid, shape: ListShape): HeadingColumns {
  const visible = titles.filter(({ index }) => !grid.hiddenColumns.has(index));
  const hidden = titles.filter(({ index }) => grid.hiddenColumns.has(index));
  const found = assign(visible, shape);
  for (const [field, column] of assign(hidden, shape).columns) {
    if (found.columns.has(field) || isPartOfKnown(field, found.columns)) continue;
    found.columns.set(field, column);
  }
  const unusable = titles.filter(({ text }) => isPeriod(text)).map(({ index }) => index);
  return {
    titles: new Map(titles.map(({ index, text }) => [index, text])),
    columns: found.columns,
    rivals: found.rivals,
    unusable,
  };
}

function isPartOfKnown(field: ListField, columns: ReadonlyMap<ListField, FoundColumn>): boolean {
  if (field === 'family' || field === 'middle' || field === 'given') return columns.has('fullName');
  if (field === 'partyPosition' || field === 'otherPosition') return columns.has('position');
  return field === 'number' && columns.has('order');
}

type Columns = Map<ListField, FoundColumn>;

/** Gives each field its best column. */
function assign(titles: readonly Title[], shape: ListShape): { columns: Columns; rivals: Rival[] } {
  const candidates = new Map<ListField, { title: Title; distance: number }[]>();
  for (const title of titles) {
    const whole = matchTitle(title.text, shape);
    for (const { field, distance } of whole.length > 0 ? whole : matchTitle(title.last, shape)) {
      candidates.set(field, [...(candidates.get(field) ?? []), { title, distance }]);
    }
  }
  const columns: Columns = new Map();
  const rivals: Rival[] = [];
  const taken = new Set<number>();
  const take = (field: ListField, from: readonly { title: Title; distance: number }[]) => {
    const free = from.filter(({ title }) => !taken.has(title.index));
    const best = free.reduce((least, { distance }) => Math.min(least, distance), Number.POSITIVE_INFINITY);
    const [first, ...others] = free.filter(({ distance }) => distance === best);
    if (first === undefined) return;
    const parts = others.filter(({ title }) => title.group === first.title.group && mayHaveParts(field));
    const indexes = [first, ...parts].map(({ title }) => title.index);
    columns.set(field, { indexes, title: first.title.text });
    for (const index of indexes) taken.add(index);
    for (const { title } of others) {
      if (taken.has(title.index)) continue;
      rivals.push({ field, index: title.index });
      taken.add(title.index);
    }
  };
  takeNames(candidates, take, columns);
  const rest = [...candidates.keys()].filter((field) => !nameFields.has(field) && field !== 'position');
  for (const field of rest.sort((a, b) => priority(a) - priority(b))) take(field, candidates.get(field) ?? []);
  take('position', candidates.get('position') ?? []);
  settlePositions(columns);
  return { columns, rivals };
}

const nameFields: ReadonlySet<ListField> = new Set(['fullName', 'family', 'middle', 'given']);

/** What is more particular chooses first. */
function priority(field: ListField): number {
  const first: readonly ListField[] = ['partyPosition', 'otherPosition', 'from', 'to', 'birthYear', 'director'];
  const at = first.indexOf(field);
  return at < 0 ? first.length : at;
}

function mayHaveParts(field: ListField): boolean {
  return nameFields.has(field) || field === 'birthYear' || field === 'position';
}

type Candidates = ReadonlyMap<ListField, readonly { title: Title; distance: number }[]>;

/** A name in one column, or in two or three: "Họ và tên đệm" and "Tên", "Họ", "Chữ đệm" and "Tên". */
function takeNames(
  candidates: Candidates,
  take: (field: ListField, from: readonly { title: Title; distance: number }[]) => void,
  columns: Columns,
): void {
  const family = candidates.get('family')?.[0]?.title;
  const given = candidates.get('given')?.find(({ title }) => title.index !== family?.index)?.title;
  const whole = (candidates.get('fullName') ?? []).filter(
    ({ title }) => title.index !== family?.index && title.index !== given?.index,
  );
  const isSplit = family !== undefined && given !== undefined && (whole.length === 0 || family.index < given.index);
  if (isSplit && whole.length === 0) {
    take('family', candidates.get('family') ?? []);
    take('middle', candidates.get('middle') ?? []);
    take('given', candidates.get('given') ?? []);
    const parts = (['family', 'middle', 'given'] as const).flatMap((field) => columns.get(field) ?? []);
    for (const field of ['family', 'middle', 'given'] as const) columns.delete(field);
    const title = parts.map((one) => one.title).join(' + ');
    columns.set('fullName', { indexes: parts.flatMap((one) => one.indexes), title });
    return;
  }
  take('fullName', candidates.get('fullName') ?? []);
  take('given', candidates.get('given') ?? []);
}

/** Positions in the Party stand before others. */
function settlePositions(columns: Columns): void {
  const parts = (['partyPosition', 'position', 'otherPosition'] as const).flatMap((field) => columns.get(field) ?? []);
  columns.delete('partyPosition');
  columns.delete('otherPosition');
  const [first] = parts;
  if (first === undefined) return;
  const title = parts.length === 1 ? first.title : parts.map((one) => one.title).join(' + ');
  columns.set('position', { indexes: parts.flatMap((one) => one.indexes), title });
}
