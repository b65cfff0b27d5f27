import { call } from '../../../client/api.ts';
import { allowPlainVoting } from '../../../contract/session/sessions.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDateTime } from '../../shared/show/show-date.ts';
import { sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

/** How phones reach the service in the hall, and the chair's decision whether they may vote without TLS. */
export function ConnectionScreen({ session, reload }: StepProps) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const decide = useStepAction({ reload }, (allowed: boolean) =>
    call(connection, allowPlainVoting, { params: { sessionId: session.id }, body: { allowed } }),
  );
  const { plainVoting, serviceAddress } = session;
  const mayDecide = session.held.includes('chair') && !hasReached(session, 'open') && session.state !== 'cancelled';
  const isPlain = serviceAddress.startsWith('http:');
  return (
    <>
      <p>{t('connectionAddress', { address: serviceAddress })}</p>
      <p>{t(isPlain ? 'connectionPlain' : 'connectionTls')}</p>
      <p class="note" role="status">
        {plainVoting
          ? t('plainAllowed', { name: plainVoting.by.name, at: showDateTime(language, plainVoting.at) })
          : t('plainNotAllowed')}
      </p>
      <FailureNote failure={decide.failure} />
      {mayDecide && plainVoting === null && (
        <ConfirmButton
          label={t('plainAllow')}
          sentence={t('plainAllowAsk')}
          yes={t('plainAllow')}
          busy={decide.busy}
          onConfirm={() => void decide.run(true)}
        />
      )}
      {mayDecide && plainVoting !== null && (
        <button type="button" disabled={decide.busy} onClick={() => void decide.run(false)}>
          {t('plainForbid')}
        </button>
      )}
    </>
  );
}
