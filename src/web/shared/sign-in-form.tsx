import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { signIn } from '../../contract/accounts.ts';
import { setAccount } from './account.ts';
import { useConnection } from './connection.ts';
import { FailureNote } from './failure-note.tsx';
import { TextField } from './fields.tsx';
import { officeSentences } from './office-sentences.ts';
import { useSpeech } from './sentences.ts';
import { useAction } from './use-action.ts';

/** Name and password; the service answers with a cookie that scripts cannot read. */
export function SignInForm() {
  const { say } = useSpeech(officeSentences);
  const connection = useConnection();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction(() => call(connection, signIn, { body: { username, password } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply === undefined) return;
    setPassword('');
    if (reply.ok) setAccount(reply.value.account);
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <h1 class="screen-title">{say('signInTitle')}</h1>
      <TextField
        label={say('username')}
        value={username}
        onInput={setUsername}
        autocomplete="username"
        maxLength={200}
        required
      />
      <TextField
        label={say('password')}
        type="password"
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        maxLength={200}
        required
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {say('signIn')}
        </button>
      </p>
      <p class="quiet small">{say('signInHelp')}</p>
    </form>
  );
}
