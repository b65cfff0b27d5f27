import { timeZone } from '../../domain/time-zone.ts';
import type { LocalMoment } from '../../print/minutes-data.ts';

// Swedish writes dates and times as ISO 8601 does.
const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

/** Every request asks what day it is. */
let last: { readonly minute: number; readonly moment: LocalMoment } | undefined;

/** A moment as the clock on the wall shows it: `YYYY-MM-DD` and `HH:MM`. */
export function localMoment(instant: Date): LocalMoment {
  const minute = Math.floor(instant.getTime() / 60_000);
  if (last?.minute !== minute) {
    const [day = '', time = ''] = local.format(instant).split(' ');
    last = { minute, moment: { day, time } };
  }
  return last.moment;
}

/** The day of the calendar, `YYYY-MM-DD`. */
export function localDay(instant: Date): string {
  return localMoment(instant).day;
}

/** A day, `YYYY-MM-DD`, as papers write it in figures: `05/12/2026`. */
export function shortDay(day: string): string {
  return day.split('-').reverse().join('/');
}
