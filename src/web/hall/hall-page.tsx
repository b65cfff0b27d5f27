import { call } from '../../client/api.ts';
import { readAddresses, type ServiceAddresses } from '../../contract/service/service.ts';
import { reachOf } from '../../domain/address.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo, useHash } from '../shared/frame/hash.ts';
import { Masthead } from '../shared/frame/masthead.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { usePageTitle } from '../shared/frame/tab-title.ts';
import { QrSquare } from '../shared/show/qr-square.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { Fingerprint } from './fingerprint.tsx';
import { sentences } from './sentences.ts';

/**
 * Codes by which phones come to the service, for whoever sets a hall up; what the codes lead to is here too. Nobody signs
 * in: it works over plain http, before a phone can do anything else.
 */
export function HallPage() {
  const { t } = useTranslation(sentences);
  const [screen] = useHash();
  usePageTitle(t('title'));
  return (
    <>
      <Masthead />
      <main class="office">
        {screen === 'phone' ? <PhoneScreen /> : screen === 'install' ? <InstallLater /> : <CodesScreen />}
      </main>
    </>
  );
}

function CodesScreen() {
  const connection = useConnection();
  const addresses = useLoad(() => call(connection, readAddresses), []);
  return <Loaded of={addresses}>{(known) => <Codes {...known} />}</Loaded>;
}

function Codes({ papers, signIn, authority }: ServiceAddresses) {
  const { t } = useTranslation(sentences);
  const isLocal = reachOf(papers) === 'this-computer';
  return (
    <>
      <ScreenTitle>{t('title')}</ScreenTitle>
      {isLocal ? <p class="note note-strong">{t('onlyHere', { address: papers })}</p> : <p>{t('purpose')}</p>}
      {!isLocal && (
        <Code address={`${papers}/hall${hashTo('phone')}`} title={t('testTitle')}>
          {t('testHow')}
        </Code>
      )}
      {authority !== null && (
        <>
          <Code address={`${papers}/hall${hashTo('install')}`} title={t('installTitle')}>
            {t('installWho')}
          </Code>
          <p>
            {t('fingerprintHere', { name: authority.name })}
            <br />
            <Fingerprint of={authority.fingerprint} />
          </p>
        </>
      )}
      {signIn !== papers && (
        <Code address={`${signIn}/hall${hashTo('phone')}`} title={t('signInTitle')}>
          {t('signInHow')}
        </Code>
      )}
      <p>{t('blocked')}</p>
    </>
  );
}

/** Fetched for the few devices that install something. */
function InstallLater() {
  const screen = useLater(() => import('./install-screen.tsx'));
  return <Loaded of={screen}>{({ InstallScreen }) => <InstallScreen />}</Loaded>;
}

interface CodeProps {
  readonly address: string;
  readonly title: string;
  readonly children: string;
}

function Code({ address, title, children }: CodeProps) {
  return (
    <section class="code">
      <QrSquare text={address} label={title} />
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
        <p class="code-address small" translate={false}>
          {address}
        </p>
      </div>
    </section>
  );
}

/** What a phone shows that came here by a code: that it did, and what it can do at this address. */
function PhoneScreen() {
  const { t } = useTranslation(sentences);
  const { origin } = window.location;
  return (
    <>
      <ScreenTitle>{t('reachedTitle')}</ScreenTitle>
      <p class="note note-strong">{t('reached', { address: origin })}</p>
      <p>{t(reachOf(origin) === 'plain' ? 'reachedPlain' : 'reachedOverTls')}</p>
      <p>
        <a href={hashTo('install')}>{t('toInstall')}</a>
      </p>
    </>
  );
}
