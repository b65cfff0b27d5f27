import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { cancelSession } from '../../../contract/session/sessions.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { TextArea } from '../../shared/forms/fields.tsx';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { ForRole } from './for-role.tsx';
import { JointDecision } from './joint-decision.tsx';
import { MinutesLink } from './minutes-link.tsx';

/** Ending a session early: by the chair before opening, by chair and two tellers afterwards. */
export function CancelScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session } = props;
  if (session.state === 'cancelled') return <Cancelled {...props} />;
  if (hasReached(session, 'closed')) return <p class="note">{t('cancelTooLate')}</p>;
  return (
    <ForRole session={session} roles={['chair']} otherwise="onlyChair">
      {hasReached(session, 'open') ? (
        <>
          <p>{t('cancelOpenHow')}</p>
          <JointDecision
            {...props}
            action={{ kind: 'cancel' }}
            label={t('cancelLabel')}
            sentence={t('cancelAsk')}
            reason=""
          />
        </>
      ) : (
        <CancelEarly {...props} />
      )}
    </ForRole>
  );
}

function CancelEarly({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [reason, setReason] = useState('');
  useUnsaved(reason);
  const cancel = useStepAction({ reload }, () =>
    call(connection, cancelSession, { params: { sessionId: session.id }, body: { reason } }),
  );
  return (
    <>
      <p>{t('cancelEarlyHow')}</p>
      <TextArea label={t('jointReason')} value={reason} onInput={setReason} rows={3} maxLength={2000} required />
      <FailureNote failure={cancel.failure} />
      <ConfirmButton
        label={t('cancelLabel')}
        sentence={t('cancelAsk')}
        yes={t('cancelLabel')}
        busy={cancel.busy}
        disabled={reason.trim() === ''}
        onConfirm={() => void cancel.run()}
      />
    </>
  );
}

function Cancelled({ session }: Pick<StepProps, 'session'>) {
  const { t } = useTranslation(sentences);
  const { cancellation, decisions } = session;
  const afterOpening = decisions.some(({ action, status }) => action.kind === 'cancel' && status === 'effective');
  return (
    <>
      <p class="note">{t('cancelledBecause', { reason: cancellation?.reason ?? '' })}</p>
      {afterOpening && <MinutesLink session={session} />}
    </>
  );
}
