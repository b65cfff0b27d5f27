import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useStore } from '../device/use-store.ts';
import { useConnection } from '../fetch/connection.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { useAction } from '../forms/use-action.ts';
import { useTranslation } from '../show/sentences.ts';
import { findAccount, leave, signedIn } from './account.ts';
import { leaving } from './hash.ts';
import { Masthead } from './masthead.tsx';
import { Navigation } from './navigation.tsx';
import { officeSentences } from './office-sentences.ts';
import { SignInForm } from './sign-in-form.tsx';
import { usePageTitle } from './tab-title.ts';

interface Props {
  /** What the browser's tab says. */
  readonly title: string;
  readonly children: ComponentChildren;
}

/**
 * The frame of every page for people who are signed in. Its children appear once somebody is; when a sign-in ends
 * meanwhile they stay below the form, so that nothing half written is lost.
 */
export function OfficePage({ title, children }: Props) {
  const { t } = useTranslation(officeSentences);
  const connection = useConnection();
  const { account, last, failure } = useStore(signedIn);
  usePageTitle(title);
  // Asked once: the language changes nothing about who is signed in.
  useEffect(() => void findAccount(connection), []);
  if (!window.isSecureContext) {
    return (
      <>
        <Masthead />
        <main class="office">
          <h1 class="screen-title">{t('needsTlsTitle')}</h1>
          <p>{t('needsTls')}</p>
        </main>
      </>
    );
  }
  return (
    <>
      <Masthead />
      {account && <AccountBar name={account.username} />}
      {account && <Navigation account={account} />}
      {account?.secondFactor === 'needed' && <FactorNeeded />}
      <main class="office">
        {failure && <FailureNote failure={failure} retry={() => void findAccount(connection)} />}
        {account === null && <SignInForm />}
        {last && <div hidden={account === null}>{children}</div>}
      </main>
    </>
  );
}

/** Until then every duty of the account is refused; said before somebody runs into it. */
function FactorNeeded() {
  const { t } = useTranslation(officeSentences);
  return (
    <div class="account-bar">
      <p class="note">
        {t('factorNeeded')} <a href="/accounts#/me">{t('factorSetUp')}</a>
      </p>
    </div>
  );
}

function AccountBar({ name }: { readonly name: string }) {
  const { t } = useTranslation(officeSentences);
  const connection = useConnection();
  const action = useAction(() => leave(connection));
  return (
    <>
      <section class="account-bar" aria-label={t('account')}>
        <a href="/accounts#/me">{t('signedInAs', { name })}</a>
        <button type="button" class="tool" disabled={action.busy} onClick={() => leaving.ask() && void action.run()}>
          {t('signOut')}
        </button>
      </section>
      <FailureNote failure={action.failure} />
    </>
  );
}
