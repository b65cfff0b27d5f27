import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { createAccount } from '../../contract/account/accounts.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** Another administrator chooses name and password at this very device, so that nobody hands a password over. */
export function AddAdministrator({ onAdded }: { onAdded(): void }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const id = useNewId();
  const action = useAction(() => {
    const body = { username, password, administrator: true };
    return call(connection, createAccount, { body: { id: id.of(body), ...body } });
  });
  const add = async () => {
    const reply = await action.run();
    if (!reply?.ok) return;
    id.renew();
    setUsername('');
    setPassword('');
    onAdded();
  };
  return (
    <section class="narrow">
      <h2>{t('administratorTitle')}</h2>
      <p class="quiet small">{t('administratorPurpose')}</p>
      <TextField
        label={t('username')}
        value={username}
        onInput={setUsername}
        maxLength={80}
        autocomplete="off"
        required
      />
      <TextField
        label={t('newPassword')}
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
      <ConfirmButton
        label={t('administratorTitle')}
        sentence={t('administratorAsk', { name: username })}
        yes={t('administratorYes')}
        busy={action.busy}
        disabled={username.trim() === '' || password.length < 10}
        onConfirm={() => void add()}
      />
    </section>
  );
}
