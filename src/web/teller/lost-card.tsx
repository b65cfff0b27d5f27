import { call } from '../../client/api.ts';
import { reportLostKey } from '../../contract/tally/tally.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import type { StageProps } from './stage-props.ts';
import { useTellerTranslation } from './translation.ts';

/** A key card that is gone: before opening the keys are made again, afterwards the others have to suffice. */
export function LostCard({ acts, session, me }: StageProps) {
  const { t } = useTellerTranslation();
  const report = useAction(async () => {
    const reply = await call(acts.connection, reportLostKey, { params: { sessionId: acts.sessionId } });
    if (reply.ok) await acts.lookNow();
    return reply;
  });
  const { tellers, lostKeys, threshold, state } = session;
  const more = tellers.length - lostKeys.length - threshold;
  const before = state === 'issued';
  return (
    <section>
      <h2>{t('lostTitle')}</h2>
      {lostKeys.length > 0 && !before && (
        <p class={more < 0 ? 'note alarm' : 'note note-strong'}>
          {more < 0 ? t('lostTooMany') : t('lostMore', { lost: lostKeys.length, more })}
        </p>
      )}
      {lostKeys.includes(me) ? (
        <p role="status">{t(before ? 'lostBefore' : 'lostMine')}</p>
      ) : (
        <>
          <p>{before ? t('lostBeforeWhat') : t('lostWhat', { more: Math.max(0, more) })}</p>
          <ConfirmButton
            label={t('lostReport')}
            sentence={t(before ? 'lostBeforeAsk' : 'lostAsk')}
            yes={t('lostYes')}
            busy={report.busy}
            onConfirm={() => void report.run()}
          />
        </>
      )}
      <FailureNote failure={report.failure} />
    </section>
  );
}
