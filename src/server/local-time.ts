import { timeZone } from '../domain/time-zone.ts';

// Swedish writes dates and times as ISO 8601 does.
const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** A moment as the clock on the wall shows it: `YYYY-MM-DD` and `HH:MM`. */
export function localMoment(instant: Date): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = local.format(instant).split(' ');
  return { day, time };
}

/** The day of the calendar, `YYYY-MM-DD`. */
export function localDay(instant: Date): string {
  return localMoment(instant).day;
}

/** A day, `YYYY-MM-DD`, as papers write it in figures: `05/12/2026`. */
export function shortDay(day: string): string {
  return day.split('-').reverse().join('/');
}
