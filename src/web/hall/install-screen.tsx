import { call } from '../../client/api.ts';
import { readAddresses, readAuthority, type ServiceAddresses } from '../../contract/service/service.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { Fingerprint } from './fingerprint.tsx';
import { installSentences } from './install-sentences.ts';
import { type InstallStep, type System, systemOf, systems } from './install-steps.ts';
import { sentences } from './sentences.ts';
import { SettingsPicture } from './settings-picture.tsx';

/** How the authority comes onto a device that signs in, and off it again after the conference. */
export function InstallScreen() {
  const connection = useConnection();
  const addresses = useLoad(() => call(connection, readAddresses), []);
  return <Loaded of={addresses}>{(known) => <Guides {...known} />}</Loaded>;
}

function Guides({ signIn, authority }: ServiceAddresses) {
  const { t: tOfPage } = useTranslation(sentences);
  const { t, language } = useTranslation(installSentences);
  const title = <ScreenTitle>{tOfPage('installTitle')}</ScreenTitle>;
  if (authority === null) {
    return (
      <>
        {title}
        <p>{t('nothingToInstall')}</p>
      </>
    );
  }
  const { name, fingerprint, until } = authority;
  const here = systemOf(navigator.userAgent, navigator.maxTouchPoints);
  return (
    <>
      {title}
      <p>{tOfPage('installWho')}</p>
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
      {systems
        .toSorted((a, b) => Number(b.id === here) - Number(a.id === here))
        .map((system) => (
          <SystemGuide key={system.id} system={system} isHere={system.id === here} name={name} />
        ))}
      <h2>{t('afterwardsTitle')}</h2>
      <p>{t('afterwards', { address: signIn })}</p>
      <p>
        <a href={`${signIn}/hall${hashTo('phone')}`}>{t('trySignIn')}</a>
      </p>
    </>
  );
}

interface GuideProps {
  readonly system: System;
  /** The page is read on such a device. */
  readonly isHere: boolean;
  /** Of the authority, as the device shows it. */
  readonly name: string;
}

function SystemGuide({ system, isHere, name }: GuideProps) {
  const { t } = useTranslation(installSentences);
  const called = t(system.id);
  return (
    <details class="system" open={isHere}>
      <summary>
        <h2>{isHere ? t('systemHere', { system: called }) : called}</h2>
      </summary>
      <ol>
        {system.install.map((step) => (
          <li key={step.say}>
            <Step step={step} system={system} name={name} />
          </li>
        ))}
      </ol>
      <h3>{t('removeTitle')}</h3>
      <Step step={system.remove} system={system} name={name} />
    </details>
  );
}

function Step({ step, system, name }: Omit<GuideProps, 'isHere'> & { readonly step: InstallStep }) {
  const { t } = useTranslation(installSentences);
  return (
    <>
      <p>{t(step.say, { name })}</p>
      <div class="settings-pictures">
        {step.pictures.map(([shows, label]) => (
          <SettingsPicture key={label} frame={system.frame} shows={shows} text={t(label, { name })} />
        ))}
      </div>
    </>
  );
}
