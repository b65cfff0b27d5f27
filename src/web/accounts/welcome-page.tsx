import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { call } from '../../client/api.ts';
import { acceptInvitation, readInvitation } from '../../contract/account/invitations.ts';
import type { Failure } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { Masthead } from '../shared/frame/masthead.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { usePageTitle } from '../shared/frame/tab-title.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { roleSentence } from './role-sentence.ts';
import { sentences } from './sentences.ts';
import { welcomeSentences } from './welcome-sentences.ts';

const spoken = { ...sentences, ...welcomeSentences };

type Invitation = z.infer<(typeof readInvitation.replies)[200]>;

/** Opened by a one-time link: somebody chooses the name and password of their account. */
export function WelcomePage({ token }: { readonly token: string }) {
  const { t } = useTranslation(spoken);
  const connection = useConnection();
  const invitation = useLoad(() => call(connection, readInvitation, { body: { token } }), [token]);
  usePageTitle(t('welcomeTab'));
  return (
    <>
      <Masthead />
      <main class="office">
        {invitation.state === 'failed' && invitation.failure.problem !== undefined ? (
          <Unusable failure={invitation.failure} />
        ) : (
          <Loaded of={invitation}>{(found) => <Welcome token={token} invitation={found} />}</Loaded>
        )}
      </main>
    </>
  );
}

/** A link that was used, replaced or is too old stays so: what helps is another slip. */
function Unusable({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation(spoken);
  return (
    <>
      <ScreenTitle>{t('welcomeUnusable')}</ScreenTitle>
      <FailureNote failure={failure} />
      <p>{t('welcomeUnusableHelp')}</p>
      <p>
        <a href="/">{t('toSignIn')}</a>
      </p>
    </>
  );
}

interface Props {
  readonly token: string;
  readonly invitation: Invitation;
}

function Welcome({ token, invitation }: Props) {
  const { t } = useTranslation(spoken);
  const [username, setUsername] = useState<string>();
  if (username !== undefined) {
    return (
      <>
        <ScreenTitle key="done">{t(invitation.kind === 'duty' ? 'dutyDone' : 'welcomeDone')}</ScreenTitle>
        <p role="status">{t(invitation.kind === 'duty' ? 'dutyDoneNote' : 'welcomeDoneNote', { username })}</p>
        <p>
          <a class="button main-button" href="/">
            {t('toStart')}
          </a>
        </p>
      </>
    );
  }
  const words = kinds[invitation.kind];
  const Form = invitation.kind === 'duty' ? DutyForm : ChooseForm;
  return (
    <>
      <ScreenTitle>{t(words.title)}</ScreenTitle>
      <p>{t('welcomeFor', { name: invitation.name })}</p>
      {invitation.committeeName !== null && <p class="quiet">{invitation.committeeName}</p>}
      {invitation.roles.length > 0 && (
        <p>{t('slipDuty', { duty: invitation.roles.map((role) => t(roleSentence[role])).join(', ') })}</p>
      )}
      <p>{t(words.purpose, { username: invitation.username ?? '' })}</p>
      <Form token={token} invitation={invitation} onDone={setUsername} />
    </>
  );
}

const kinds = {
  invitation: { title: 'welcomeTitle', purpose: 'welcomePurpose' },
  recovery: { title: 'recoveryTitle', purpose: 'recoveryPurpose' },
  duty: { title: 'dutyTitle', purpose: 'dutyPurpose' },
} as const;

/** For whoever has come to an account by another slip: its password shows that it is theirs. */
function DutyForm({ token, onDone }: Props & { onDone(username: string): void }) {
  const { t } = useTranslation(spoken);
  const connection = useConnection();
  const [password, setPassword] = useState('');
  const action = useAction(() => call(connection, acceptInvitation, { body: { token, password } }));
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply?.ok) onDone(reply.value.username);
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('dutyPassword')}
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
          {t('makeAccount')}
        </button>
      </p>
    </form>
  );
}

function ChooseForm({ token, invitation, onDone }: Props & { onDone(username: string): void }) {
  const { t } = useTranslation(spoken);
  const connection = useConnection();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isDifferent = again !== '' && again !== password;
  const action = useAction(() => {
    const named = invitation.username === null ? { username } : {};
    return call(connection, acceptInvitation, { body: { token, password, ...named } });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    if (again !== password) return;
    const reply = await action.run();
    if (reply?.ok) onDone(reply.value.username);
  };
  return (
    <form class="narrow" onSubmit={(event) => void submit(event)}>
      {invitation.username === null ? (
        <TextField
          label={t('username')}
          hint={t('usernameHint')}
          value={username}
          onInput={setUsername}
          autocomplete="username"
          maxLength={80}
          required
        />
      ) : (
        <p>{t('usernameStays', { username: invitation.username })}</p>
      )}
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
      <TextField
        label={t('passwordAgain')}
        value={again}
        onInput={setAgain}
        type="password"
        autocomplete="new-password"
        maxLength={200}
        required
        error={isDifferent ? t('passwordsDiffer') : undefined}
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy || isDifferent}>
          {t('makeAccount')}
        </button>
      </p>
    </form>
  );
}
