import type { ConferenceLength } from '../../domain/half-term/conference-length.ts';
import type { Translation } from '../shared/show/sentences.ts';
import type { sentences } from './sentences.ts';

/** `1 – 1,5 ngày`; where both ends are one, that number of days. */
export function conferenceLengthText(
  { t, language }: Pick<Translation<keyof typeof sentences>, 't' | 'language'>,
  { minimum, maximum }: ConferenceLength,
): string {
  const [shortest, longest] = [minimum.toLocaleString(language), maximum.toLocaleString(language)];
  return minimum === maximum ? t('conferenceOf', { days: shortest }) : t('conferenceFromTo', { shortest, longest });
}
