import { useEffect, useState } from 'preact/hooks';
import { parseVotingLink, type VotingLink } from '../../client/voting-link.ts';
import { useStore } from '../shared/device/use-store.ts';
import { CodeField } from '../shared/scan/code-field.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';

/** A device at the desk waits for a paper, before its camera or a hand scanner. */
export function SharedScan({ open }: { readonly open: (link: VotingLink) => void }) {
  const { t } = useVotingTranslation();
  const [wrong, setWrong] = useState(false);
  const take = (text: string) => {
    const link = parseVotingLink(text);
    setWrong(link === undefined);
    if (link !== undefined) open(link);
  };
  return (
    <NoticeScreen title={t('sharedTitle')}>
      <p>{t('sharedScan')}</p>
      <CodeField label={t('sharedField')} go={t('sharedGo')} focused onCode={take} />
      <p role="status">{wrong ? t('sharedNoLink') : ''}</p>
    </NoticeScreen>
  );
}

/** Long enough to write a tracker down. */
const forgetAfterSeconds = 90;

/** Under the receipt: the device forgets when told, and by itself. */
export function SharedEnd({ voting, forget }: { readonly voting: Voting; readonly forget: () => void }) {
  const { t } = useVotingTranslation();
  const { casting } = useStore(voting.store);
  const [seconds, setSeconds] = useState(forgetAfterSeconds);
  const done = casting.step === 'in-box' || casting.step === 'refused';
  useEffect(() => {
    if (!done) return undefined;
    const timer = setInterval(() => setSeconds((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, [done]);
  useEffect(() => {
    if (seconds <= 0) forget();
  }, [seconds]);
  if (!done) return null;
  return (
    <aside class="shared-end">
      <p>{t('sharedForgets', { seconds: Math.max(0, seconds) })}</p>
      <button type="button" class="main-button" onClick={forget}>
        {t('sharedDone')}
      </button>
    </aside>
  );
}
