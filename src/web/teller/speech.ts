import { type Speech, useSpeech } from '../shared/show/sentences.ts';
import { type SentenceKey, sentences } from './sentences.ts';

export function useTellerSpeech(): Speech<SentenceKey> {
  return useSpeech(sentences);
}
