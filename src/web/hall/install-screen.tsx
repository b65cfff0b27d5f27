import { readAuthority, type ServiceAddresses } from '../../contract/service/service.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { Fingerprint } from './fingerprint.tsx';
import { sentences } from './sentences.ts';

/** How the authority comes onto a device that signs in, and off it again after the conference. */
export function InstallScreen({ addresses: { signIn, authority } }: { readonly addresses: ServiceAddresses }) {
  const { t, language } = useTranslation(sentences);
  const title = <ScreenTitle>{t('installTitle')}</ScreenTitle>;
  if (authority === null) {
    return (
      <>
        {title}
        <p>{t('nothingToInstall')}</p>
      </>
    );
  }
  const { name, fingerprint, until } = authority;
  return (
    <>
      {title}
      <p>{t('installWho')}</p>
      <p>{t('installWhat', { name, until: showDate(language, until.slice(0, 10)) })}</p>
      <p>
        <a class="button main-button" href={readAuthority.path} download="phieu.crt">
          {t('download')}
        </a>
      </p>
      <div class="note note-strong">
        <p>{t('compare')}</p>
        <p>
          <Fingerprint of={fingerprint} />
        </p>
      </div>
      {systems.map(({ system, install, remove }) => (
        <section key={system}>
          <h2>{t(system)}</h2>
          <ol>
            {install.map((step) => (
              <li key={step}>{t(step, { name })}</li>
            ))}
          </ol>
          <h3>{t('removeTitle')}</h3>
          <p>{t(remove, { name })}</p>
        </section>
      ))}
      <h2>{t('afterwardsTitle')}</h2>
      <p>{t('afterwards', { address: signIn })}</p>
      <p>
        <a href={`${signIn}/hall${hashTo('phone')}`}>{t('trySignIn')}</a>
      </p>
    </>
  );
}

const systems = [
  {
    system: 'android',
    install: ['androidDownload', 'androidInstall', 'androidCompare'],
    remove: 'androidRemove',
  },
  { system: 'ios', install: ['iosDownload', 'iosInstall', 'iosTrust'], remove: 'iosRemove' },
  {
    system: 'windows',
    install: ['windowsDownload', 'windowsCompare', 'windowsInstall'],
    remove: 'windowsRemove',
  },
] as const;
