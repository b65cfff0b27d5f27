import type { JointActionKind } from '../../../domain/session/joint-decision.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { PendingDecision } from '../hall/joint-decision.tsx';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';

type Decision = ConsoleSession['decisions'][number];

interface Props extends StepProps {
  readonly kinds: readonly JointActionKind[];
  /** What a decision is about, in one sentence. */
  describe(decision: Decision): string;
}

/** The decisions of some kinds: those awaiting signatures first, then those that took effect or were overtaken. */
export function DecisionsMade({ session, reload, kinds, describe }: Props) {
  const { t } = useTranslation(sentences);
  const decisions = session.decisions.filter(({ action }) => kinds.includes(action.kind));
  const pending = decisions.filter(({ status }) => status === 'proposed');
  const past = decisions.filter(({ status }) => status !== 'proposed');
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>{t('decisionsTitle')}</h2>
      {pending.map((decision) => (
        <PendingDecision
          key={decision.id}
          session={session}
          reload={reload}
          decision={decision}
          sentence={describe(decision)}
        />
      ))}
      {past.length > 0 && (
        <ul class="entries">
          {past.map((decision) => (
            <li key={decision.id}>
              <p>
                {describe(decision)}{' '}
                <span class="quiet small">
                  {t(decision.status === 'effective' ? 'decisionEffective' : 'decisionOvertaken')}
                </span>
              </p>
              <p class="quiet">{t('jointBecause', { reason: decision.reason })}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
