const dayLength = 86_400_000;
const secondsOfDay = 86_400;
/** 31 December 9999, the last day that spreadsheet programs know. */
const lastSerial = 2_958_465;
/** 29 February 1900, which never was; before it the count is one ahead (ECMA-376 part 1, 18.17.4.1). */
const leapDayThatNeverWas = 60;
const days1904Begins = 1_462;

/**
 * The day of a date's number, whatever the time of that day, as ISO text.
 *
 * @returns undefined where the spreadsheet program shows no day either
 */
export function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  // What is left of computing with fractions of a second may fall short of midnight.
  const whole = Math.floor(Math.round(serial * secondsOfDay) / secondsOfDay);
  const day = is1904 ? whole + days1904Begins : whole;
  if (!(serial >= 0) || day < 1 || day > lastSerial || day === leapDayThatNeverWas) return undefined;
  const sinceEpoch = day < leapDayThatNeverWas ? day + 1 : day;
  return new Date(Date.UTC(1899, 11, 30) + sinceEpoch * dayLength).toISOString().slice(0, 10);
}

/** @returns undefined for a day that does not exist, or that spreadsheet programs do not know */
export function serialOfDay(iso: string): number | undefined {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined;
  const sinceEpoch = (time - Date.UTC(1899, 11, 30)) / dayLength;
  const serial = sinceEpoch <= leapDayThatNeverWas ? sinceEpoch - 1 : sinceEpoch;
  return serial >= 1 && serial <= lastSerial ? serial : undefined;
}
