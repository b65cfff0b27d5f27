import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { JointDecision } from './joint-decision.tsx';
import { PhoneVotingCountdown } from './phone-voting-countdown.tsx';
import { useTurnoutOf } from './use-turnout-of.ts';

/** Ending phone voting: chair and one teller decide it, and every open page counts down. */
export function EndingScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session } = props;
  const watched = useTurnoutOf(props);
  const { turnout } = watched;
  if (session.state === 'open' && session.phoneVotingEndsAt === null) {
    return (
      <>
        {turnout && (
          <p role="status">
            {t('endingOut', { collected: turnout.collected, out: turnout.issued - turnout.collected })}
          </p>
        )}
        <JointDecision
          {...props}
          action={{ kind: 'end-phone-voting' }}
          label={t('endingLabel')}
          sentence={t('endingAsk')}
          reason={t('endingReason')}
        />
      </>
    );
  }
  return (
    <>
      <PhoneVotingCountdown watched={watched} />
      {session.state === 'open' && <MendCountdown {...props} />}
      {turnout?.state !== 'open' && <p class="note note-strong">{t('endingOver')}</p>}
    </>
  );
}

/** For a machine that stood still, or pages that count otherwise: the time once more, or its end, by chair and a teller. */
function MendCountdown(props: StepProps) {
  const { t } = useTranslation(sentences);
  const kinds = ['restart-countdown', 'end-countdown'] as const;
  const pending = props.session.decisions.some(
    ({ action, status }) => status === 'proposed' && kinds.some((kind) => kind === action.kind),
  );
  return (
    <details open={pending}>
      <summary>{t('mendCountdown')}</summary>
      <section>
        <h2>{t('restartLabel')}</h2>
        <p>{t('restartWhen')}</p>
        <JointDecision
          {...props}
          action={{ kind: 'restart-countdown' }}
          label={t('restartLabel')}
          sentence={t('restartAsk')}
          reason={t('mendReason')}
        />
      </section>
      <section>
        <h2>{t('endNowLabel')}</h2>
        <p>{t('endNowWhen')}</p>
        <JointDecision
          {...props}
          action={{ kind: 'end-countdown' }}
          label={t('endNowLabel')}
          sentence={t('endNowAsk')}
          reason={t('mendReason')}
        />
      </section>
    </details>
  );
}
