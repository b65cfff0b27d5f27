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

/** What is wrong with `value`; values themselves are never repeated. */
export function findShapeProblems(schema: z.ZodType, value: unknown, part: string): ProblemItem[] {
  const inEnglish = schema.safeParse(value, { error: en }).error?.issues ?? [];
  const inVietnamese = schema.safeParse(value, { error: vi }).error?.issues ?? [];
  return inEnglish.slice(0, 50).map((issue, index) => ({
    path: [part, ...issue.path.map(String)].join('.'),
    ...(wordsOf(issue) ?? {
      code: issue.code,
      messages: { vi: inVietnamese[index]?.message ?? issue.message, en: issue.message },
    }),
  }));
}

/** Of what we look for ourselves, the library has no sentence. */
function wordsOf(issue: z.core.$ZodIssue): Pick<ProblemItem, 'code' | 'messages'> | undefined {
  const { forbidden, unprintable }: { forbidden?: unknown; unprintable?: unknown } =
    issue.code === 'custom' ? (issue.params ?? {}) : {};
  if (typeof forbidden === 'string') return { code: 'forbidden-character', messages: forbiddenCharacter(forbidden) };
  if (typeof unprintable === 'string') return { code: 'unprintable-letter', messages: unprintableLetter(unprintable) };
  return undefined;
}

const partNames: Record<string, string> = { querystring: 'query' };

/** For Fastify's `setValidatorCompiler`. */
export function compileValidator({ schema, httpPart }: { schema: z.ZodType; httpPart?: string }) {
  const part = partNames[httpPart ?? ''] ?? httpPart ?? 'body';
  return (value: unknown) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? { value: parsed.data } : { error: new ShapeError(findShapeProblems(schema, value, part)) };
  };
}

/** For Fastify's `setSerializerCompiler`: only what the schema names leaves the service. */
export function compileSerializer({ schema }: { schema: z.ZodType | { properties: z.ZodType } }) {
  const view = schema instanceof z.ZodType ? schema : schema.properties;
  return (value: unknown) => JSON.stringify(view.parse(value));
}
