import { call } from '../../client/api.ts';
import { reportLostKey } from '../../contract/results/results.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';

/** A key card that is gone: before opening the keys are made again, afterwards the others have to suffice. */
export function LostCard({ telling, session, me }: StageProps) {
  const { say } = useTellerSpeech();
  const report = useAction(async () => {
    const reply = await call(telling.connection, reportLostKey, { params: { sessionId: telling.sessionId } });
    if (reply.ok) await telling.lookNow();
    return reply;
  });
  const { tellers, lostKeys, threshold, state } = session;
  const more = tellers.length - lostKeys.length - threshold;
  const before = state === 'issued';
  return (
    <section>
      <h2>{say('lostTitle')}</h2>
      {lostKeys.length > 0 && !before && (
        <p class={more < 0 ? 'note alarm' : 'note note-strong'}>
          {more < 0 ? say('lostTooMany') : say('lostMore', { lost: lostKeys.length, more })}
        </p>
      )}
      {lostKeys.includes(me) ? (
        <p role="status">{say(before ? 'lostBefore' : 'lostMine')}</p>
      ) : (
        <>
          <p>{before ? say('lostBeforeWhat') : say('lostWhat', { more: Math.max(0, more) })}</p>
          <ConfirmButton
            label={say('lostReport')}
            sentence={say(before ? 'lostBeforeAsk' : 'lostAsk')}
            yes={say('lostYes')}
            busy={report.busy}
            onConfirm={() => void report.run()}
          />
        </>
      )}
      <FailureNote failure={report.failure} />
    </section>
  );
}
