import { longestCursor } from '../../contract/kit/list-part.ts';

/** What a list read in parts is asked for, and where the next part begins. */
export interface AskedPart {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A part of a list, and where the next one begins; null behind the last. */
export interface ListPart<One> {
  readonly rows: One[];
  readonly next: string | null;
}

/** Where a row of a stored list stands. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** What a cursor has room for beside the id. Keys of names with rare letters or many numbers can be longer. */
const longestKey = longestCursor - '|'.length - 36;

/**
 * The place that a cursor names. A key that had no room in it is made anew from the row; where that has gone or has
 * another name meanwhile, rows whose keys begin alike may come once more, and none is left out.
 * @param keyOf the key of the row with this id, as the list is in order by; undefined where there is none
 */
export async function placeAt(
  after: string | undefined,
  keyOf: (id: string) => Promise<string | undefined>,
): Promise<Place | undefined> {
  const cursor = cursorOf(after);
  if (cursor === undefined || cursor.key.length < longestKey) return cursor;
  const whole = await keyOf(cursor.id);
  return whole?.startsWith(cursor.key) ? { key: whole, id: cursor.id } : cursor;
}

/** The key, or its beginning, and the id that a cursor names; what is no cursor of ours begins the list anew. */
export function cursorOf(after: string | undefined): Place | undefined {
  const [, key, id] = /^(.*)\|([0-9a-f-]{36})$/s.exec(after ?? '') ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}

/** One more than is shown is read, so that the last part is known to be the last. */
export function partOf<One>(found: readonly One[], limit: number, place: (one: One) => Place): ListPart<One> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows, next: null };
  const { key, id } = place(last);
  return { rows, next: `${key.slice(0, longestKey)}|${id}` };
}

/**
 * A part of a list that is put together whole each time. Its cursor names the last row and its place: the next part
 * begins behind that row, or at its place where it has gone or has moved far away meanwhile.
 */
export function partOfWhole<One>(
  list: readonly One[],
  { after, limit }: AskedPart,
  idOf: (one: One) => string,
): ListPart<One> {
  const [, place, id] = /^(\d{1,7})\|(.+)$/s.exec(after ?? '') ?? [];
  const before = Number(place ?? -1);
  const found = place === undefined ? -1 : list.findIndex((one) => idOf(one) === id);
  const isNear = found !== -1 && Math.abs(found - before) <= limit;
  const start = place === undefined ? 0 : isNear ? found + 1 : before;
  const rows = list.slice(start, start + limit);
  const last = rows.at(-1);
  const end = start + rows.length;
  return { rows, next: last === undefined || end >= list.length ? null : `${end - 1}|${idOf(last)}` };
}
