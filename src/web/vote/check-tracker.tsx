import { useState } from 'preact/hooks';
import { type Connection, call } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { listTrackers } from '../../contract/box/box.ts';
import { useVotingTranslation } from './translation.ts';

type Step = 'idle' | 'looking' | 'unreachable' | 'not-a-tracker' | 'missing' | 'not-yet' | { readonly count: number };

interface Props {
  readonly connection: Connection;
  readonly page: BallotPage;
}

/** Looks for a tracker that somebody wrote down, for example after voting on a shared device. */
export function CheckTracker({ connection, page }: Props) {
  const { t } = useVotingTranslation();
  const [text, setText] = useState('');
  const [step, setStep] = useState<Step>('idle');
  const look = async () => {
    const tracker = text.replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/]{43}$/.test(tracker)) return setStep('not-a-tracker');
    setStep('looking');
    const reply = await call(connection, listTrackers, { params: { sessionId: page.sessionId } });
    if (!reply.ok) return setStep('unreachable');
    const { trackers, state } = reply.value;
    if (trackers.includes(tracker)) return setStep({ count: trackers.length });
    // Nobody knows here when that ballot was cast: the list may be older.
    return setStep(state === 'open' || state === 'counting' ? 'not-yet' : 'missing');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void look();
  };
  return (
    <form onSubmit={submit} class="check">
      <h2>{t('checkTitle')}</h2>
      <label for="tracker-field">{t('checkField')}</label>
      <input
        id="tracker-field"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" disabled={step === 'looking'}>
        {t('check')}
      </button>
      <p role="status">{words()}</p>
    </form>
  );

  function words(): string {
    if (typeof step === 'object') return t('checkFound', step);
    if (step === 'looking') return t('checking');
    if (step === 'unreachable') return t('checkUnreachable');
    if (step === 'missing') return t('otherMissing');
    if (step === 'not-yet') return t('otherNotYet');
    return step === 'not-a-tracker' ? t('notATracker') : '';
  }
}
