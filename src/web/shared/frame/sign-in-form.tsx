import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { signIn } from '../../../contract/account/accounts.ts';
import { useConnection } from '../fetch/connection.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { TextField } from '../forms/fields.tsx';
import { useAction } from '../forms/use-action.ts';
import { useTranslation } from '../show/sentences.ts';
import { setAccount } from './account.ts';
import { officeSentences } from './office-sentences.ts';

/**
 * Name and password, then the code of an authenticator app where the account has one; the service answers with a cookie
 * that scripts cannot read.
 */
export function SignInForm() {
  const { t } = useTranslation(officeSentences);
  const connection = useConnection();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [code, setCode] = useState('');
  const action = useAction(() =>
    call(connection, signIn, { body: { username, password, ...(isCodeAsked ? { code } : {}) } }),
  );
  const beginAgain = () => {
    setPassword('');
    setCode('');
    setCodeAsked(false);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply === undefined) return;
    setCode('');
    if (reply.ok) {
      beginAgain();
      setAccount(reply.value.account);
    } else if (reply.refusal === 'second-factor-asked') {
      // Not a failure: the password was right.
      action.clear();
      setCodeAsked(true);
    } else if (reply.refusal !== 'wrong-code') beginAgain();
  };
  return (
    <form class="sign-in" onSubmit={(event) => void submit(event)}>
      <h1 class="screen-title">{t('signInTitle')}</h1>
      {isCodeAsked ? (
        <CodeStep code={code} onInput={setCode} />
      ) : (
        <NameStep username={username} password={password} setUsername={setUsername} setPassword={setPassword} />
      )}
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('signIn')}
        </button>
      </p>
      {isCodeAsked && (
        <p>
          <button type="button" onClick={beginAgain}>
            {t('otherAccount')}
          </button>
        </p>
      )}
      <p class="quiet small">{t('signInHelp')}</p>
    </form>
  );
}

interface NameProps {
  readonly username: string;
  readonly password: string;
  setUsername(value: string): void;
  setPassword(value: string): void;
}

function NameStep({ username, password, setUsername, setPassword }: NameProps) {
  const { t } = useTranslation(officeSentences);
  return (
    <>
      <TextField
        label={t('username')}
        value={username}
        onInput={setUsername}
        autocomplete="username"
        maxLength={200}
        required
      />
      <TextField
        label={t('password')}
        type="password"
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        maxLength={200}
        required
      />
    </>
  );
}

function CodeStep({ code, onInput }: { readonly code: string; onInput(value: string): void }) {
  const { t } = useTranslation(officeSentences);
  const step = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => step.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={step}>
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        value={code}
        onInput={onInput}
        autocomplete="one-time-code"
        maxLength={40}
        required
      />
    </div>
  );
}
