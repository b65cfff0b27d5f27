import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { proposeDecision, signDecision } from '../../../contract/decisions/decisions.ts';
import { type JointAction, tellersNeeded } from '../../../domain/session/joint-decision.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { TextArea } from '../../shared/forms/fields.tsx';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

type Decision = ConsoleSession['decisions'][number];

interface Props extends StepProps {
  /** One that needs no more than its kind to be told from others. */
  readonly action: JointAction & {
    readonly kind: Exclude<JointAction['kind'], 'correct-subject' | 'strike-subject' | 'replace-teller'>;
  };
  /** What the button says before anything is asked. */
  readonly label: string;
  /** Names the consequence. */
  readonly sentence: string;
  /** Proposed as the reason; empty where one has to be given. */
  readonly reason: string;
}

/**
 * A decision of chair and tellers together: the chair proposes and signs it here, or signs what a teller proposed; the
 * tellers sign on their own devices. It takes effect with the last signature.
 */
export function JointDecision({ session, reload, action, label, sentence, reason }: Props) {
  const { t } = useTranslation(sentences);
  const pending = session.decisions.find(
    ({ action: { kind }, status }) => kind === action.kind && status === 'proposed',
  );
  if (!session.held.includes('chair')) return <p class="note">{t('onlyChair')}</p>;
  if (pending) return <PendingDecision session={session} reload={reload} decision={pending} sentence={sentence} />;
  return (
    <Proposal session={session} reload={reload} action={action} label={label} sentence={sentence} reason={reason} />
  );
}

function Proposal({ session, reload, action, label, sentence, reason }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [given, setGiven] = useState(reason);
  useUnsaved(given);
  const id = useNewId();
  const proposal = useStepAction({ reload }, () => {
    const body = { action, reason: given };
    return call(connection, proposeDecision, { params: { sessionId: session.id }, body: { id: id.of(body), ...body } });
  });
  const tellers = Math.min(tellersNeeded[action.kind], session.tellers.length);
  return (
    <>
      <p>{t('jointHow', { count: tellers })}</p>
      <TextArea label={t('jointReason')} value={given} onInput={setGiven} rows={3} maxLength={2000} required />
      <FailureNote failure={proposal.failure} />
      <ConfirmButton
        label={label}
        sentence={sentence}
        yes={t('jointPropose')}
        main
        busy={proposal.busy}
        disabled={given.trim() === ''}
        onConfirm={() => void proposal.run()}
      />
    </>
  );
}

interface PendingProps extends StepProps {
  readonly decision: Decision;
  readonly sentence: string;
}

/** A decision that was proposed: why, who has signed it, who has still to. The chair signs here. */
export function PendingDecision({ session, reload, decision, sentence }: PendingProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  useFresh(reload, 2000);
  const signing = useStepAction({ reload }, () =>
    call(connection, signDecision, { params: { sessionId: session.id, decisionId: decision.id } }),
  );
  const { signatures } = decision;
  const chairSigned = signatures.some(({ capacity }) => capacity === 'chair');
  const tellers = signatures.filter(({ capacity }) => capacity === 'teller').length;
  const awaited = Math.min(tellersNeeded[decision.action.kind], session.tellers.length) - tellers;
  return (
    <div class="note note-strong">
      <p>
        <strong>{sentence}</strong>
      </p>
      <p>{t('jointBecause', { reason: decision.reason })}</p>
      <div role="status">
        <ul>
          {signatures.map(({ actor, capacity, at }) => (
            <li key={at + actor.name}>
              {t(capacity === 'chair' ? 'jointSignedChair' : 'jointSignedTeller', { name: actor.name })}
            </li>
          ))}
          {!chairSigned && <li>{t('jointAwaitsChair')}</li>}
          {awaited > 0 && <li>{t('jointAwaitsTellers', { count: awaited })}</li>}
        </ul>
      </div>
      <FailureNote failure={signing.failure} />
      {!chairSigned && (
        <button type="button" class="main-button" disabled={signing.busy} onClick={() => void signing.run()}>
          {t('jointSign')}
        </button>
      )}
    </div>
  );
}
