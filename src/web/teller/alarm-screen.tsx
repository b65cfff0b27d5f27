import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Alarm } from './teller-state.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly alarm: Alarm;
  again(): void;
}

/** Something does not fit: it fills the screen, and nothing was sent. */
export function AlarmScreen({ alarm, again }: Props) {
  const { t } = useTellerTranslation();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const { failure } = alarm;
  return (
    <div class="alarm-screen" role="alert" tabIndex={-1} ref={box}>
      <h1 class="screen-title">{t('alarmTitle')}</h1>
      <p class="alarm-nothing">{t(afterSending.has(alarm.refusal) ? 'alarmNotTaken' : 'alarmNothingSent')}</p>
      <p>{whatIsWrong(alarm, t)}</p>
      {failure && (
        <p class="small">
          {t('alarmDetail', { check: failure.check, reason: failure.reason, where: failure.where ?? '' })}
        </p>
      )}
      <p>{t(alarm.refusal === 'announced-number-differs' ? 'alarmNumberNow' : 'alarmNow')}</p>
      <div class="actions">
        <button type="button" onClick={again}>
          {t('alarmAgain')}
        </button>
      </div>
    </div>
  );
}

/** What the service says of a share that it was sent. */
const afterSending: ReadonlySet<string> = new Set(['share-invalid', 'shares-inconsistent', 'rehearsal-invalid']);

type Say = ReturnType<typeof useTellerTranslation>['t'];

function whatIsWrong({ refusal, numbers, failure }: Alarm, t: Say): string {
  switch (refusal) {
    case 'announced-number-differs':
      return numbers ? t('alarmNumber', numbers) : t('alarmNumberServer');
    case 'record-invalid':
      return t(failure?.reason === 'head' ? 'alarmHead' : 'alarmRecord');
    case 'record-not-closed':
      return t('alarmNotClosed');
    case 'another-tally':
      return t('alarmAnotherTally');
    case 'another-election':
      return t('alarmAnotherElection');
    case 'own-key-missing':
      return t('alarmOwnKey');
    case 'trustees-differ':
      return t('alarmTrustees');
    case 'rehearsal-of-the-vote':
      return t('alarmRehearsalOfVote');
    case 'election-differs':
      return t('alarmQuestions');
    case 'credentials-differ':
      return t('alarmPapers');
    case 'document-roll':
    case 'document-form':
    case 'document-briefing':
      return t('alarmDocuments');
    case 'setup-hash':
      return t('alarmSetup');
    case 'share-invalid':
    case 'shares-inconsistent':
    case 'rehearsal-invalid':
      return t('alarmShare');
    default:
      return t('alarmOther', { refusal });
  }
}
