import { useEffect, useState } from 'preact/hooks';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useSilence } from '../shared/workers/use-silence.ts';
import { useVotingTranslation } from './translation.ts';
import type { Pausing, VotingState } from './voting-state.ts';

interface Props {
  readonly state: VotingState;
  readonly shared: boolean;
}

/** Between the button and the box: says honestly that the ballot is not in it yet. */
export function OnItsWayScreen({ state, shared }: Props) {
  const { t } = useVotingTranslation();
  const { casting } = state;
  const sealing = casting.step === 'sealing';
  const pausing = casting.step === 'sending' ? casting.pausing : null;
  return (
    <main>
      <ScreenTitle>{t(sealing ? 'sealingTitle' : 'sendingTitle')}</ScreenTitle>
      {pausing === null ? <div class="waiting" aria-hidden="true" /> : <SecondsLeft pausing={pausing} />}
      <p role="status">{t(sealing ? 'sealing' : pausing === null ? 'sending' : 'pausing')}</p>
      {sealing && <SlowSealing mayReload={state.keeps && !shared} />}
      {!sealing && <p>{t(state.keeps ? 'sendingKept' : 'notKept')}</p>}
      {state.earlier !== null && <p>{t('earlierCounts')}</p>}
    </main>
  );
}

/** Sealing takes a second or two, also on a phone from 2020: a worker that is silent for longer is given up on. */
function SlowSealing({ mayReload }: { readonly mayReload: boolean }) {
  const { t } = useVotingTranslation();
  const silent = useSilence();
  return (
    <div role="alert">
      {silent && (
        <div class="note alarm">
          <p>{t('sealingSlow')}</p>
          <p>{t(mayReload ? 'unsealedReload' : 'toDesk')}</p>
        </div>
      )}
    </div>
  );
}

/** Counts for the eye; a screen reader hears once that the page waits. */
function SecondsLeft({ pausing }: { readonly pausing: Pausing }) {
  const { t } = useVotingTranslation();
  const [left, setLeft] = useState(pausing.seconds);
  useEffect(() => {
    const ends = performance.now() + pausing.seconds * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((ends - performance.now()) / 1000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [pausing]);
  return (
    <p class="pause-left" role="timer">
      {t('pauseLeft', { seconds: left })}
    </p>
  );
}
