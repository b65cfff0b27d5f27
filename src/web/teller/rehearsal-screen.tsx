import { useAction } from '../shared/forms/use-action.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { NumberAndCard } from './number-and-card.tsx';
import { useOpening } from './opening-note.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';

/** A little election of its own, opened with the same programs and the same handling of the key cards. */
export function RehearsalScreen(props: StageProps) {
  const { say } = useTellerSpeech();
  const { rehearsal } = props.state;
  return (
    <>
      <ScreenTitle>{say('rehearsalTitle')}</ScreenTitle>
      {rehearsal === null && <p class="note">{say('cardKept')}</p>}
      {rehearsal === null || rehearsal.state === 'open' ? <Casting {...props} /> : <Sharing {...props} />}
    </>
  );
}

function Casting({ telling, state: { rehearsal } }: StageProps) {
  const { say } = useTellerSpeech();
  const cast = useAction(async () => {
    const done = await telling.castRehearsal();
    return done.ok ? { ok: true as const, value: undefined } : done;
  });
  return (
    <>
      <p>{say('rehearsalWhat')}</p>
      {rehearsal !== null && <p role="status">{say('rehearsalUnderWay')}</p>}
      <p>{say('rehearsalWho')}</p>
      <div class="actions">
        <button type="button" class="main-button" disabled={cast.busy} onClick={() => void cast.run()}>
          {say(cast.busy ? 'rehearsalCasting' : 'rehearsalStart')}
        </button>
      </div>
      <div role="alert">{cast.failure && <p class="note alarm">{say('rehearsalNotCast')}</p>}</div>
    </>
  );
}

function Sharing({ telling, state, session, me }: StageProps) {
  const { say } = useTellerSpeech();
  const { rehearsal, kept } = state;
  const opening = useOpening();
  if (rehearsal === null) return null;
  const sent = new Set(rehearsal.sharesOf);
  return (
    <>
      {kept?.rehearsed != null && <p class="note note-strong">{say('rehearsalSay', { count: kept.rehearsed })}</p>}
      {sent.has(me) ? (
        <p role="status">{say('rehearsalSent')}</p>
      ) : (
        <>
          <p>{say('rehearsalOpen')}</p>
          <NumberAndCard
            telling={telling}
            session={session}
            numberLabel={say('rehearsalNumber')}
            numberHint={say('rehearsalNumberHint')}
            open={(card, announced) => opening.run(() => telling.openRehearsal(card, announced))}
          />
        </>
      )}
      {opening.note}
      <h2>{say('sharesTitle')}</h2>
      <TellerList
        tellers={session.tellers}
        me={me}
        status={(index) => say(sent.has(index) ? 'shareSent' : 'shareAwaited')}
      />
    </>
  );
}
