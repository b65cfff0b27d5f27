import type { Language } from './preferences.ts';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** An ISO date as people write it; nothing about the reader's time zone goes into a date without a time. */
export function showDate(language: Language, date: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );
}

/** An instant on the reader's clock. */
export function showDateTime(language: Language, instant: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

/** The time of day of an instant on the reader's clock, to the second. */
export function showTime(language: Language, instant: string): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'medium' }).format(new Date(instant));
}
