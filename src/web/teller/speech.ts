import { type Speech, useTranslation } from '../shared/show/sentences.ts';
import { type SentenceKey, sentences } from './sentences.ts';

export function useTellerSpeech(): Speech<SentenceKey> {
  return useTranslation(sentences);
}
