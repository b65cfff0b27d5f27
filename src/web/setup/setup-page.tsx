import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { setUp } from '../../contract/account/accounts.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { Masthead } from '../shared/frame/masthead.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { usePageTitle } from '../shared/frame/tab-title.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** Opened by the one-time link that the service printed at its first start. */
export function SetupPage({ token }: { readonly token: string }) {
  const { t } = useTranslation(sentences);
  const [created, setCreated] = useState(false);
  const title = t('title');
  usePageTitle(title);
  return (
    <>
      <Masthead />
      <main class="office">
        <ScreenTitle key={created ? 'created' : 'form'}>{title}</ScreenTitle>
        <p>{t('purpose')}</p>
        <div role="status">
          {token === '' && <p class="note">{t('noToken')}</p>}
          {created && <p class="note">{t('created')}</p>}
        </div>
        {created && (
          <p>
            <a class="button main-button" href="/">
              {t('toStart')}
            </a>
          </p>
        )}
        {token !== '' && !created && <SetupForm token={token} onCreated={() => setCreated(true)} />}
      </main>
    </>
  );
}

interface FormProps {
  readonly token: string;
  onCreated(): void;
}

function SetupForm({ token, onCreated }: FormProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction(() => call(connection, setUp, { body: { token, username, password } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply?.ok) onCreated();
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('username')}
        value={username}
        onInput={setUsername}
        autocomplete="username"
        maxLength={80}
        required
      />
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        value={password}
        onInput={setPassword}
        type="password"
        autocomplete="new-password"
        minLength={10}
        maxLength={200}
        required
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('create')}
        </button>
      </p>
    </form>
  );
}
