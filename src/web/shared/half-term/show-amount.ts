import type { Language } from '../../../domain/text/local-text.ts';

/** A number as the reader's language writes it: `131,5` in Vietnamese, `131.5` in English. */
export function showNumber(language: Language, number: number): string {
  return number.toLocaleString(language, { maximumFractionDigits: 10 });
}

/** A number with its unit; a percent sign stands close. */
export function showAmount(language: Language, number: number, unit: string): string {
  const text = showNumber(language, number);
  return unit === '' || unit === '%' ? text + unit : `${text} ${unit}`;
}
