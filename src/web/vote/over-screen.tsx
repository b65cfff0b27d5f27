import type { BallotPage } from '../../client/sealing.ts';
import { CheckTracker } from './check-tracker.tsx';
import { PlainScreen } from './plain-screen.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';

/** For a phone without a ballot in the box, once it can cast none. */
export function OverScreen({ voting, page }: { readonly voting: Voting; readonly page: BallotPage }) {
  const { t } = useVotingTranslation();
  if (page.state === 'cancelled') {
    return (
      <PlainScreen title={t('cancelledTitle')}>
        <p>{t('cancelled')}</p>
      </PlainScreen>
    );
  }
  const counting = page.state === 'counting';
  return (
    <PlainScreen title={t(counting ? 'endedTitle' : 'closedTitle')}>
      <p>{t(counting ? 'ended' : 'closed')}</p>
      <CheckTracker connection={voting.connection} page={page} />
    </PlainScreen>
  );
}
