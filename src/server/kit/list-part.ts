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

/** The key and id that a cursor names; what is no cursor of ours begins the list anew. */
export function cursorOf(after: string | undefined): { key: string; id: string } | undefined {
  const [, key, id] = /^(.*)\|([0-9a-f-]{36})$/s.exec(after ?? '') ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}

/** One more than is shown is read, so that the last part is known to be the last. */
export function partOf<One>(
  found: readonly One[],
  limit: number,
  place: (one: One) => { key: string; id: string },
): ListPart<One> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (found.length <= limit || last === undefined) return { rows, next: null };
  const { key, id } = place(last);
  return { rows, next: `${key}|${id}` };
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
