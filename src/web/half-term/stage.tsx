import { showDayOf } from '../shared/show/show-date.ts';
import { useHalfTermTranslation } from './translation.ts';

/** Whether the committee has declared its review finished, and when. */
export function Stage({ finishedAt }: { readonly finishedAt: string | null }) {
  const { t, language } = useHalfTermTranslation();
  return (
    <span class="badge">
      {finishedAt === null ? t('beingWritten') : t('finishedOn', { date: showDayOf(language, finishedAt) })}
    </span>
  );
}
