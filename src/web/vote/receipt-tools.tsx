import { useMemo } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { fileName, pageFileKinds } from '../../contract/documents/file-name.ts';
import { alarmTitles } from './alarm-titles.ts';
import { HeadShown } from './tracker-groups.tsx';
import { drawTracker } from './tracker-picture.ts';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';
import { type Found, isFinal } from './voting-state.ts';

interface Props {
  readonly voting: Voting;
  readonly found: Found;
  readonly page: BallotPage | undefined;
  readonly tracker: string;
  readonly mayRecast: boolean;
  readonly shared: boolean;
}

/** What can be done with a receipt: keep it as a picture, look into the box, cast again, forget. */
export function ReceiptTools({ voting, found, page, tracker, mayRecast, shared }: Props) {
  const { t } = useVotingTranslation();
  const final = page !== undefined && isFinal(page);
  return (
    <>
      {page !== undefined && !shared && <TrackerPicture page={page} tracker={tracker} />}
      <section aria-labelledby="check-title">
        <h2 id="check-title">{t('checkTitle')}</h2>
        <Findings found={found} />
        <button type="button" disabled={found.step === 'looking'} onClick={() => void voting.look()}>
          {t('check')}
        </button>
      </section>
      {page?.state === 'open' && !shared && <Again voting={voting} mayRecast={mayRecast} />}
      {final && !shared && found.step !== 'other-record' && <Forget voting={voting} />}
    </>
  );
}

function Findings({ found }: { readonly found: Found }) {
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
  const name = fileName({ kind: pageFileKinds.tracker, committee: committeeName, day: page.heldOn, ending: 'png' });
  const [label, meaning] = [t('tracker'), t('trackerMeaning')];
  const picture = useMemo(
    () => drawTracker(tracker, { committeeName, title, label, meaning }),
    [tracker, committeeName, title, label, meaning],
  );
  if (picture === undefined) return null;
  return (
    <>
      <a class="button" href={picture} download={name}>
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
