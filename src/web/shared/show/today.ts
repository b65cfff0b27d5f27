import { timeZone } from '../../../domain/time-zone.ts';

/** Today by the country's calendar, ISO date, whatever the reader's clock is set to. Swedish writes dates as ISO does. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}

/** The latest year in which somebody can be born. */
export function thisYear(): number {
  return Number(today().slice(0, 4));
}
