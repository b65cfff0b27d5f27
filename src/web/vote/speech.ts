import { type Speech, useTranslation } from '../shared/show/sentences.ts';
import { sentences, type VotingSentence } from './sentences.ts';

export function useVotingSpeech(): Speech<VotingSentence> {
  return useTranslation(sentences);
}
