import { LRUCache } from 'lru-cache';
import * as z from 'zod/mini';
import { forbiddenCharacter } from '../../contract/kit/forbidden-character.ts';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import { unprintableLetter } from '../../contract/kit/unprintable-letter.ts';

const { finalizeIssue } = z.core.util;
const vi = z.locales.vi().localeError;
const en = z.locales.en().localeError;

/** Thrown by the validator for a request of the wrong shape; carries what is wrong in both languages. */
export class ShapeError extends Error {
  readonly problems: readonly ProblemItem[];
  constructor(problems: readonly ProblemItem[]) {
    super('invalid-request');
    this.problems = problems;
  }
}

/** More than a page shows of what is wrong with a request. */
const mostProblems = 50;
/** Of a name that the request itself brought along, in what is answered. */
const longestName = 60;

/**
 * Values themselves are never repeated, and of names no more than people can read. Only the first issues are put into words:
 * a list of wrong values has one for each.
 */
function problemsIn(issues: readonly RawIssue[], part: string): ProblemItem[] {
  return issues.slice(0, mostProblems).map((raw) => {
    const worded = (error: typeof en) => finalizeIssue(raw, { error }, z.core.config());
    const issue = worded(en);
    return {
      path: [part, ...issue.path.map((step) => shortened(String(step)))].join('.'),
      ...(wordsOf(issue) ?? { code: issue.code, messages: { vi: worded(vi).message, en: issue.message } }),
    };
  });
}

type RawIssue = z.core.$ZodRawIssue;

function shortened(name: string): string {
  return (name.length > longestName ? `${name.slice(0, longestName)}…` : name).toWellFormed();
}

/** Of what we look for ourselves, the library has no sentence. */
function wordsOf(issue: z.core.$ZodIssue): Pick<ProblemItem, 'code' | 'messages'> | undefined {
  if (issue.code === 'unrecognized_keys') return unknownFields(issue.keys);
  const { forbidden, unprintable }: { forbidden?: unknown; unprintable?: unknown } =
    issue.code === 'custom' ? (issue.params ?? {}) : {};
  if (typeof forbidden === 'string') return { code: 'forbidden-character', messages: forbiddenCharacter(forbidden) };
  if (typeof unprintable === 'string') return { code: 'unprintable-letter', messages: unprintableLetter(unprintable) };
  return undefined;
}

/** The library would name them all, and there is no end to them. */
function unknownFields(names: readonly string[]): Pick<ProblemItem, 'code' | 'messages'> {
  const [first = ''] = names;
  const quoted = `"${shortened(first)}"`;
  const more = names.length - 1;
  const messages =
    more === 0
      ? { vi: `Trường ${quoted} không có ở đây.`, en: `The field ${quoted} is unknown here.` }
      : {
          vi: `Trường ${quoted} và ${more} trường khác không có ở đây.`,
          en: `The field ${quoted} and ${more} more are unknown here.`,
        };
  return { code: 'unrecognized_keys', messages };
}

const partNames: Record<string, string> = { querystring: 'query' };

/** For Fastify's `setValidatorCompiler`. */
export function compileValidator({ schema, httpPart }: { schema: z.ZodMiniType; httpPart?: string }) {
  const part = partNames[httpPart ?? ''] ?? httpPart ?? 'body';
  return (value: unknown) => {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    if (result instanceof Promise) throw new Error('schemas of requests do not wait for anything');
    return result.issues.length === 0
      ? { value: result.value }
      : { error: new ShapeError(problemsIn(result.issues, part)) };
  };
}

/**
 * For Fastify's `setSerializerCompiler`: only what the schema names leaves the service. What is `unchanging` in an object,
 * and a long text, is looked at and written once for each place, and its bytes are kept; the rest goes before them.
 */
export function compileSerializer({ schema }: { schema: z.ZodMiniType | { properties: z.ZodMiniType } }) {
  const view = '_zod' in schema ? schema : schema.properties;
  const writeWhole = (value: unknown) => JSON.stringify(view.parse(value));
  if (!isFieldByField(view)) return writeWhole;
  const fields = Object.entries<z.core.$ZodType>(view.shape).map(([key, field]) => ({
    key,
    write: keepingWriter(key, field),
  }));
  const writeRest = writerWithout(view);
  return (value: Readonly<Record<string, unknown>>): string | Buffer => {
    const kept = fields.filter(({ key }) => isKept(value[key]));
    if (kept.length === 0) return writeWhole(value);
    const rest = writeRest(
      kept.map(({ key }) => key),
      value,
    );
    const parts = [rest, ...kept.map(({ key, write }) => write(value[key]))].filter(({ length }) => length > 0);
    return Buffer.concat([open, ...parts.flatMap((part, at) => (at === 0 ? [part] : [comma, part])), close]);
  };
}

const [open, comma, close] = [Buffer.from('{'), Buffer.from(','), Buffer.from('}')];

/** Nothing is asked of the object but of its fields, and what has no field is dropped. */
function isFieldByField(view: z.ZodMiniType): view is z.ZodMiniObject {
  return (
    view._zod.def.type === 'object' &&
    (view as z.ZodMiniObject).def.catchall === undefined &&
    (view._zod.def.checks ?? []).length === 0
  );
}

/** A shorter text is written as fast as it is found, and a longer one is nothing that many read. */
const keptText = { from: 1_000, to: 100_000 };
/** In each place: as many as there are halls at one time. */
const textsKept = 64;

function isKept(part: unknown): part is object | string {
  if (typeof part === 'string') return part.length >= keptText.from && part.length <= keptText.to;
  return typeof part === 'object' && part !== null && Object.isFrozen(part);
}

/** Writes a field with its name; nothing where it is left out. */
function keepingWriter(key: string, schema: z.core.$ZodType): (part: unknown) => Buffer {
  const objects = new WeakMap<object, Buffer>();
  // Made with the first text that is kept: most fields never have one, and there are a thousand.
  let texts: LRUCache<string, Buffer> | undefined;
  return (part) => {
    const known = typeof part === 'string' ? texts?.get(part) : objects.get(part as object);
    if (known !== undefined) return known;
    const written = JSON.stringify({ [key]: z.parse(schema, part) });
    const bytes = Buffer.from(written.slice(1, -1));
    if (typeof part !== 'string') objects.set(part as object, bytes);
    else {
      texts ??= new LRUCache({ max: textsKept });
      texts.set(part, bytes);
    }
    return bytes;
  };
}

/** Writes the fields of an object but some, without the braces around them. */
function writerWithout(view: z.ZodMiniObject): (left: readonly string[], value: unknown) => Buffer {
  const fields = Object.entries<z.core.$ZodType>(view.shape);
  const views = new Map<string, z.ZodMiniType>();
  return (left, value) => {
    const key = left.join(' ');
    const rest = views.get(key) ?? z.object(Object.fromEntries(fields.filter(([name]) => !left.includes(name))));
    views.set(key, rest);
    return Buffer.from(JSON.stringify(rest.parse(value)).slice(1, -1));
  };
}
