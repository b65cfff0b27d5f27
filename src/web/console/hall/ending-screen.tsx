import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { JointDecision } from './joint-decision.tsx';
import { PhoneVotingCountdown } from './phone-voting-countdown.tsx';
import { useTurnoutOf } from './use-turnout-of.ts';

/** Ending phone voting: chair and one teller decide it, and every open page counts down. */
export function EndingScreen(props: StepProps) {
  const { say } = useTranslation(sentences);
  const { session } = props;
  const watched = useTurnoutOf(props);
  const { turnout } = watched;
  if (session.state === 'open' && session.phoneVotingEndsAt === null) {
    return (
      <>
        {turnout && (
          <p role="status">
            {say('endingOut', { collected: turnout.collected, out: turnout.issued - turnout.collected })}
          </p>
        )}
        <JointDecision
          {...props}
          action={{ kind: 'end-phone-voting' }}
          label={say('endingLabel')}
          sentence={say('endingAsk')}
          reason={say('endingReason')}
        />
      </>
    );
  }
  return (
    <>
      <PhoneVotingCountdown watched={watched} />
      {session.state === 'open' && <MendCountdown {...props} />}
      {turnout?.state !== 'open' && <p class="note note-strong">{say('endingOver')}</p>}
    </>
  );
}

/** For a machine that stood still, or pages that count otherwise: the time once more, or its end, by chair and a teller. */
function MendCountdown(props: StepProps) {
  const { say } = useTranslation(sentences);
  const kinds = ['restart-countdown', 'end-countdown'] as const;
  const pending = props.session.decisions.some(
    ({ action, status }) => status === 'proposed' && kinds.some((kind) => kind === action.kind),
  );
  return (
    <details open={pending}>
      <summary>{say('mendCountdown')}</summary>
      <section>
        <h2>{say('restartLabel')}</h2>
        <p>{say('restartWhen')}</p>
        <JointDecision
          {...props}
          action={{ kind: 'restart-countdown' }}
          label={say('restartLabel')}
          sentence={say('restartAsk')}
          reason={say('mendReason')}
        />
      </section>
      <section>
        <h2>{say('endNowLabel')}</h2>
        <p>{say('endNowWhen')}</p>
        <JointDecision
          {...props}
          action={{ kind: 'end-countdown' }}
          label={say('endNowLabel')}
          sentence={say('endNowAsk')}
          reason={say('mendReason')}
        />
      </section>
    </details>
  );
}
