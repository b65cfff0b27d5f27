import { useState } from 'preact/hooks';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { Fingerprint } from './fingerprint.tsx';
import type { StageProps } from './stage-props.ts';
import { TotalsTable } from './totals-table.tsx';
import { useTellerTranslation } from './translation.ts';

/** The totals are open: what they are, and the end of the key cards. */
export function OverScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { totals, fingerprint } = props.state;
  const published = props.session.state === 'published';
  return (
    <>
      <ScreenTitle>{t(published ? 'publishedTitle' : 'talliedTitle')}</ScreenTitle>
      <p>{t(published ? 'published' : 'tallied')}</p>
      {totals && <TotalsTable totals={totals} />}
      {fingerprint && <Fingerprint value={fingerprint} besides="minutes" />}
      <p>
        <a href={`/results${hashTo(props.acts.sessionId)}`}>{t('toResult')}</a>
      </p>
      <DestroyCard {...props} />
    </>
  );
}

export function CancelledScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { cancellation } = props.session;
  return (
    <>
      <ScreenTitle>{t('cancelledTitle')}</ScreenTitle>
      {cancellation && <p>{t('cancelledWhy', { reason: cancellation.reason })}</p>}
      <DestroyCard {...props} />
    </>
  );
}

/** Too few cards were left: what becomes of the ballots, and of the cards. */
export function UnopenableScreen(props: StageProps) {
  const { t } = useTellerTranslation();
  const { unopenable } = props.session;
  return (
    <>
      <ScreenTitle>{t('unopenableTitle')}</ScreenTitle>
      {unopenable && <p>{t('cancelledWhy', { reason: unopenable.reason })}</p>}
      <p>{t('unopenable')}</p>
      <DestroyCard {...props} />
    </>
  );
}

/** Nobody needs the keys any more; whoever kept them could only do harm with them. */
function DestroyCard({ acts, state }: StageProps) {
  const { t } = useTellerTranslation();
  const [forgotten, setForgotten] = useState(false);
  const forget = () => {
    acts.forget();
    setForgotten(true);
  };
  return (
    <section>
      <h2>{t('destroyTitle')}</h2>
      <p class="note note-strong">{t('destroy')}</p>
      <div role="status">{forgotten && <p>{t('forgotten')}</p>}</div>
      {state.kept !== null && !forgotten && (
        <ConfirmButton label={t('forget')} sentence={t('forgetAsk')} yes={t('forgetYes')} onConfirm={forget} />
      )}
    </section>
  );
}
