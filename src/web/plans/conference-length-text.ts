import type { ConferenceLength } from '../../domain/half-term/conference-length.ts';
import type { Speech } from '../shared/show/sentences.ts';
import type { sentences } from './sentences.ts';

/** `1 – 1,5 ngày`; where both ends are one, that number of days. */
export function conferenceLengthText(
  { say, language }: Pick<Speech<keyof typeof sentences>, 'say' | 'language'>,
  { minimum, maximum }: ConferenceLength,
): string {
  const [shortest, longest] = [minimum.toLocaleString(language), maximum.toLocaleString(language)];
  return minimum === maximum ? say('conferenceOf', { days: shortest }) : say('conferenceFromTo', { shortest, longest });
}
