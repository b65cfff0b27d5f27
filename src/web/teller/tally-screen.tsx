import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { LostCard } from './lost-card.tsx';
import { NumberAndCard } from './number-and-card.tsx';
import { useOpening } from './opening-note.tsx';
import { useTellerSpeech } from './speech.ts';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';

/** The totals are opened: the announced number, the key card, and then whoever is still awaited. */
export function TallyScreen(props: StageProps) {
  const { telling, state, session, me } = props;
  const { say } = useTellerSpeech();
  const opening = useOpening();
  const { tally } = state;
  if (tally === null) return <p role="status">{say('tallyPreparing')}</p>;
  const sent = new Set(tally.sharesOf);
  return (
    <>
      <ScreenTitle key={String(sent.has(me))}>{say(sent.has(me) ? 'sentTitle' : 'tallyTitle')}</ScreenTitle>
      {sent.has(me) ? (
        <p role="status">{say('sent')}</p>
      ) : (
        <>
          <p>{say('tallyWhat')}</p>
          <NumberAndCard
            telling={telling}
            session={session}
            numberLabel={say('tallyNumber')}
            numberHint={say('tallyNumberHint')}
            open={(card, announced) => opening.run(() => telling.openTotals(card, announced, opening.progress))}
          />
        </>
      )}
      {opening.note}
      <h2>{say('sharesTitle')}</h2>
      <p>{say('sharesOf', { sent: sent.size, all: session.tellers.length })}</p>
      <TellerList
        tellers={session.tellers}
        me={me}
        status={(index) => say(sent.has(index) ? 'shareSent' : 'shareAwaited')}
      />
      {!sent.has(me) && <LostCard {...props} />}
    </>
  );
}
