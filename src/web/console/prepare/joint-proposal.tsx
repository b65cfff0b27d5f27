import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { proposeDecision } from '../../../contract/decisions/decisions.ts';
import { type JointAction, tellersNeeded } from '../../../domain/session/joint-decision.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { TextArea } from '../../shared/forms/fields.tsx';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

interface Props extends StepProps {
  /** Undefined while something of it is not filled in. */
  readonly action: JointAction | undefined;
  readonly label: string;
  /** Names the consequence. */
  readonly sentence: string;
  onProposed?(): void;
}

/** Puts a decision of chair and tellers forward, with its reason and the chair's signature. */
export function JointProposal({ session, reload, action, label, sentence, onProposed }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [reason, setReason] = useState('');
  useUnsaved(reason);
  const id = useNewId();
  const proposal = useStepAction({ reload }, (wanted: JointAction) => {
    const body = { action: wanted, reason };
    return call(connection, proposeDecision, { params: { sessionId: session.id }, body: { id: id.of(body), ...body } });
  });
  const propose = async (wanted: JointAction) => {
    const reply = await proposal.run(wanted);
    if (!reply?.ok) return;
    id.renew();
    setReason('');
    onProposed?.();
  };
  return (
    <>
      <TextArea label={t('jointReason')} value={reason} onInput={setReason} rows={3} maxLength={2000} required />
      {action && (
        <p class="quiet small">
          {t('jointHow', { count: Math.min(tellersNeeded[action.kind], session.tellers.length) })}
        </p>
      )}
      <FailureNote failure={proposal.failure} />
      <ConfirmButton
        label={label}
        sentence={sentence}
        yes={t('jointPropose')}
        busy={proposal.busy}
        disabled={action === undefined || reason.trim() === ''}
        onConfirm={() => action && void propose(action)}
      />
    </>
  );
}
