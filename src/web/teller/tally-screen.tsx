import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { LostCard } from './lost-card.tsx';
import { NumberAndCard } from './number-and-card.tsx';
import { useOpening } from './opening-note.tsx';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';
import { useTellerTranslation } from './translation.ts';

/** The totals are opened: the announced number, the key card, and then whoever is still awaited. */
export function TallyScreen(props: StageProps) {
  const { acts, state, session, me } = props;
  const { t } = useTellerTranslation();
  const opening = useOpening();
  const { tally } = state;
  if (tally === null) return <p role="status">{t('tallyPreparing')}</p>;
  const sent = new Set(tally.sharesOf);
  return (
    <>
      <ScreenTitle key={String(sent.has(me))}>{t(sent.has(me) ? 'sentTitle' : 'tallyTitle')}</ScreenTitle>
      {sent.has(me) ? (
        <p role="status">{t('sent')}</p>
      ) : (
        <>
          <p>{t('tallyWhat')}</p>
          <NumberAndCard
            acts={acts}
            session={session}
            numberLabel={t('tallyNumber')}
            numberHint={t('tallyNumberHint')}
            open={(card, announced) => opening.run(() => acts.openTotals(card, announced, opening.progress))}
          />
        </>
      )}
      {opening.note}
      <h2>{t('sharesTitle')}</h2>
      <p>{t('sharesOf', { sent: sent.size, all: session.tellers.length })}</p>
      <TellerList
        tellers={session.tellers}
        me={me}
        status={(index) => t(sent.has(index) ? 'shareSent' : 'shareAwaited')}
      />
      {!sent.has(me) && <LostCard {...props} />}
    </>
  );
}
