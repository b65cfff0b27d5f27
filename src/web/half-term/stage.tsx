import { showDayOf } from '../shared/show/show-date.ts';
import { useHalfTermSpeech } from './speech.ts';

/** Whether the committee has declared its review finished, and when. */
export function Stage({ finishedAt }: { readonly finishedAt: string | null }) {
  const { say, language } = useHalfTermSpeech();
  return (
    <span class="badge">
      {finishedAt === null ? say('beingWritten') : say('finishedOn', { date: showDayOf(language, finishedAt) })}
    </span>
  );
}
