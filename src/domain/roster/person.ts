import * as z from 'zod/mini';
import { footerMark } from '../lists/line-marks.ts';
import { plainText } from '../text/local-text.ts';

export const personId = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof personId>;

/** Any other year is no year of birth of somebody who is entered. */
export const birthYears = { first: 1900, last: 2100 } as const;

export function isBirthYear(year: number): boolean {
  return Number.isInteger(year) && year >= birthYears.first && year <= birthYears.last;
}

export const birthYear = z.int().check(z.minimum(birthYears.first), z.maximum(birthYears.last));

export const person = z.strictObject({
  id: personId,
  name: plainText,
  /** A personal code that means the same person in every roster; null where none is known. */
  code: z.nullable(plainText),
  /** Tells people of one name apart where there is no code; null where it is not known. Nothing more is kept of a birthday. */
  birthYear: z.nullable(birthYear),
});
export type Person = z.infer<typeof person>;

/**
 * A name begins with a letter, so that no spreadsheet takes it for a formula. Latin letters only, as all peoples of
 * Vietnam write their names with: a Cyrillic а would make two people of one name that looks alike.
 */
const nameShape = /^[\p{Script=Latin}'’‘ʼ´′][\p{Script=Latin}\p{M}\p{N}'’‘ʼ´′`.,()/ "–-]*$/u;

/** Whether a text can be somebody's name; what stands below lists is none: "Danh sách này có 25 đồng chí", "Tổng cộng". */
export function isPersonName(text: string): boolean {
  return nameShape.test(text) && !(/[\d ]/.test(text) && isBelowLists(text));
}

function isBelowLists(text: string): boolean {
  const mark = footerMark(text);
  return mark === 'total' || (mark !== undefined && /\d/.test(text));
}
