import { halfTermSentences } from '../shared/half-term/half-term-sentences.ts';
import { type Translation, useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

const all = { ...halfTermSentences, ...sentences };

/** What a review says wherever it is read, and what this page alone says. */
export function useHalfTermTranslation(): Translation<keyof typeof all> {
  return useTranslation(all);
}
