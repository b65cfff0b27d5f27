import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { changePassword, listSignIns, signOutEverywhere } from '../../contract/account/my-account.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useAccount } from '../shared/frame/use-account.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { SecondFactor } from './second-factor.tsx';
import { sentences } from './sentences.ts';

/** What everybody does for the safety of their own account. */
export function MyAccount() {
  const { t } = useTranslation(sentences);
  const account = useAccount();
  return (
    <>
      <ScreenTitle>{t('myTitle')}</ScreenTitle>
      <p>{t('signedInName', { username: account.username })}</p>
      <SecondFactor />
      <PasswordSection />
      <SignInsSection />
    </>
  );
}

function PasswordSection() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const action = useAction(() => call(connection, changePassword, { body: { current, next } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    setDone(false);
    const reply = await action.run();
    if (!reply?.ok) return;
    setCurrent('');
    setNext('');
    setDone(true);
  };
  return (
    <section>
      <h2>{t('passwordTitle')}</h2>
      <form class="narrow" onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('currentPassword')}
          value={current}
          onInput={setCurrent}
          type="password"
          autocomplete="current-password"
          maxLength={200}
          required
        />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          value={next}
          onInput={setNext}
          type="password"
          autocomplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
        <div role="status">{isDone && <p class="note">{t('passwordChanged')}</p>}</div>
        <FailureNote failure={action.failure} />
        <p>
          <button type="submit" disabled={action.busy}>
            {t('changePassword')}
          </button>
        </p>
      </form>
    </section>
  );
}

function SignInsSection() {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const signIns = useLoad(() => call(connection, listSignIns), []);
  const action = useAction(() => call(connection, signOutEverywhere));
  const endAll = async () => {
    const reply = await action.run();
    if (reply?.ok) window.location.assign('/');
  };
  return (
    <section>
      <h2>{t('signInsTitle')}</h2>
      <p class="quiet small">{t('signInsPurpose')}</p>
      <Loaded of={signIns}>
        {(list) => (
          <ul class="entries">
            {list.map(({ id, device, begunOn, lastUsedOn, isThis }) => (
              <li key={id}>
                <strong>{device ?? t('otherProgram')}</strong>
                {isThis && <span> · {t('thisOne')}</span>}
                <p class="quiet small">
                  {t('signInDays', { begun: showDate(language, begunOn), used: showDate(language, lastUsedOn) })}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <FailureNote failure={action.failure} />
      <ConfirmButton
        busy={action.busy}
        label={t('endAll')}
        sentence={t('endAllAsk')}
        yes={t('endAllYes')}
        onConfirm={() => void endAll()}
      />
    </section>
  );
}
