import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { ProgressNote } from '../shared/show/progress-note.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { LostCard } from './lost-card.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';

/** Everything was rehearsed: the setup is confirmed as soon as it is there. */
export function OpeningScreen(props: StageProps) {
  const { say } = useTellerSpeech();
  const { state, session, me } = props;
  const { opening, kept } = state;
  const confirmed = new Set(opening?.confirmedBy);
  return (
    <>
      <ScreenTitle>{say(confirmed.has(me) ? 'confirmedTitle' : 'openingTitle')}</ScreenTitle>
      <p role="status">{say(confirmed.has(me) ? 'confirmed' : opening ? 'confirming' : 'openingAwaited')}</p>
      {confirmed.has(me) && kept?.fingerprint && <Fingerprint value={kept.fingerprint} />}
      {opening && (
        <TellerList
          tellers={session.tellers}
          me={me}
          status={(index) => say(confirmed.has(index) ? 'keyFound' : 'awaited')}
        />
      )}
      <LostCard {...props} />
    </>
  );
}

export function OpenScreen(props: StageProps) {
  const { say } = useTellerSpeech();
  const fingerprint = props.state.page?.fingerprint;
  return (
    <>
      <ScreenTitle>{say('openTitle')}</ScreenTitle>
      <p role="status">{say('open')}</p>
      {fingerprint && <Fingerprint value={fingerprint} />}
      <LostCard {...props} />
    </>
  );
}

/** While sheets are keyed, the ballots are fetched and verified in the background. */
export function CountingScreen(props: StageProps) {
  const { say } = useTellerSpeech();
  const { ahead } = props.state;
  return (
    <>
      <ScreenTitle>{say('countingTitle')}</ScreenTitle>
      <p>{say('counting')}</p>
      {ahead?.running ? (
        <ProgressNote label={say('aheadRunning')} done={ahead.done} total={ahead.total} />
      ) : (
        <p class="note" role="status">
          {ahead ? say('aheadDone', { count: ahead.total }) : say('aheadNotYet')}
        </p>
      )}
      <div class="actions">
        <a class="button" href={`/desk${hashTo(props.telling.sessionId)}`}>
          {say('toDesk')}
        </a>
      </div>
      <LostCard {...props} />
    </>
  );
}
