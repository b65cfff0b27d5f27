import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isOldCard, readCard } from '../../client/teller/key-card.ts';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { CodeField } from '../shared/scan/code-field.tsx';
import { hasCamera, useCamera } from '../shared/scan/use-camera.tsx';
import { sayMistake, sayWhose } from './card-mistakes.ts';
import type { CardInHand } from './ceremony-acts.ts';
import { DigitsField } from './digits-field.tsx';
import type { TellerActs } from './teller-acts.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly acts: TellerActs;
  readonly session: SessionOfTeller;
  /** What happens with a card that is right. */
  readonly label: string;
  /** Called with the teller's own card only. */
  onCard(card: CardInHand): Promise<unknown> | undefined;
}

type Way = 'camera' | 'digits' | 'old';

/** Takes a key card, by the camera first, and says plainly what is wrong with any other than the teller's own. */
export function CardEntry({ acts, session, label, onCard }: Props) {
  const { t } = useTellerTranslation();
  const [way, setWay] = useState<Way>(hasCamera() ? 'camera' : 'digits');
  const { wrong, busy, take } = useCard({ acts, session, onCard });
  const camera = useCamera((code) => void take(code));
  const problem = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (wrong !== undefined) problem.current?.focus();
  }, [wrong]);
  const go = busy ? t('cardChecking') : label;
  return (
    <>
      <div class="actions">
        {camera.isOffered && (
          <button
            type="button"
            class={way === 'camera' ? 'main-button' : ''}
            disabled={busy}
            onClick={() => void camera.open()}
          >
            {busy ? t('cardChecking') : t('cardScan')}
          </button>
        )}
        <button type="button" aria-pressed={way === 'digits'} disabled={busy} onClick={() => setWay('digits')}>
          {t('cardType')}
        </button>
        <button type="button" class="tool" aria-pressed={way === 'old'} disabled={busy} onClick={() => setWay('old')}>
          {t('cardOld')}
        </button>
      </div>
      {camera.view}
      {way === 'digits' && <DigitsField go={go} busy={busy} onDigits={(text) => void take(text)} />}
      {way === 'old' && (
        <CodeField
          label={t('cardField')}
          hint={t('cardHint')}
          rows={4}
          busy={busy}
          keepsText
          go={go}
          onCode={(text) => void take(text)}
        />
      )}
      <div role="alert" tabIndex={-1} ref={problem}>
        {wrong !== undefined && <p class="note alarm">{wrong}</p>}
      </div>
    </>
  );
}

/** Reads what was scanned or typed, asks whose card it is, and hands the teller's own on. */
function useCard({ acts, session, onCard }: Pick<Props, 'acts' | 'session' | 'onCard'>) {
  const { t } = useTellerTranslation();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const take = async (text: string) => {
    setWrong(undefined);
    const read = isOldCard(text)
      ? (await import('../../client/teller/old-key-card.ts')).readOldCard(text)
      : readCard(text);
    if (!read.ok) return setWrong(sayMistake(read, t));
    setBusy(true);
    const recognised = await acts.recognise(read);
    if (recognised.kind === 'own') await onCard(read);
    else setWrong(sayWhose(recognised, session, t));
    return setBusy(false);
  };
  return { wrong, busy, take };
}
