import { digest } from '../digest.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = { readonly [name: string]: Json };

/** What migration 0027 lifts to the words of docs/glossary.md: the JSON of rows, by what they hold. */
const lifts = {
  session: (session: Fields) => renamed(session, { batches: 'printRuns', committeeLevel: 'committeeRank' }),
  result: (result: Fields) => renamed(result, { committee: 'committeeName', committeeLevel: 'committeeRank' }),
  plan: ({ terms, amendments, ...plan }: Fields) => ({
    ...plan,
    provisions: provisions(terms),
    amendments: each(amendments, ({ before, ...amendment }) => ({ ...amendment, before: provisions(before) })),
  }),
} satisfies Record<string, (body: Fields) => Fields>;

/**
 * The JSON of a row as releases before migration 0027 wrote it, in the words of today; null for a text that is no JSON
 * object, which is left as it is and told by whoever reads it. What is sealed or hashed elsewhere is not touched: texts
 * of roll and form, records, the levels of a ballot form.
 */
export function inNewWords(kind: keyof typeof lifts, text: string): string | null {
  const body = readObject(text);
  return body === undefined ? null : JSON.stringify(lifts[kind](body));
}

/**
 * What an import replaced, in the words of today; null as above. It holds a digest of each row as the import left it,
 * by which a row that was changed since is known: digests of rows that are among `candidates`, as they were called
 * before, become those of the same rows as they are called now.
 * @param candidates JSON, a list of committees and people
 */
export function imageInNewWords(text: string, candidates: string): string | null {
  const image = readObject(text);
  if (image === undefined) return null;
  if (image.of !== 'roster') return text;
  const digests = digestsOf(candidates);
  const liftedRows = (rows: Json | undefined) =>
    each(rows, ({ before, after, ...row }) => ({
      ...row,
      before: isObject(before) ? rowInNewWords(before) : (before ?? null),
      after: digests.get(String(after)) ?? after ?? null,
    }));
  return JSON.stringify({ ...image, committees: liftedRows(image.committees), people: liftedRows(image.people) });
}

/** The candidates are the same for every import of a database, and may be a province: kept while the migration runs. */
let lifted: { readonly candidates: string; readonly digests: ReadonlyMap<string, string> } | undefined;

function digestsOf(candidates: string): ReadonlyMap<string, string> {
  if (lifted?.candidates !== candidates) {
    const rows = JSON.parse(candidates) as readonly Fields[];
    lifted = { candidates, digests: new Map(rows.map((row) => [digest(row), digest(rowInNewWords(row))])) };
    // Migrations run without a pause.
    queueMicrotask(() => {
      lifted = undefined;
    });
  }
  return lifted.digests;
}

/** A committee has a level and a person a full name; neither has the other. */
function rowInNewWords(row: Fields): Fields {
  return renamed(row, { level: 'rank', fullName: 'name' });
}

/** What is not of the shape that it had is left as it is, for whoever reads it to tell. */
function provisions(terms: Json | undefined): Json {
  if (!isObject(terms)) return terms ?? null;
  return { ...terms, deadlines: each(terms.deadlines, (deadline) => renamed(deadline, { level: 'rank' })) };
}

function each(list: Json | undefined, change: (one: Fields) => Fields): Json {
  return Array.isArray(list) ? list.map((one) => (isObject(one) ? change(one) : one)) : (list ?? null);
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
