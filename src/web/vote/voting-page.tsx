import { useEffect, useState } from 'preact/hooks';
import { parseTestLink, type VotingLink } from '../../client/voting-link.ts';
import { type DeviceStorage, memoryStorage } from '../shared/device/device-storage.ts';
import { Masthead } from '../shared/frame/masthead.tsx';
import { inAppBrowser } from './in-app-browser.ts';
import { InAppScreen } from './in-app-screen.tsx';
import { keptBallots } from './kept.ts';
import { phoneTest, sharedDevice } from './late-parts.ts';
import { Later } from './later.tsx';
import { lockOf } from './lock.ts';
import { NoLinkScreen } from './no-link-screen.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { takeLink } from './page-link.ts';
import type { Sealer } from './sealer.ts';
import { useVotingTranslation } from './translation.ts';
import { openVoting, type Voting } from './voting.ts';
import type { OpenedLink } from './voting-context.ts';
import { VotingScreens } from './voting-screens.tsx';

interface Props {
  readonly sealer: Sealer;
  /** This phone's, and this tab's. */
  readonly phone: DeviceStorage;
  readonly tab: DeviceStorage;
  /** Kiosk: nothing outlives a ballot. */
  readonly shared: boolean;
}

function openedBy({ sessionId, readKey, credential }: VotingLink): OpenedLink {
  return { sessionId, readKey, credential, name: lockOf(sessionId, credential).name };
}

/** The whole voting page. */
export function VotingPage({ sealer, phone, tab, shared }: Props) {
  const app = inAppBrowser(navigator.userAgent);
  const [stays, setStays] = useState(app === undefined || window.location.hash === '');
  const tested = parseTestLink(window.location.hash);
  return (
    <>
      <Masthead />
      <PlainHttpNotice />
      {app !== undefined && !stays ? (
        <InAppScreen app={app} stay={() => setStays(true)} />
      ) : tested !== undefined ? (
        <Later of={phoneTest}>{({ PhoneTestScreen }) => <PhoneTestScreen {...tested} />}</Later>
      ) : shared ? (
        <SharedVoting sealer={sealer} />
      ) : (
        <OwnVoting sealer={sealer} phone={phone} tab={tab} />
      )}
    </>
  );
}

function PlainHttpNotice() {
  const { t } = useVotingTranslation();
  // This very device counts as secure, by whatever name it is called.
  if (window.isSecureContext) return null;
  return (
    <p class="banner" role="status">
      {t('plainHttp')}
    </p>
  );
}

type Start = { readonly voting: Voting } | { readonly wrongLink: boolean };

function OwnVoting({ sealer, phone, tab }: Omit<Props, 'shared'>) {
  const { t } = useVotingTranslation();
  const [start, setStart] = useState<Start>(() => {
    const came = window.location.hash !== '';
    const link = takeLink(tab);
    return link === undefined ? { wrongLink: came } : { voting: openVoting(openedBy(link), phone, sealer) };
  });
  useEffect(() => {
    // Another paper scanned into the same tab.
    const onHash = () => {
      if (window.location.hash === '') return;
      takeLink(tab);
      window.location.reload();
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [tab]);
  if ('voting' in start) return <VotingScreens voting={start.voting} shared={false} />;
  if (start.wrongLink) {
    return (
      <NoticeScreen title={t('wrongPaperTitle')}>
        <p>{t('toDesk')}</p>
      </NoticeScreen>
    );
  }
  const kept = keptBallots(phone);
  const entries = kept.map(({ name, ballot: { title, sessionId, readKey } }) => ({
    title,
    opened: { sessionId, readKey, name },
  }));
  return <NoLinkScreen entries={entries} open={(opened) => setStart({ voting: openVoting(opened, phone, sealer) })} />;
}

function SharedVoting({ sealer }: Pick<Props, 'sealer'>) {
  const [voting, setVoting] = useState<Voting | undefined>(() => {
    const link = takeLink(memoryStorage());
    return link && openVoting(openedBy(link), memoryStorage(), sealer);
  });
  const open = (link: VotingLink) => {
    // The last person may have reloaded the page in the middle.
    history.replaceState(null, '');
    setVoting(openVoting(openedBy(link), memoryStorage(), sealer));
  };
  // A fresh page: no memory of any program holds what the last person did.
  const forget = () => window.location.reload();
  if (voting === undefined) {
    return <Later of={sharedDevice}>{({ SharedScan }) => <SharedScan open={open} />}</Later>;
  }
  return (
    <>
      <VotingScreens voting={voting} shared />
      <Later of={sharedDevice}>{({ SharedEnd }) => <SharedEnd voting={voting} forget={forget} />}</Later>
    </>
  );
}
