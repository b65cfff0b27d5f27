import { type Speech, useTranslation } from '../shared/show/sentences.ts';
import { sentences, type TellerSentence } from './sentences.ts';

export function useTellerSpeech(): Speech<TellerSentence> {
  return useTranslation(sentences);
}
