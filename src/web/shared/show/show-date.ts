import { fillPlaces } from '../../../domain/text/fill-places.ts';
import type { Language } from '../../../domain/text/local-text.ts';
import { officeSentences } from '../frame/office-sentences.ts';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** An ISO date as people write it; nothing about the reader's time zone goes into a date without a time. */
export function showDate(language: Language, date: string): string {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  return inWords(language, day, month, year);
}

/** The day of an instant on the reader's clock. */
export function showDayOf(language: Language, instant: string): string {
  const date = new Date(instant);
  return inWords(language, date.getDate(), date.getMonth() + 1, date.getFullYear());
}

/** As offices write it: the year has its word, which the browser's own Vietnamese leaves out. */
function inWords(language: Language, day: number, month: number, year: number): string {
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));
  return fillPlaces(officeSentences.day[language], { day, month: language === 'vi' ? month : name, year });
}

/** An instant on the reader's clock. */
export function showDateTime(language: Language, instant: string): string {
  // Not the browser's short style, which leaves the century out.
  const day = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locales[language], { ...day, ...time }).format(new Date(instant));
}

/** An instant on the reader's clock as a paper gives it: time, then the day in words. */
export function showMoment(language: Language, instant: string): string {
  const time = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short' }).format(new Date(instant));
  return fillPlaces(officeSentences.moment[language], { time, day: showDayOf(language, instant) });
}

/** The time of day of an instant on the reader's clock, to the second. */
export function showTime(language: Language, instant: string): string {
  return new Intl.DateTimeFormat(locales[language], { timeStyle: 'medium' }).format(new Date(instant));
}
