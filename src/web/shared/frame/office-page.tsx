import bars from 'heroicons/24/outline/bars-3.svg?icon';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AccountView } from '../../../contract/account/accounts.ts';
import { useStore } from '../device/use-store.ts';
import { useConnection } from '../fetch/connection.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { useAction } from '../forms/use-action.ts';
import { Icon } from '../show/icon.tsx';
import { useTranslation } from '../show/sentences.ts';
import { findAccount, leave, signedIn } from './account.ts';
import { leaving } from './hash.ts';
import { Masthead } from './masthead.tsx';
import { Navigation } from './navigation.tsx';
import { officeSentences } from './office-sentences.ts';
import { SignInForm } from './sign-in-form.tsx';
import { usePageTitle } from './tab-title.ts';
import { useRoom } from './use-room.ts';

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
      {account ? <AccountMasthead account={account} /> : <Masthead />}
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
    <p class="banner">
      {t('factorNeeded')} <a href="/accounts#/me">{t('factorSetUp')}</a>
    </p>
  );
}

/** So wide is the bar with all pages in it. */
const roomForPages = 1180;

/** The bar of whoever is signed in. */
function AccountMasthead({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation(officeSentences);
  const isRow = useRoom(roomForPages);
  const pages = <Navigation account={account} row={isRow} />;
  const button = (
    <>
      {isRow && <span class="menu-who">{account.username}</span>}
      <Icon lines={bars} />
      <span>{t('menu')}</span>
    </>
  );
  return (
    <Masthead home pages={isRow && pages} button={button}>
      {!isRow && pages}
      <AccountInUse name={account.username} />
    </Masthead>
  );
}

function AccountInUse({ name }: { readonly name: string }) {
  const { t } = useTranslation(officeSentences);
  const connection = useConnection();
  const action = useAction(() => leave(connection));
  return (
    <section class="account" aria-label={t('account')}>
      <a href="/accounts#/me">{t('signedInAs', { name })}</a>
      <button type="button" class="tool" disabled={action.busy} onClick={() => leaving.ask() && void action.run()}>
        {t('signOut')}
      </button>
      <FailureNote failure={action.failure} />
    </section>
  );
}
