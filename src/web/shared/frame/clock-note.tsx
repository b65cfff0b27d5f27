import type * as z from 'zod/mini';
import type { clockMove } from '../../../contract/kit/session-values.ts';
import { useTranslation } from '../show/sentences.ts';
import { showDateTime } from '../show/show-date.ts';
import { clockSentences } from './clock-sentences.ts';

/** Says that the service's clock was set, where times that people read may be off by it. */
export function ClockNote({ moved }: { readonly moved: z.infer<typeof clockMove> | null }) {
  const { t, language } = useTranslation(clockSentences);
  if (moved === null) return null;
  const minutes = `${moved.seconds < 0 ? '−' : '+'}${Math.round(Math.abs(moved.seconds) / 6) / 10}`;
  return <p class="note">{t('clockMoved', { minutes, time: showDateTime(language, moved.at) })}</p>;
}
