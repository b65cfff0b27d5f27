import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import type { useTellerTranslation } from './translation.ts';

type Decision = Pick<SessionOfTeller['decisions'][number], 'action' | 'newTeller'>;

/** What a joint decision does, in one sentence: exactly what is signed. */
export function sayAction(
  { action, newTeller }: Decision,
  { subjects, tellers }: SessionOfTeller,
  t: ReturnType<typeof useTellerTranslation>['t'],
): string {
  switch (action.kind) {
    case 'correct-subject': {
      const { name, position } = action;
      return t('doCorrect', { before: subjectOf(subjects, action.subjectId), name, position });
    }
    case 'strike-subject':
      return t('doStrike', { subject: subjectOf(subjects, action.subjectId) });
    case 'replace-teller':
      return t('doReplaceTeller', {
        before: tellers.find(({ index }) => index === action.index)?.name ?? '',
        after: newTeller ?? '',
      });
    case 'replace-lost-sheet':
      return t('doReplaceSheet');
    case 'end-phone-voting':
      return t('doEndPhones');
    case 'restart-countdown':
      return t('doRestartCountdown');
    case 'end-countdown':
      return t('doEndCountdown');
    case 'return-to-open':
      return t('doReturn');
    case 'close-with-deviation':
      return t('doDeviation');
    case 'cancel':
      return t('doCancel');
    case 'declare-unopenable':
      return t('doUnopenable');
  }
}

function subjectOf(subjects: SessionOfTeller['subjects'], subjectId: string): string {
  const subject = subjects.find(({ id }) => id === subjectId);
  return subject ? `${subject.name} (${subject.position})` : '';
}
