import type { BallotPage } from '../../client/sealing.ts';
import { cardId } from './subject-card.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly page: BallotPage;
}

/** Brings a subject's card up and its first button under the keyboard, without choosing anything. */
export function goToCard(at: number): void {
  const card = document.getElementById(cardId(at));
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector('input')?.focus({ preventScroll: true });
}

/** Stays at the bottom: how far the marking is, the next one to mark, and on to the review. */
export function ProgressBar({ voting, state, page }: Props) {
  const { t } = useVotingTranslation();
  const all = page.subjects.length;
  const done = page.subjects.filter(({ id }) => state.marking.has(id)).length;
  const open = page.state === 'open';
  const next = page.subjects.findIndex(({ id }) => !state.marking.has(id));
  return (
    <div class="progress">
      <p class="progress-count">
        <span aria-hidden="true">{t('progress', { done, all })}</span>
        <span class="heard">{t('progressSpoken', { done, all })}</span>
      </p>
      <button type="button" disabled={next === -1} onClick={() => goToCard(next)}>
        {t(next === -1 ? 'allMarked' : 'nextUnmarked')}
      </button>
      <button type="button" id="to-review" class="main-button" disabled={!open} onClick={() => voting.show('review')}>
        {t(open ? 'review' : 'reviewFromOpening')}
      </button>
    </div>
  );
}
