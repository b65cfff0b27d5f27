import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from './sentences.ts';

/** How long something is still due in, or for how long it has been late; nothing when all is done. */
export function DaysLeft({ days }: { readonly days: number | null }) {
  const { t } = useTranslation(officeSentences);
  if (days === null) return null;
  if (days === 0) return <strong>{t('dueToday')}</strong>;
  if (days < 0) return <strong class="due-late">{t('daysLate', { days: -days })}</strong>;
  return <>{t('daysLeft', { days })}</>;
}
