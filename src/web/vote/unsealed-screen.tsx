import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly shared: boolean;
}

/** The phone could not seal: what to do first, and where to go if that does not help. */
export function UnsealedScreen({ voting, state, shared }: Props) {
  const { t } = useVotingTranslation();
  // On a shared device, or one that keeps nothing, the marks would be gone.
  const mayReload = state.keeps && !shared;
  const sealAgain = () => void voting.sealAgain();
  return (
    <main>
      <ScreenTitle>{t('unsealedTitle')}</ScreenTitle>
      <div class="note alarm" role="alert">
        <p>{t('unsealed')}</p>
        <p>{t(mayReload ? 'unsealedReload' : 'unsealedAgain')}</p>
      </div>
      {state.earlier !== null && <p>{t('earlierCounts')}</p>}
      <div class="actions">
        {mayReload && (
          <button type="button" class="main-button" onClick={() => window.location.reload()}>
            {t('reload')}
          </button>
        )}
        <button type="button" class={mayReload ? '' : 'main-button'} onClick={sealAgain}>
          {t('sealAgain')}
        </button>
        <button type="button" onClick={voting.backToReview}>
          {t('backToReview')}
        </button>
      </div>
    </main>
  );
}
