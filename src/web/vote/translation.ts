import { type Translation, useTranslation } from '../shared/show/sentences.ts';
import { sentences, type VotingSentence } from './sentences.ts';

export function useVotingTranslation(): Translation<VotingSentence> {
  return useTranslation(sentences);
}
