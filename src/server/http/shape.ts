import { z } from 'zod';
import { forbiddenCharacter } from '../../contract/forbidden-character.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import { unprintableLetter } from '../../contract/unprintable-letter.ts';

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

/** Values themselves are never repeated, and of names no more than people can read. */
function problemsIn(inEnglish: readonly Issue[], schema: z.ZodType, value: unknown, part: string): ProblemItem[] {
  const inVietnamese = schema.safeParse(value, { error: vi }).error?.issues ?? [];
  return inEnglish.slice(0, mostProblems).map((issue, index) => ({
    path: [part, ...issue.path.map((step) => shortened(String(step)))].join('.'),
    ...(wordsOf(issue) ?? {
      code: issue.code,
      messages: { vi: inVietnamese[index]?.message ?? issue.message, en: issue.message },
    }),
  }));
}

type Issue = z.core.$ZodIssue;

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName).toWellFormed()}…` : name;
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
    const parsed = schema.safeParse(value, { error: en });
    if (parsed.success) return { value: parsed.data };
    return { error: new ShapeError(problemsIn(parsed.error.issues, schema, value, part)) };
  };
}

/** For Fastify's `setSerializerCompiler`: only what the schema names leaves the service. */
export function compileSerializer({ schema }: { schema: z.ZodType | { properties: z.ZodType } }) {
  const view = schema instanceof z.ZodType ? schema : schema.properties;
  return (value: unknown) => JSON.stringify(view.parse(value));
}
