import { useMemo } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import type { VotingSentence } from './sentences.ts';
import { TrackerGroups } from './tracker-groups.tsx';
import { drawTracker } from './tracker-picture.ts';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import { type Found, isFinal, type VotingState } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly state: VotingState;
  readonly page: BallotPage | undefined;
  readonly tracker: string;
  readonly mayRecast: boolean;
  /** On a device that many people use: it forgets instead of casting again. */
  readonly shared: boolean;
}

/** The ballot is in the box: its tracker, how to cast again, and a look into the box. */
export function ReceiptScreen({ voting, state, page, tracker, mayRecast, shared }: Props) {
  const { t } = useVotingTranslation();
  const { found } = state;
  const final = page !== undefined && isFinal(page);
  const heading = alarmTitles.get(found.step) ?? (final ? 'closedTitle' : 'inBoxTitle');
  return (
    <main>
      <ScreenTitle key={heading}>{t(heading)}</ScreenTitle>
      {alarmTitles.has(found.step) ? <Alarm found={found} /> : <p>{t(final ? 'closed' : 'inBox')}</p>}
      <section aria-labelledby="tracker-title" class="receipt">
        <h2 id="tracker-title">{t('tracker')}</h2>
        <TrackerGroups tracker={tracker} />
        <p>{t('trackerMeaning')}</p>
        {page !== undefined && !shared && <TrackerPicture page={page} tracker={tracker} />}
      </section>
      <section aria-labelledby="check-title">
        <h2 id="check-title">{t('checkTitle')}</h2>
        <Findings found={found} />
        <button type="button" disabled={found.step === 'looking'} onClick={() => void voting.look()}>
          {t('check')}
        </button>
      </section>
      {page?.state === 'open' && !shared && <Again voting={voting} mayRecast={mayRecast} />}
      {final && !shared && found.step !== 'other-record' && <Forget voting={voting} />}
    </main>
  );
}

/** What a look into the box can find that nobody may keep quiet about. */
const alarmTitles: ReadonlyMap<Found['step'], VotingSentence> = new Map([
  ['missing', 'alarmTitle'],
  ['other-record', 'otherRecordTitle'],
]);

function Alarm({ found }: { readonly found: Found }) {
  const { t } = useVotingTranslation();
  if (found.step !== 'other-record') {
    return (
      <div class="note alarm" role="alert">
        <p>{t('alarm')}</p>
      </div>
    );
  }
  const { given } = found;
  return (
    <div class="note alarm" role="alert">
      <p>{t(given === null ? 'otherRecordLists' : 'otherRecord')}</p>
      <p>{t('otherRecordNow')}</p>
      {given !== null && <HeadShown title={t('givenHead', { height: given.height })} hash={given.hash} />}
    </div>
  );
}

/** In groups, as people read aloud and compare. */
function HeadShown({ title, hash }: { readonly title: string; readonly hash: string }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <TrackerGroups tracker={hash} />
    </>
  );
}

export function Findings({ found }: { readonly found: Found }) {
  const { t } = useVotingTranslation();
  const end = found.step === 'found' ? found.end : null;
  return (
    <>
      <p role="status">{words()}</p>
      {end !== null && (
        <>
          <HeadShown title={t('endHead', { height: end.height })} hash={end.hash} />
          <p class="quiet small">{t('endHeadMeaning')}</p>
        </>
      )}
    </>
  );

  function words(): string {
    if (found.step === 'found') return t(found.closed ? 'checkFoundClosed' : 'checkFound', { count: found.count });
    const alarm = alarmTitles.get(found.step);
    if (alarm !== undefined) return t(alarm);
    if (found.step === 'looking') return t('checking');
    if (found.step === 'soon') return t('checkSoon');
    return found.step === 'unreachable' ? t('checkUnreachable') : '';
  }
}

function TrackerPicture({ page, tracker }: { readonly page: BallotPage; readonly tracker: string }) {
  const { t } = useVotingTranslation();
  const { committeeName, title } = page;
  const [label, meaning] = [t('tracker'), t('trackerMeaning')];
  const picture = useMemo(
    () => drawTracker(tracker, { committeeName, title, label, meaning }),
    [tracker, committeeName, title, label, meaning],
  );
  if (picture === undefined) return null;
  return (
    <>
      <a class="button" href={picture} download={`${tracker.slice(0, 8).replace(/\W/g, '-')}.png`}>
        {t('savePicture')}
      </a>
      <p class="quiet small">{t('pictureHint')}</p>
      <img class="tracker-picture" src={picture} alt={t('pictureAlt', { tracker })} />
    </>
  );
}

function Again({ voting, mayRecast }: Pick<Props, 'voting' | 'mayRecast'>) {
  const { t } = useVotingTranslation();
  const note = voting.hasCredential ? 'castAgainNote' : 'castAgainScan';
  return (
    <section aria-labelledby="again-title">
      <h2 id="again-title">{t('castAgain')}</h2>
      <p>{t(mayRecast ? note : 'cannotCastAgain')}</p>
      {mayRecast && voting.hasCredential && (
        <button type="button" onClick={voting.markAgain}>
          {t('castAgain')}
        </button>
      )}
    </section>
  );
}

function Forget({ voting }: { readonly voting: Voting }) {
  const { t } = useVotingTranslation();
  const ask = () => {
    if (!window.confirm(t('forgetAsk'))) return;
    voting.forget();
    window.location.reload();
  };
  return (
    <button type="button" class="tool" onClick={ask}>
      {t('forget')}
    </button>
  );
}
