import { halfTermSentences } from '../shared/half-term/half-term-sentences.ts';
import { type Speech, useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

const all = { ...halfTermSentences, ...sentences };

/** What a review says wherever it is read, and what this page alone says. */
export function useHalfTermSpeech(): Speech<keyof typeof all> {
  return useTranslation(all);
}
