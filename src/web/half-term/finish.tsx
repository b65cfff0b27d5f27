import { call } from '../../client/api.ts';
import { finishReview, type ReviewView } from '../../contract/half-term/half-term.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly view: ReviewView;
  /** What stands in the form was not kept yet. */
  readonly unsaved: boolean;
  onFinished(view: ReviewView): void;
}

/** Tells the superior that the review is complete; what it still lacks is said before. */
export function Finish({ view, unsaved, onFinished }: Props) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  const { committeeId, term, version, counts, unanswered } = view;
  const action = useAction(async () => {
    const reply = await call(connection, finishReview, {
      params: { committeeId },
      query: { term },
      body: { version },
    });
    if (reply.ok) onFinished(reply.value);
    return reply;
  });
  const lacks = [
    ...(view.targets.length === 0 ? [t('noTargets')] : []),
    ...(counts['not-known'] > 0 ? [t('targetsUnknown', { count: counts['not-known'] })] : []),
    ...(unanswered.length > 0 ? [t('unanswered', { count: unanswered.length })] : []),
  ];
  return (
    <section>
      <h2>{t('finishTitle')}</h2>
      <p>{t('finishExplained')}</p>
      {lacks.length > 0 && (
        <div class="note">
          {lacks.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {unsaved && <p>{t('keepFirst')}</p>}
      <FailureNote failure={action.failure} />
      <ConfirmButton
        label={t('finish')}
        sentence={t('finishAsked')}
        yes={t('finishYes')}
        disabled={unsaved}
        busy={action.busy}
        onConfirm={() => void action.run()}
      />
    </section>
  );
}
