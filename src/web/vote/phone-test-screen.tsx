import { useEffect } from 'preact/hooks';
import type { Connection } from '../../client/api.ts';
import { sayPhoneCame } from '../../client/voter.ts';
import type { VotingLink } from '../../client/voting-link.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { NoticeScreen } from './notice-screen.tsx';
import { phoneTestSentences } from './phone-test-sentences.ts';

/** What a phone shows that came by the console's code: whether that tells the chair anything. */
export function PhoneTestScreen({ sessionId, readKey }: Pick<VotingLink, 'sessionId' | 'readKey'>) {
  const { t } = useTranslation(phoneTestSentences);
  const connection: Connection = { baseUrl: '', readKey };
  const said = useLoad(() => sayPhoneCame(connection, sessionId, 'test'), []);
  useEffect(() => {
    // Another code, or a paper, scanned into the same tab.
    const onHash = () => window.location.reload();
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const address = window.location.origin;
  return (
    <Loaded of={said}>
      {({ came }) => (
        <NoticeScreen title={t(came === 'phone' ? 'phoneCameTitle' : 'phoneCameNotTitle')}>
          <p>{t(came === 'phone' ? 'phoneCame' : came === 'elsewhere' ? 'cameElsewhere' : 'cameHere', { address })}</p>
          {came === 'phone' && <p>{t(window.location.protocol === 'https:' ? 'cameOverTls' : 'camePlain')}</p>}
          {came === 'phone' && <p>{t('cameNext')}</p>}
        </NoticeScreen>
      )}
    </Loaded>
  );
}
