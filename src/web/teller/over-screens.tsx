import { useState } from 'preact/hooks';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';
import { TotalsTable } from './totals-table.tsx';

/** The totals are open: what they are, and the end of the key cards. */
export function OverScreen(props: StageProps) {
  const { say } = useTellerSpeech();
  const { result } = props.state;
  const published = props.session.state === 'published';
  return (
    <>
      <ScreenTitle>{say(published ? 'publishedTitle' : 'talliedTitle')}</ScreenTitle>
      <p>{say(published ? 'published' : 'tallied')}</p>
      {result ? <TotalsTable result={result} /> : <p role="status">{say('resultLoading')}</p>}
      {result && <Fingerprint value={result.record.fingerprint} besides="minutes" />}
      <p>
        <a href={`/results${hashTo(props.telling.sessionId)}`}>{say('toResult')}</a>
      </p>
      <DestroyCard {...props} />
    </>
  );
}

export function CancelledScreen(props: StageProps) {
  const { say } = useTellerSpeech();
  const { cancellation } = props.session;
  return (
    <>
      <ScreenTitle>{say('cancelledTitle')}</ScreenTitle>
      {cancellation && <p>{say('cancelledWhy', { reason: cancellation.reason })}</p>}
      <DestroyCard {...props} />
    </>
  );
}

/** Nobody needs the keys any more; whoever kept them could only do harm with them. */
function DestroyCard({ telling, state }: StageProps) {
  const { say } = useTellerSpeech();
  const [forgotten, setForgotten] = useState(false);
  const forget = () => {
    telling.forget();
    setForgotten(true);
  };
  return (
    <section>
      <h2>{say('destroyTitle')}</h2>
      <p class="note note-strong">{say('destroy')}</p>
      <div role="status">{forgotten && <p>{say('forgotten')}</p>}</div>
      {state.kept !== null && !forgotten && (
        <ConfirmButton label={say('forget')} sentence={say('forgetAsk')} yes={say('forgetYes')} onConfirm={forget} />
      )}
    </section>
  );
}
