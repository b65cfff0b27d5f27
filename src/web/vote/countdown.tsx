import { useEffect } from 'preact/hooks';
import { useSecondsUntil } from '../shared/show/use-seconds.ts';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

/** Announced aloud at these seconds only; a screen reader that counts every second is no help. */
const spokenAt: readonly number[] = [60, 30, 10];

/** Counts down to the end of phone voting, over whatever the page is showing. */
export function Countdown({ voting, state }: { readonly voting: Voting; readonly state: VotingState }) {
  const { t } = useVotingTranslation();
  const seconds = useSecondsUntil(state.page?.state === 'open' ? state.phoneVotingEnds : undefined);
  useEffect(() => {
    if (seconds === 0) voting.countdownEnded();
  }, [seconds]);
  if (seconds === undefined) return null;
  const spoken = spokenAt.find((at) => seconds > at - 5 && seconds <= at);
  const { step } = state.casting;
  return (
    <section class="countdown" aria-label={t('countdownTitle')} data-last={seconds <= 10 ? 'yes' : 'no'}>
      <p class="countdown-time" role="timer">
        {t('countdown', { seconds })}
      </p>
      {step === 'none' && state.earlier === null && <p>{t('countdownNotCast')}</p>}
      <p class="heard" aria-live="assertive">
        {spoken === undefined ? '' : t('countdown', { seconds: spoken })}
      </p>
    </section>
  );
}
