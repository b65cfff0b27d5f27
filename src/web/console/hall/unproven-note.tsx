import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';

/** Whose key card was not read back in the rehearsal, by name. */
export function UnprovenNote({ session: { tellers, unprovenCards } }: Pick<StepProps, 'session'>) {
  const { t } = useTranslation(sentences);
  if (unprovenCards.length === 0) return null;
  const names = tellers.filter(({ index }) => unprovenCards.includes(index)).map(({ name }) => name);
  return <p class="note note-strong">{t('rehearsalUnproven', { names: names.join(', ') })}</p>;
}
