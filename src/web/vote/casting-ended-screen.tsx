import type { BallotPage } from '../../client/sealing.ts';
import { checkTracker } from './late-parts.ts';
import { Later } from './later.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';

/** For a phone without a ballot in the box, once it can cast none. */
export function CastingEndedScreen({ voting, page }: { readonly voting: Voting; readonly page: BallotPage }) {
  const { t } = useVotingTranslation();
  if (page.state === 'cancelled') {
    return (
      <NoticeScreen title={t('cancelledTitle')}>
        <p>{t('cancelled')}</p>
      </NoticeScreen>
    );
  }
  const counting = page.state === 'counting';
  return (
    <NoticeScreen title={t(counting ? 'endedTitle' : 'closedTitle')}>
      <p>{t(counting ? 'ended' : page.state === 'unopenable' ? 'unopenable' : 'closed')}</p>
      <Later of={checkTracker}>
        {({ CheckTracker }) => <CheckTracker connection={voting.connection} page={page} />}
      </Later>
    </NoticeScreen>
  );
}
