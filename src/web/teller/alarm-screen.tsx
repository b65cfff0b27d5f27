import { useLayoutEffect, useRef } from 'preact/hooks';
import { useTellerSpeech } from './speech.ts';
import type { Alarm } from './teller-state.ts';

interface Props {
  readonly alarm: Alarm;
  again(): void;
}

/** Something does not fit: it fills the screen, and nothing was sent. */
export function AlarmScreen({ alarm, again }: Props) {
  const { say } = useTellerSpeech();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const { failure } = alarm;
  return (
    <div class="alarm-screen" role="alert" tabIndex={-1} ref={box}>
      <h1 class="screen-title">{say('alarmTitle')}</h1>
      <p class="alarm-nothing">{say(afterSending.has(alarm.refusal) ? 'alarmNotTaken' : 'alarmNothingSent')}</p>
      <p>{whatIsWrong(alarm, say)}</p>
      {failure && (
        <p class="small">
          {say('alarmDetail', { check: failure.check, reason: failure.reason, where: failure.where ?? '' })}
        </p>
      )}
      <p>{say(alarm.refusal === 'announced-number-differs' ? 'alarmNumberNow' : 'alarmNow')}</p>
      <div class="actions">
        <button type="button" onClick={again}>
          {say('alarmAgain')}
        </button>
      </div>
    </div>
  );
}

/** What the service says of a share that it was sent. */
const afterSending: ReadonlySet<string> = new Set(['share-invalid', 'shares-inconsistent', 'rehearsal-invalid']);

type Say = ReturnType<typeof useTellerSpeech>['say'];

function whatIsWrong({ refusal, numbers, failure }: Alarm, say: Say): string {
  switch (refusal) {
    case 'announced-number-differs':
      return numbers ? say('alarmNumber', numbers) : say('alarmNumberServer');
    case 'record-invalid':
      return say(failure?.reason === 'head' ? 'alarmHead' : 'alarmRecord');
    case 'record-not-closed':
      return say('alarmNotClosed');
    case 'another-tally':
      return say('alarmAnotherTally');
    case 'another-election':
      return say('alarmAnotherElection');
    case 'own-key-missing':
      return say('alarmOwnKey');
    case 'trustees-differ':
      return say('alarmTrustees');
    case 'rehearsal-of-the-vote':
      return say('alarmRehearsalOfVote');
    case 'election-differs':
      return say('alarmQuestions');
    case 'credentials-differ':
      return say('alarmPapers');
    case 'document-roll':
    case 'document-form':
    case 'document-briefing':
      return say('alarmDocuments');
    case 'setup-hash':
      return say('alarmSetup');
    case 'share-invalid':
    case 'shares-inconsistent':
    case 'rehearsal-invalid':
      return say('alarmShare');
    default:
      return say('alarmOther', { refusal });
  }
}
