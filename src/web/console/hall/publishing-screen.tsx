import { call } from '../../../client/api.ts';
import { publishResult, type ResultView, readResult } from '../../../contract/results/results.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { hashTo } from '../../shared/frame/hash.ts';
import { RevealingTotals } from '../../shared/show/revealing-totals.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDateTime } from '../../shared/show/show-date.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { ForRole } from './for-role.tsx';

/** Publishing to the committee and its superior, and what became of the result since. */
export function PublishingScreen(props: StepProps) {
  return (
    <ForRole session={props.session} roles={['chair']} otherwise="onlyChair">
      <ChairsPublishing {...props} />
    </ForRole>
  );
}

function ChairsPublishing({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const loaded = useLoad(
    () => call(connection, readResult, { params: { sessionId: session.id } }),
    [session.id, session.state],
  );
  return (
    <>
      <p>
        <a class="button" href={`/results${hashTo(session.id)}`}>
          {t('resultOpen')}
        </a>
      </p>
      <Loaded of={loaded}>
        {(result) =>
          session.state === 'published' ? (
            <Published result={result} />
          ) : (
            <>
              <RevealingTotals result={result} />
              <Publish session={session} reload={reload} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Publish({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const publish = useStepAction({ reload }, () =>
    call(connection, publishResult, { params: { sessionId: session.id } }),
  );
  const readers =
    session.superiorName === null ? session.committeeName : `${session.committeeName}, ${session.superiorName}`;
  return (
    <>
      <p>{t('publishHow', { readers })}</p>
      {!session.signedMinutes && <p class="note">{t('signedMissing')}</p>}
      <FailureNote failure={publish.failure} />
      <ConfirmButton
        label={t('publishLabel')}
        sentence={t('publishAsk', { readers })}
        yes={t('publishLabel')}
        main
        busy={publish.busy}
        disabled={!session.signedMinutes}
        onConfirm={() => void publish.run()}
      />
    </>
  );
}

function Published({ result: { publishedAt, annulment } }: { readonly result: ResultView }) {
  const { t, language } = useTranslation(sentences);
  return (
    <>
      <p class="note note-strong" role="status">
        {t('publishedAt', { at: publishedAt === null ? '' : showDateTime(language, publishedAt) })}
      </p>
      <p>{t('destroyCards')}</p>
      {annulment && (
        <div class="note alarm">
          <p>
            <strong>
              {t('annulledBy', { decision: annulment.decision, at: showDateTime(language, annulment.at) })}
            </strong>
          </p>
          <p>{annulment.reason}</p>
        </div>
      )}
    </>
  );
}
