import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type ReviewView, readReview } from '../../contract/half-term/half-term.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { ReviewConference, ReviewFindings } from '../shared/half-term/review-text.tsx';
import { EditReview } from './edit-review.tsx';
import { Finish } from './finish.tsx';
import { LengthNote } from './length-note.tsx';
import { Reports } from './reports.tsx';
import { Stage } from './stage.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly term: string;
  readonly writes: boolean;
  readonly readsBelow: boolean;
}

/** The review of one term: written by its chair or office until it is finished, read by everybody else. */
export function ReviewScreen({ committeeId, term, writes, readsBelow }: Props) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  const review = useLoad(
    () => call(connection, readReview, { params: { committeeId }, query: { term } }),
    [committeeId, term],
  );
  const set = (value: ReviewView) => review.state === 'ready' && review.set(value);
  const reload = () => void review.reload();
  return (
    <>
      <p class="back">
        <a href={hashTo(committeeId)}>{t('allTerms')}</a>
      </p>
      <ScreenTitle>{t('ofTerm', { term })}</ScreenTitle>
      {readsBelow && (
        <p>
          <a href={hashTo(committeeId, term, 'below')}>{t('toBelow')}</a>
        </p>
      )}
      <Loaded of={review}>
        {(view) => (
          <>
            <p>
              {view.committeeName} {view.version > 0 && <Stage finishedAt={view.finishedAt} />}
            </p>
            {writes ? (
              <WrittenReview view={view} onChange={set} reload={reload} />
            ) : view.version === 0 ? (
              <p class="empty">{t('noReviewYet')}</p>
            ) : (
              <ReadReview view={view} onChange={set} reload={reload} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface ViewProps {
  readonly view: ReviewView;
  onChange(view: ReviewView): void;
  reload(): void;
}

function ReadReview(props: ViewProps) {
  const { view } = props;
  return (
    <>
      <ReviewFindings view={view} />
      <Reports {...props} writes={false} />
      <ReviewConference view={view} />
      {view.unusualLength && <LengthNote length={view.conferenceLength} />}
    </>
  );
}

/** As a finished review is not changed by the way, its writers read it too until they say that they correct it. */
function WrittenReview(props: ViewProps) {
  const { t } = useHalfTermTranslation();
  const { view, onChange } = props;
  const [corrects, setCorrects] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  if (view.finishedAt !== null && !corrects) {
    return (
      <>
        <ReadReview {...props} />
        <p>
          <ConfirmButton
            label={t('correctReview')}
            sentence={t('correctReviewAsked')}
            yes={t('correctReviewYes')}
            onConfirm={() => setCorrects(true)}
          />
        </p>
      </>
    );
  }
  return (
    <>
      <EditReview view={view} onWritten={onChange} onUnsaved={setUnsaved} />
      {view.version > 0 && (
        <>
          <Reports {...props} writes />
          <Finish
            view={view}
            unsaved={unsaved}
            onFinished={(finished) => {
              setCorrects(false);
              onChange(finished);
            }}
          />
        </>
      )}
    </>
  );
}
