/** What a list read in parts is asked for, and where the next part begins. */
export interface AskedPage {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The key and id that a cursor names; what is no cursor of ours begins the list anew. */
export function cursorOf(after: string | undefined): { key: string; id: string } | undefined {
  const [, key, id] = /^([a-z0-9 ]*)\|([0-9a-f-]{36})$/.exec(after ?? '') ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}

/** One more than is shown is read, so that the last part is known to be the last. */
export function pageOf<One>(
  found: readonly One[],
  limit: number,
  place: (one: One) => { key: string; id: string },
): { shown: readonly One[]; next: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  if (found.length <= limit || last === undefined) return { shown, next: null };
  const { key, id } = place(last);
  return { shown, next: `${key}|${id}` };
}
