import { useAction } from '../shared/forms/use-action.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { NumberAndCard } from './number-and-card.tsx';
import { useOpening } from './opening-note.tsx';
import type { StageProps } from './stage-props.ts';
import { TellerList } from './teller-list.tsx';
import { useTellerTranslation } from './translation.ts';

/** A little election of its own, opened with the same programs and the same handling of the key cards. */
export function RehearsalScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { rehearsal, kept } = props.state;
  return (
    <>
      <ScreenTitle>{t('rehearsalTitle')}</ScreenTitle>
      {rehearsal === null && kept?.proven && <p class="note">{t('cardKept')}</p>}
      {kept?.seed != null && <p class="note">{t('cardReadHere')}</p>}
      {rehearsal === null || rehearsal.state === 'open' ? <Casting {...props} /> : <Sharing {...props} />}
      {kept?.seed != null && (
        <div class="actions">
          <button type="button" onClick={() => props.acts.cardWritten(false)}>
            {t('backToCard')}
          </button>
        </div>
      )}
    </>
  );
}

function Casting({ acts, state: { rehearsal } }: StageProps) {
  const { t } = useTellerTranslation();
  const cast = useAction(async () => {
    const done = await acts.castRehearsal();
    return done.ok ? { ok: true as const, value: undefined } : done;
  });
  return (
    <>
      <p>{t('rehearsalWhat')}</p>
      {rehearsal !== null && <p role="status">{t('rehearsalUnderWay')}</p>}
      <p>{t('rehearsalWho')}</p>
      <div class="actions">
        <button type="button" class="main-button" disabled={cast.busy} onClick={() => void cast.run()}>
          {t(cast.busy ? 'rehearsalCasting' : 'rehearsalStart')}
        </button>
      </div>
      <div role="alert">{cast.failure && <p class="note alarm">{t('rehearsalNotCast')}</p>}</div>
    </>
  );
}

function Sharing({ acts, state, session, me }: StageProps) {
  const { t } = useTellerTranslation();
  const { rehearsal, kept } = state;
  const opening = useOpening();
  if (rehearsal === null) return null;
  const sent = new Set(rehearsal.sharesOf);
  return (
    <>
      {kept?.rehearsed != null && kept.rehearsal === rehearsal.electionId && (
        <p class="note note-strong">{t('rehearsalSay', { count: kept.rehearsed })}</p>
      )}
      {sent.has(me) ? (
        <p role="status">{t('rehearsalSent')}</p>
      ) : (
        <>
          <p>{t('rehearsalOpen')}</p>
          <NumberAndCard
            acts={acts}
            session={session}
            numberLabel={t('rehearsalNumber')}
            numberHint={t('rehearsalNumberHint')}
            open={(card, announced) => opening.run(() => acts.openRehearsal(card, announced))}
          />
        </>
      )}
      {opening.note}
      <h2>{t('sharesTitle')}</h2>
      <TellerList
        tellers={session.tellers}
        me={me}
        status={(index) => t(sent.has(index) ? 'shareSent' : 'shareAwaited')}
      />
    </>
  );
}
