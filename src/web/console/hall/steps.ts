import { hasReached } from '../session.ts';
import type { Step } from '../step.ts';

/** Keys and briefing, from the issue of papers to the conference. */
export const keySteps: readonly Step[] = [
  {
    ...{ id: 'ceremony', title: 'stepCeremony', during: ['issued'] },
    mends: ['spoken-code-not-confirmed', 'ceremony-not-done'],
    isDone: ({ missing }) => !missing.some(({ code }) => /^(ceremony|spoken-code)-/.test(code)),
  },
  {
    ...{ id: 'rehearsal', title: 'stepRehearsal', during: ['issued'], mends: ['rehearsal-not-passed'] },
    isDone: ({ missing }) => !missing.some(({ code }) => code === 'rehearsal-not-passed'),
  },
  {
    ...{ id: 'briefing', title: 'stepBriefing', during: ['draft', 'issued'], mends: ['briefing-missing'] },
    isDone: ({ briefing }) => briefing !== null,
  },
];

/** From attendance to the end of phone voting. */
export const hallSteps: readonly Step[] = [
  {
    ...{ id: 'attendance', title: 'stepAttendance', during: ['issued'] },
    mends: ['attendance-missing', 'quorum-not-met'],
    isDone: ({ attendance, missing }) => attendance.recorded && !missing.some(({ code }) => code === 'quorum-not-met'),
  },
  {
    ...{ id: 'opening', title: 'stepOpening', during: ['issued'] },
    mends: ['setup-not-prepared', 'setup-not-confirmed'],
    isDone: (session) => hasReached(session, 'open'),
  },
  {
    ...{ id: 'turnout', title: 'stepTurnout', during: ['open', 'counting'], optional: true },
    isDone: (session) => hasReached(session, 'counting'),
  },
  {
    ...{ id: 'ending', title: 'stepEnding', during: ['open'] },
    isDone: (session) => session.phoneVotingEndsAt !== null || hasReached(session, 'counting'),
  },
];

/** The count. */
export const countSteps: readonly Step[] = [
  {
    ...{ id: 'announcement', title: 'stepAnnouncement', during: ['counting'] },
    isDone: ({ announcement }) => announcement !== null,
  },
  {
    ...{ id: 'closing', title: 'stepClosing', during: ['counting'] },
    mends: ['printed-differs', 'issued-differs', 'collected-differs', 'sheets-differ', 'collected-exceeds-present'],
    isDone: (session) => hasReached(session, 'closed'),
  },
  {
    ...{ id: 'tally', title: 'stepTally', during: ['closed'] },
    isDone: (session) => hasReached(session, 'tallied'),
  },
];

/** What is left of the vote. */
export const resultSteps: readonly Step[] = [
  {
    ...{ id: 'minutes', title: 'stepMinutes', during: ['tallied'] },
    isDone: (session) => hasReached(session, 'published'),
  },
  {
    ...{ id: 'publishing', title: 'stepPublishing', during: ['tallied'] },
    isDone: (session) => hasReached(session, 'published'),
  },
];
