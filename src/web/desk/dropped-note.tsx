import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** Says that codes were scanned before the desk was ready for them. */
export function DroppedNote({ dropped }: { readonly dropped: number }) {
  const { t } = useTranslation(sentences);
  return dropped > 0 ? <p class="note note-strong">{t('dropped', { number: dropped })}</p> : null;
}
