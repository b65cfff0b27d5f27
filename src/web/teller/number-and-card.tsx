import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import { NumberField } from '../shared/forms/fields.tsx';
import { CardEntry } from './card-entry.tsx';
import type { CardInHand } from './ceremony-acts.ts';
import type { TellerActs } from './teller-acts.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly acts: TellerActs;
  readonly session: SessionOfTeller;
  readonly numberLabel: string;
  readonly numberHint: string;
  open(card: CardInHand, announced: number): Promise<unknown>;
}

/** The announced number first, then the key card: the same order in the rehearsal and at the tally. */
export function NumberAndCard({ acts, session, numberLabel, numberHint, open }: Props) {
  const { t } = useTellerTranslation();
  const [typed, setTyped] = useState<number>();
  const [announced, setAnnounced] = useState<number>();
  const step = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    // Whoever hears the page goes along from one step to the other.
    if (!first.current) step.current?.focus();
    first.current = false;
  }, [announced]);
  if (announced === undefined) {
    return (
      <div tabIndex={-1} ref={step}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed !== undefined && Number.isInteger(typed) && typed >= 0) setAnnounced(typed);
          }}
        >
          <NumberField label={numberLabel} hint={numberHint} value={typed} onInput={setTyped} minimum={0} required />
          <div class="actions">
            <button type="submit" class="main-button">
              {t('numberNext')}
            </button>
          </div>
        </form>
      </div>
    );
  }
  return (
    <div tabIndex={-1} ref={step}>
      <p class="figures">
        {t('numberTyped', { number: announced })}{' '}
        <button type="button" class="tool" onClick={() => setAnnounced(undefined)}>
          {t('numberChange')}
        </button>
      </p>
      <CardEntry acts={acts} session={session} label={t('openWithCard')} onCard={(card) => open(card, announced)} />
    </div>
  );
}
