import { type Translation, useTranslation } from '../shared/show/sentences.ts';
import { sentences, type TellerSentence } from './sentences.ts';

export function useTellerTranslation(): Translation<TellerSentence> {
  return useTranslation(sentences);
}
