import { type Speech, useTranslation } from '../shared/show/sentences.ts';
import { type SentenceKey, sentences } from './sentences.ts';

export function useVotingSpeech(): Speech<SentenceKey> {
  return useTranslation(sentences);
}
