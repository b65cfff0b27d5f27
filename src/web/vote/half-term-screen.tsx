import { call } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { readSessionReview } from '../../contract/half-term/half-term.ts';
import { useStore } from '../shared/device/use-store.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { hasReport, ReportGroups } from '../shared/half-term/report-groups.tsx';
import { ReviewConference, ReviewFindings } from '../shared/half-term/review-text.tsx';
import { OpeningNotice } from './opening-notice.tsx';
import { DocumentButton } from './reading/document-button.tsx';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';

interface Props {
  readonly voting: Voting;
  readonly page: BallotPage;
  readonly term: string;
}

/**
 * The half-term review that the conference hears beside the vote. It is asked for with the session's read key, so that
 * reading never shows which paper reads.
 */
export function HalfTermScreen({ voting, page, term }: Props) {
  const { t } = useVotingTranslation();
  const { earlier } = useStore(voting.store);
  const params = { sessionId: page.sessionId };
  const review = useLoad(() => call(voting.connection, readSessionReview, { params }), [page.sessionId]);
  const back = (
    <p>
      <button type="button" onClick={() => voting.back()}>
        {t('backToMarking')}
      </button>
    </p>
  );
  return (
    <main class="reading">
      <ScreenTitle>{t('halfTermReview', { term })}</ScreenTitle>
      <p>{page.committeeName}</p>
      <OpeningNotice page={page} again={earlier !== null} />
      {back}
      <Loaded of={review}>
        {(view) => (
          <>
            <ReviewFindings view={view} />
            <ReportGroups shows={(place) => hasReport(view, place)}>
              {(place, title) => (
                <DocumentButton
                  voting={voting}
                  document={{ kind: 'report', period: place.period, report: place.kind, title, of: null }}
                />
              )}
            </ReportGroups>
            <ReviewConference view={view} />
            {back}
          </>
        )}
      </Loaded>
    </main>
  );
}
