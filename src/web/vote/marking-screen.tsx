import { useState } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { ConferenceHead } from './conference-head.tsx';
import { DossierList } from './dossier-list.tsx';
import { OpeningNotice } from './opening-notice.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { SubjectCard } from './subject-card.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import type { VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly page: BallotPage;
}

/** Before opening and while the box is open: what to read, and one card for each subject. */
export function MarkingScreen({ voting, state, page }: Props) {
  const { t } = useVotingTranslation();
  const { marking, earlier } = state;
  return (
    <main>
      <ConferenceHead page={page} />
      <OpeningNotice page={page} again={earlier !== null} />
      {earlier !== null && (
        <button type="button" onClick={voting.keepEarlier}>
          {t('keepEarlier')}
        </button>
      )}
      <details class="briefing" open={page.state !== 'open'}>
        <summary>{t('briefing')}</summary>
        {page.briefing === null ? <p class="quiet">{t('noBriefing')}</p> : <p class="own-words">{page.briefing}</p>}
      </details>
      <p class="quiet">{t('tellers', { names: page.tellers.join(', ') })}</p>
      <Documents voting={voting} page={page} />
      <h2>{t('subjects')}</h2>
      {/* The form's own instruction is for a pen: it says to mark X. */}
      <p>{t('tapInstruction')}</p>
      <form onSubmit={(event) => event.preventDefault()}>
        {page.subjects.map(({ id }, at) => (
          <SubjectCard key={id} voting={voting} page={page} at={at} mark={marking.get(id)} />
        ))}
      </form>
      <WipeDraft voting={voting} empty={marking.size === 0} />
      <ProgressBar voting={voting} state={state} page={page} />
    </main>
  );
}

/** What belongs to the whole conference: its dossiers, and the half-term review where one is held beside the vote. */
function Documents({ voting, page }: Pick<Props, 'voting' | 'page'>) {
  const { t } = useVotingTranslation();
  const review = page.halfTermReview;
  if (review === null && !page.dossiers.some(({ subjectId }) => subjectId === null)) return null;
  return (
    <>
      <h2>{t('dossiers')}</h2>
      {review !== null && (
        <p>
          <button type="button" id="to-half-term" class="dossier" onClick={() => voting.show('half-term')}>
            {t('readReview', { term: review.term })}
          </button>
        </p>
      )}
      <DossierList voting={voting} page={page} subject={null} />
    </>
  );
}

function WipeDraft({ voting, empty }: { readonly voting: Voting; readonly empty: boolean }) {
  const { t } = useVotingTranslation();
  const [wiped, setWiped] = useState(false);
  const wipe = () => {
    voting.wipe();
    setWiped(true);
  };
  return (
    <div class="wipe">
      <button type="button" class="tool" disabled={empty} onClick={wipe}>
        {t('wipeDraft')}
      </button>
      <p role="status" class="quiet small">
        {wiped && empty ? t('draftWiped') : ''}
      </p>
    </div>
  );
}
