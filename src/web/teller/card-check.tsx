import { CardEntry } from './card-entry.tsx';
import { useOpening } from './opening-note.tsx';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';
import { useTellerTranslation } from './translation.ts';

/** While the box is open each teller reads the key card once more: too late for a lost one is only after closing. */
export function CardCheck({ acts, session, me }: StageProps) {
  const { t } = useTellerTranslation();
  const checking = useOpening();
  const { tellers, cardsRead, lostKeys } = session;
  const statusOf = (index: number) => {
    if (cardsRead.includes(index)) return t('cardRead');
    return t(lostKeys.includes(index) ? 'cardReportedLost' : 'awaited');
  };
  return (
    <section>
      <h2>{t('cardCheckTitle')}</h2>
      {cardsRead.includes(me) ? (
        <p role="status">{t('cardCheckMine')}</p>
      ) : (
        <>
          <p>{t('cardCheckWhat')}</p>
          <CardEntry
            acts={acts}
            session={session}
            label={t('cardCheckLabel')}
            onCard={(card) => checking.run(() => acts.proveCard(card))}
          />
        </>
      )}
      {checking.note}
      <p>{t('cardCheckOf', { read: cardsRead.length, all: tellers.length })}</p>
      <TellerList tellers={tellers} me={me} status={statusOf} />
    </section>
  );
}
