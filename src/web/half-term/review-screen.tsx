import { call } from '../../client/api.ts';
import { type ReviewView, readReview } from '../../contract/half-term.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import type { Answer } from '../shared/answer.ts';
import { useConnection } from '../shared/connection.ts';
import { ReviewConference, ReviewFindings } from '../shared/half-term/review-text.tsx';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useLoad } from '../shared/use-load.ts';
import { EditReview } from './edit-review.tsx';
import { Reports } from './reports.tsx';
import { useHalfTermSpeech } from './speech.ts';
import { useReadsBelow, useWrites } from './use-roles.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly term: string;
}

/** The review of one term: written by its chair or office, read by everybody else. */
export function ReviewScreen({ committeeId, term }: Props) {
  const { say } = useHalfTermSpeech();
  const connection = useConnection();
  const writes = useWrites(committeeId);
  const readsBelow = useReadsBelow(committeeId);
  const review = useLoad(async (): Promise<Answer<ReviewView | null>> => {
    const reply = await call(connection, readReview, { params: { committeeId }, query: { term } });
    return !reply.ok && reply.refusal === 'no-half-term-review' ? { ok: true, value: null } : reply;
  }, [committeeId, term]);
  const set = (value: ReviewView) => review.state === 'ready' && review.set(value);
  return (
    <>
      <p class="back">
        <a href={hashTo(committeeId)}>{say('allTerms')}</a>
      </p>
      <ScreenTitle>{say('ofTerm', { term })}</ScreenTitle>
      {readsBelow && (
        <p>
          <a href={hashTo(committeeId, term, 'below')}>{say('toBelow')}</a>
        </p>
      )}
      <Loaded of={review}>
        {(view) => (
          <>
            {view && <p>{view.committeeName}</p>}
            {writes && <EditReview {...{ committeeId, term, view }} onWritten={set} />}
            {!writes && view === null && <p class="empty">{say('noReviewYet')}</p>}
            {!writes && view && <ReviewFindings view={view} />}
            {view && <Reports {...{ view, writes }} onChange={set} reload={() => void review.reload()} />}
            {!writes && view && <ReviewConference view={view} />}
          </>
        )}
      </Loaded>
    </>
  );
}
