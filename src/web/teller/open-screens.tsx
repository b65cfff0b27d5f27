import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { ProgressNote } from '../shared/show/progress-note.tsx';
import { CardCheck } from './card-check.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { LostCard } from './lost-card.tsx';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';
import { useTellerTranslation } from './translation.ts';

/** Everything was rehearsed: the setup is confirmed as soon as it is there. */
export function OpeningScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { state, session, me } = props;
  const { opening, kept } = state;
  const confirmed = new Set(opening?.confirmedBy);
  return (
    <>
      <ScreenTitle>{t(confirmed.has(me) ? 'confirmedTitle' : 'openingTitle')}</ScreenTitle>
      <p role="status">{t(confirmed.has(me) ? 'confirmed' : opening ? 'confirming' : 'openingAwaited')}</p>
      {confirmed.has(me) && kept?.fingerprint && <Fingerprint value={kept.fingerprint} />}
      {opening && (
        <TellerList
          tellers={session.tellers}
          me={me}
          status={(index) => t(confirmed.has(index) ? 'keyFound' : 'awaited')}
        />
      )}
      <LostCard {...props} />
    </>
  );
}

export function OpenScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { fingerprint } = props.state;
  return (
    <>
      <ScreenTitle>{t('openTitle')}</ScreenTitle>
      <p role="status">{t('open')}</p>
      <CardCheck {...props} />
      {fingerprint && <Fingerprint value={fingerprint} />}
      <LostCard {...props} />
    </>
  );
}

/** While sheets are keyed, the ballots are fetched and verified in the background. */
export function CountingScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { ahead } = props.state;
  return (
    <>
      <ScreenTitle>{t('countingTitle')}</ScreenTitle>
      <p>{t('counting')}</p>
      {ahead?.running ? (
        <ProgressNote label={t('aheadRunning')} done={ahead.done} total={ahead.total} />
      ) : (
        <p class="note" role="status">
          {ahead ? t('aheadDone', { count: ahead.total }) : t('aheadNotYet')}
        </p>
      )}
      <div class="actions">
        <a class="button" href={`/desk${hashTo(props.acts.sessionId)}`}>
          {t('toDesk')}
        </a>
      </div>
      <CardCheck {...props} />
      <LostCard {...props} />
    </>
  );
}
