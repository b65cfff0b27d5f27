import type { SessionView } from '../../contract/session/sessions.ts';
import type { useTellerSpeech } from './speech.ts';

type Decision = Pick<SessionView['decisions'][number], 'action' | 'newTeller'>;

/** What a joint decision does, in one sentence: exactly what is signed. */
export function sayAction(
  { action, newTeller }: Decision,
  { subjects, tellers }: SessionView,
  say: ReturnType<typeof useTellerSpeech>['say'],
): string {
  switch (action.kind) {
    case 'correct-subject': {
      const { name, position } = action;
      return say('doCorrect', { before: subjectOf(subjects, action.subjectId), name, position });
    }
    case 'strike-subject':
      return say('doStrike', { subject: subjectOf(subjects, action.subjectId) });
    case 'replace-teller':
      return say('doReplaceTeller', {
        before: tellers.find(({ index }) => index === action.index)?.name ?? '',
        after: newTeller ?? '',
      });
    case 'replace-lost-sheet':
      return say('doReplaceSheet');
    case 'end-phone-voting':
      return say('doEndPhones');
    case 'restart-countdown':
      return say('doRestartCountdown');
    case 'end-countdown':
      return say('doEndCountdown');
    case 'return-to-open':
      return say('doReturn');
    case 'close-with-deviation':
      return say('doDeviation');
    case 'cancel':
      return say('doCancel');
  }
}

function subjectOf(subjects: SessionView['subjects'], subjectId: string): string {
  const subject = subjects.find(({ id }) => id === subjectId);
  return subject ? `${subject.name} (${subject.position})` : '';
}
