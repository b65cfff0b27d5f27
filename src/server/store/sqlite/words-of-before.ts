type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = { readonly [name: string]: Json };

/** What a migration lifts to the words of design.md §2: the bodies of these rows. */
const lifts = {
  session: (session) => renamed(session, { batches: 'printRuns' }),
} satisfies Record<string, (body: Fields) => Fields>;

type Kind = keyof typeof lifts;

/**
 * The JSON of a row as releases before migration 0027 wrote it, in the words of today; null for a text that is no JSON
 * object, which is left as it is and told by whoever reads it. What is sealed or hashed elsewhere is not touched: texts
 * of roll and form, records, marks of a ballot form.
 */
export function inNewWords(kind: string, text: string): string | null {
  const body = readObject(text);
  return body === undefined ? null : JSON.stringify(lifts[kind as Kind](body));
}

function readObject(text: string): Fields | undefined {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same fields in the same order, some by another name. */
function renamed(fields: Fields, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [names[name] ?? name, value]));
}
