import type { WatchedTurnout } from '../../shared/fetch/use-turnout.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { useSecondsUntil } from '../../shared/show/use-seconds.ts';
import { sentences } from '../sentences.ts';

/** How long phones can still vote, once the end is decided; nothing before that. */
export function PhoneVotingCountdown({ watched: { turnout, phoneVotingEnds } }: { readonly watched: WatchedTurnout }) {
  const { t } = useTranslation(sentences);
  const seconds = useSecondsUntil(phoneVotingEnds);
  if (seconds === undefined || turnout?.state !== 'open') return null;
  return (
    <p class="note note-strong" role="timer">
      {t('phoneVotingEndsIn', { seconds })}
    </p>
  );
}
