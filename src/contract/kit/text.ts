import * as z from 'zod/mini';
import { findUnprintable } from '../../domain/text/printable.ts';
import {
  codePointName,
  findSteering,
  withoutUnseen,
  withoutUnseenInLines,
} from '../../domain/text/unseen-characters.ts';
import { forbiddenCharacter } from './forbidden-character.ts';
import { unprintableLetter } from './unprintable-letter.ts';

const exact = z.registry<{ exact: true }>();

/**
 * Marks a schema whose texts reach the server byte for byte, a sealed ballot for example: everything else is composed
 * (NFC) at the door.
 */
export function exactBytes<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  exact.add(schema, { exact: true });
  return schema;
}

export function isExactBytes(schema: z.core.$ZodType): boolean {
  return exact.has(schema as z.ZodMiniType);
}

/**
 * One line as a person types it: no control characters, no blanks around it, not empty. What nobody sees is taken off,
 * what steers how the rest is shown is refused.
 */
export function lineOfText(maximum: number) {
  return z
    .string()
    .check(
      z.overwrite(withoutUnseen),
      z.trim(),
      z.minLength(1),
      z.maxLength(maximum),
      z.regex(/^\P{Cc}*$/u),
      refuse(findSteering),
      printable,
    );
}

/** Several lines as people type or paste them; for what is hidden in them the same holds as in one line. */
export function linesOfText(maximum: number) {
  return z
    .string()
    .check(
      z.overwrite(withoutUnseenInLines),
      z.trim(),
      z.minLength(1),
      z.maxLength(maximum),
      z.regex(/^(?:\P{Cc}|[\n\t])*$/u),
      refuse(findSteering),
      printable,
    );
}

/** The name of an account: nothing in it that is not seen, so that no two names look alike. */
export function accountName(maximum: number) {
  return z.string().check(
    refuse((text) => findSteering(text) ?? /(?! )\p{Z}/u.exec(text)?.[0]),
    z.trim(),
    z.minLength(1),
    z.maxLength(maximum),
    z.regex(/^\P{Cc}*$/u),
    printable,
  );
}

/** For what is printed one day: letters that papers have. */
export const printable: z.core.CheckFn<string> = ({ value, issues }) => {
  issues.push(...unprintableIssues(value));
};

/** One at most: the first letter that papers lack. */
export function unprintableIssues(input: string): z.core.$ZodRawIssue[] {
  const unprintable = findUnprintable(input);
  if (unprintable === undefined) return [];
  return [{ code: 'custom', input, params: { unprintable }, message: unprintableLetter(unprintable).en }];
}

/** Told by its code point: a character that nobody sees cannot be quoted. */
function refuse(find: (text: string) => string | undefined): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const found = find(value);
    if (found === undefined) return;
    const params = { forbidden: codePointName(found) };
    issues.push({ code: 'custom', input: value, params, message: forbiddenCharacter(params.forbidden).en });
  };
}
