import type { Sentence } from './sentences.ts';
import { type ConsoleSession, hasReached } from './session.ts';

interface Figure {
  readonly title: Sentence;
  readonly value: number;
  /** What it is a part of, where that says something. */
  readonly of?: number;
}

/** What a chair is asked for while the session stands as it does; nothing that the box keeps to itself while it is open. */
export function figuresOf(session: ConsoleSession): readonly Figure[] {
  const { subjects, roll, tellers, threshold, ledger, sheetsLeft, attendance } = session;
  const voted = subjects.filter(({ excludedFor, struckFor }) => excludedFor === null && struckFor === null).length;
  const present: Figure = { title: 'figurePresent', value: attendance.present, of: attendance.summoned };
  if (!hasReached(session, 'issued')) {
    return [
      { title: 'figureSubjects', value: voted },
      { title: 'figureVoters', value: roll.length },
      { title: 'figureTellers', value: tellers.length },
      ...(tellers.length > 0 ? [{ title: 'figureThreshold', value: threshold } as const] : []),
    ];
  }
  if (!hasReached(session, 'counting')) {
    return [
      { title: 'figureSubjects', value: voted },
      ...(attendance.recorded ? [present] : []),
      { title: 'ledgerHandedOut', value: ledger.handedOut },
      ...(session.phonePapers ? [{ title: 'ledgerPhone', value: ledger.phone } as const] : []),
      { title: 'ledgerLeft', value: sheetsLeft },
    ];
  }
  return [
    present,
    { title: 'figureIssued', value: ledger.issued },
    ...(ledger.collected === null ? [] : [{ title: 'figureCollected', value: ledger.collected } as const]),
    ...(ledger.notReturned === null ? [] : [{ title: 'ledgerNotReturned', value: ledger.notReturned } as const]),
  ];
}
