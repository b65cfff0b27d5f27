import { call } from '../../../client/api.ts';
import { issueSession } from '../../../contract/session/sessions.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { MissingList } from '../missing-list.tsx';
import { sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { TestSheetLater } from './test-sheet-later.tsx';

/** Freezes subjects, roll, tellers and wording; papers can be made from then on. */
export function IssueScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const isChair = session.held.includes('chair');
  const action = useStepAction({ reload }, () => call(connection, issueSession, { params: { sessionId: session.id } }));
  const standing = session.subjects.filter(({ excludedFor, struckFor }) => excludedFor === null && struckFor === null);
  if (hasReached(session, 'issued')) return <p role="status">{t('issuedAlready')}</p>;
  return (
    <>
      <p>
        {t(session.ratesOrganisations ? 'issueOrganisations' : 'issueSummary', {
          subjects: standing.length,
          left: session.subjects.length - standing.length,
          voters: session.roll.length,
          tellers: session.tellers.length,
          threshold: session.threshold,
        })}
      </p>
      <TestSheetLater session={session} label="previewSheet" />
      <MissingList problems={session.missing} />
      <FailureNote failure={action.failure} />
      {isChair ? (
        <ConfirmButton
          label={t('issue')}
          sentence={t('issueSure')}
          yes={t('issue')}
          main
          busy={action.busy}
          disabled={session.missing.length > 0}
          onConfirm={() => void action.run()}
        />
      ) : (
        <p class="note">{t('onlyChair')}</p>
      )}
    </>
  );
}
