import type { BallotPage } from '../../client/sealing.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { LevelSign } from './level-sign.tsx';
import { goToCard } from './progress-bar.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly page: BallotPage;
}

/** Every line once more, and the one button that seals and casts. */
export function ReviewScreen({ voting, state, page }: Props) {
  const { t, pick } = useVotingTranslation();
  const { marking } = state;
  const unmarked = page.subjects.filter(({ id }) => (marking.get(id) ?? null) === null).length;
  const change = (at: number) => {
    voting.show('marking');
    // The cards are there once this turn is over.
    setTimeout(() => goToCard(at));
  };
  return (
    <main>
      <ScreenTitle>{t('reviewTitle')}</ScreenTitle>
      {unmarked > 0 && (
        <div class="note note-strong">
          <p>
            <strong>{t('unmarkedCount', { count: unmarked })}</strong>
          </p>
          <p>{pick(page.form.wording.unmarked)}</p>
        </div>
      )}
      <ol class="review">
        {page.subjects.map(({ id, name, position }, at) => (
          <li key={id} class="review-line">
            <div class="review-subject">
              <span class="subject-name">{name}</span>
              <span class="subject-position">{position}</span>
            </div>
            <ReviewedMark page={page} mark={marking.get(id)} />
            <button type="button" class="tool" aria-label={t('changeFor', { name })} onClick={() => change(at)}>
              {t('change')}
            </button>
          </li>
        ))}
      </ol>
      <p>{t('castNote')}</p>
      <div class="actions">
        <button
          type="button"
          class="main-button cast-button"
          disabled={page.state !== 'open'}
          onClick={() => void voting.cast()}
        >
          {t('cast')}
        </button>
        <button type="button" onClick={() => voting.show('marking')}>
          {t('backToMarking')}
        </button>
      </div>
      {page.fingerprint !== null && (
        <p class="quiet small">
          {t('fingerprint')}: <code>{page.fingerprint}</code>
        </p>
      )}
    </main>
  );
}

function ReviewedMark({ page, mark }: { readonly page: BallotPage; readonly mark: string | null | undefined }) {
  const { t, pick } = useVotingTranslation();
  const { levels } = page.form;
  const levelIndex = levels.findIndex(({ id }) => id === mark);
  const level = levels[levelIndex];
  if (level === undefined) {
    return <span class="review-mark review-none">{t(mark === null ? 'leaveUnmarked' : 'notMarkedYet')}</span>;
  }
  return (
    <span class={`review-mark level-${levelIndex + 1}`}>
      <LevelSign levelIndex={levelIndex} levels={levels.length} /> {pick(level.label)}
    </span>
  );
}
