import { z } from 'zod';
import { forbiddenCharacter } from '../../contract/forbidden-character.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import { unprintableLetter } from '../../contract/unprintable-letter.ts';

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
export function compileValidator({ schema, httpPart }: { schema: z.ZodType; httpPart?: string }) {
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
 * For Fastify's `setSerializerCompiler`: only what the schema names leaves the service. Of an object each field is written
 * by itself, so that the text of one that is `unchanging` is kept.
 */
export function compileSerializer({ schema }: { schema: z.ZodType | { properties: z.ZodType } }) {
  const view = schema instanceof z.ZodType ? schema : schema.properties;
  if (!isFieldByField(view)) return (value: unknown) => JSON.stringify(view.parse(value));
  const fields = Object.entries<z.ZodType>(view.shape).map(([key, field]) => ({ key, write: writerOf(field) }));
  return (value: Readonly<Record<string, unknown>>) => {
    const written = fields.flatMap(({ key, write }) => {
      const text = write(value[key]);
      return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
    });
    return `{${written.join(',')}}`;
  };
}

/** Nothing is asked of the object but of its fields, and what has no field is dropped. */
function isFieldByField(view: z.ZodType): view is z.ZodObject {
  return view instanceof z.ZodObject && view.def.catchall === undefined && (view.def.checks ?? []).length === 0;
}

/** Undefined for what is left out. */
function writerOf(schema: z.ZodType): (part: unknown) => string | undefined {
  const kept = new WeakMap<object, string | undefined>();
  const write = (part: unknown): string | undefined => JSON.stringify(schema.parse(part));
  return (part) => {
    if (typeof part !== 'object' || part === null || !Object.isFrozen(part)) return write(part);
    const text = kept.get(part) ?? write(part);
    kept.set(part, text);
    return text;
  };
}
