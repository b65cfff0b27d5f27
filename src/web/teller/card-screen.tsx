import { useEffect, useState } from 'preact/hooks';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { CardDigits } from './card-digits.tsx';
import { CardEntry } from './card-entry.tsx';
import { PrintedCard } from './printed-card.tsx';
import type { StageProps } from './stage-props.ts';
import { useTellerTranslation } from './translation.ts';

/** The key card is put on paper; the rehearsal reads it back, and only then the key counts as kept. */
export function CardScreen(props: StageProps) {
  const { acts, state } = props;
  const { seed } = state.kept ?? {};
  // A rehearsal that was passed without this card reads it no more.
  const isPassed = state.rehearsal?.state === 'passed';
  const [onPaper, setOnPaper] = useState(false);
  if (seed == null) return null;
  return onPaper ? (
    <ProveCard key="prove" {...props} back={() => setOnPaper(false)} />
  ) : (
    <WriteCard key="write" {...props} seed={seed} next={() => (isPassed ? setOnPaper(true) : acts.cardWritten(true))} />
  );
}

function WriteCard({
  seed,
  next,
  acts,
  session,
  me,
}: StageProps & { readonly seed: string; readonly next: () => void }) {
  const { t } = useTellerTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    // Nothing else of the page is printed while a card is there (teller.css).
    document.documentElement.setAttribute('data-key-card', '');
    return () => document.documentElement.removeAttribute('data-key-card');
  }, []);
  const teller = session.tellers.find(({ index }) => index === me)?.name ?? '';
  return (
    <>
      <ScreenTitle>{t('writeTitle')}</ScreenTitle>
      <p>{t('writeWhat')}</p>
      <p class="note note-strong">{t('writeAlone')}</p>
      <div class="actions">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'hideCard' : 'showCard')}
        </button>
      </div>
      {shown && <CardOnScreen seed={seed} />}
      <p>{t('writeThen')}</p>
      <div class="actions">
        <button type="button" class="main-button" onClick={next}>
          {t('onPaper')}
        </button>
      </div>
      <PrintedCard session={session} card={{ sessionId: acts.sessionId, teller: me, seed }} name={teller} />
    </>
  );
}

function CardOnScreen({ seed }: { readonly seed: string }) {
  const { t } = useTellerTranslation();
  return (
    <section class="card-on-screen">
      <h2>{t('digitsTitle')}</h2>
      <CardDigits seed={seed} />
      <p>{t('digitsWhat')}</p>
    </section>
  );
}

function ProveCard({ acts, session, back }: StageProps & { readonly back: () => void }) {
  const { t } = useTellerTranslation();
  return (
    <>
      <ScreenTitle>{t('proveTitle')}</ScreenTitle>
      <p>{t('prove')}</p>
      <CardEntry acts={acts} session={session} label={t('proveCard')} onCard={async () => acts.cardProven()} />
      <div class="actions">
        <button type="button" onClick={back}>
          {t('backToCard')}
        </button>
      </div>
    </>
  );
}
