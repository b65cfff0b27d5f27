import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
  const change = (at: number) => voting.back(() => goToCard(at));
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
      <Cast voting={voting} page={page} empty={unmarked === page.subjects.length} />
      {page.fingerprint !== null && (
        <p class="quiet small">
          {t('fingerprint')}: <code>{page.fingerprint}</code>
        </p>
      )}
    </main>
  );
}

interface CastProps extends Pick<Props, 'voting' | 'page'> {
  readonly empty: boolean;
}

/** A ballot with nothing marked may be cast, but hardly anybody means to: it asks once more. */
function Cast({ voting, page, empty }: CastProps) {
  const { t } = useVotingTranslation();
  const [asks, setAsks] = useState(false);
  const closed = page.state !== 'open';
  const cast = () => (empty ? setAsks(true) : void voting.cast());
  const back = (
    <button type="button" onClick={() => voting.back()}>
      {t('backToMarking')}
    </button>
  );
  if (asks && empty) {
    return (
      <EmptyNote>
        {back}
        <button type="button" disabled={closed} onClick={() => void voting.cast()}>
          {t('castEmpty')}
        </button>
      </EmptyNote>
    );
  }
  return (
    <div class="actions">
      <button type="button" class="main-button cast-button" disabled={closed} onClick={cast}>
        {t('cast')}
      </button>
      {back}
    </div>
  );
}

function EmptyNote({ children }: { readonly children: ComponentChildren }) {
  const { t } = useVotingTranslation();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'center' });
    note.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={note} class="note alarm" role="alert" tabIndex={-1}>
      <p>
        <strong>{t('emptyTitle')}</strong>
      </p>
      <p>{t('emptyAsk')}</p>
      <div class="actions">{children}</div>
    </div>
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
