import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { AccountView } from '../../contract/account/accounts.ts';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '../../contract/account/my-account.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useArrival } from '../shared/forms/use-arrival.ts';
import { setAccount } from '../shared/frame/account.ts';
import { useAccount } from '../shared/frame/use-account.ts';
import { QrSquare } from '../shared/show/qr-square.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Begun {
  readonly secret: string;
  readonly uri: string;
}

/** Sets the authenticator app up, shows the recovery codes once, or takes the app off. */
export function SecondFactor() {
  const { t } = useTranslation(sentences);
  const account = useAccount();
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();
  const confirm = (recoveryCodes: readonly string[], confirmed: AccountView) => {
    setBegun(undefined);
    setCodes(recoveryCodes);
    setAccount(confirmed);
  };
  return (
    <section>
      <h2>{t('factorTitle')}</h2>
      <p>{t(account.secondFactor === 'on' ? 'factorOn' : 'factorPurpose')}</p>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {!codes && account.secondFactor === 'on' && <RemoveForm />}
      {account.secondFactor !== 'on' && !begun && <BeginForm onBegun={setBegun} />}
      {account.secondFactor !== 'on' && begun && <ConfirmForm begun={begun} onConfirmed={confirm} />}
    </section>
  );
}

function BeginForm({ onBegun }: { onBegun(begun: Begun): void }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [password, setPassword] = useState('');
  const action = useAction(() => call(connection, beginSecondFactor, { body: { password } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    setPassword('');
    if (reply?.ok) onBegun(reply.value);
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('confirmPassword')}
        value={password}
        onInput={setPassword}
        type="password"
        autocomplete="current-password"
        maxLength={200}
        required
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('factorBegin')}
        </button>
      </p>
    </form>
  );
}

interface ConfirmProps {
  readonly begun: Begun;
  onConfirmed(recoveryCodes: readonly string[], account: AccountView): void;
}

function ConfirmForm({ begun, onConfirmed }: ConfirmProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [code, setCode] = useState('');
  const steps = useArrival<HTMLOListElement>();
  const action = useAction(() => call(connection, confirmSecondFactor, { body: { code } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    setCode('');
    if (reply?.ok) onConfirmed(reply.value.recoveryCodes, reply.value.account);
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <ol ref={steps} tabIndex={-1}>
        <li>{t('factorStepApp')}</li>
        <li>{t('factorStepScan')}</li>
        <li>{t('factorStepCode')}</li>
      </ol>
      <QrSquare text={begun.uri} label={t('factorQr')} />
      <p>
        <a href={begun.uri}>{t('factorOpenApp')}</a>
      </p>
      <p>
        {t('factorSecret')} <span class="hash-groups">{begun.secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <TextField
        label={t('factorCode')}
        value={code}
        onInput={setCode}
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={10}
        minLength={6}
        required
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('factorConfirm')}
        </button>
      </p>
    </form>
  );
}

/** Shown once, on the screen and on paper; the service keeps only their hashes. */
function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; onKept(): void }) {
  const { t } = useTranslation(sentences);
  const title = useArrival<HTMLParagraphElement>();
  return (
    <div class="note note-strong">
      <p ref={title} tabIndex={-1}>
        {t('codesTitle')}
      </p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code} class="hash-groups">
            {code}
          </li>
        ))}
      </ul>
      <p>{t('codesRule')}</p>
      <div class="choices">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button type="button" class="main-button" onClick={onKept}>
          {t('codesKept')}
        </button>
      </div>
    </div>
  );
}

function RemoveForm() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const action = useAction(() => call(connection, removeSecondFactor, { body: { password, code } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    setCode('');
    if (reply?.ok) setAccount(reply.value);
  };
  if (!isOpen) {
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {t('factorRemove')}
      </button>
    );
  }
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <p>{t('factorRemoveAsk')}</p>
      <TextField
        label={t('confirmPassword')}
        value={password}
        onInput={setPassword}
        type="password"
        autocomplete="current-password"
        maxLength={200}
        required
      />
      <TextField
        label={t('factorCode')}
        value={code}
        onInput={setCode}
        autocomplete="one-time-code"
        maxLength={40}
        minLength={6}
        required
      />
      <FailureNote failure={action.failure} />
      <div class="choices">
        <button type="submit" disabled={action.busy}>
          {t('factorRemove')}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          {t('keepIt')}
        </button>
      </div>
    </form>
  );
}
