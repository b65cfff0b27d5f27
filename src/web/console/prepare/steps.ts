import { laterScreen } from '../later-screen.tsx';
import { hasReached } from '../session.ts';
import type { Step } from '../step.ts';
import { HandOutScreen } from './hand-out-screen.tsx';
import { IssueScreen } from './issue-screen.tsx';
import { RollScreen } from './roll-screen.tsx';
import { SettingsScreen } from './settings-screen.tsx';
import { SubjectsScreen } from './subjects-screen.tsx';

/** Drawing the session up, until its lists are final and papers can be made. */
export const draftSteps: readonly Step[] = [
  { id: 'settings', title: 'stepSettings', during: ['draft'], isDone: () => true, Screen: SettingsScreen },
  {
    id: 'subjects',
    title: 'stepSubjects',
    during: ['draft'],
    mends: ['no-subjects', 'teller-is-subject', 'teller-named-like-subject'],
    fills: 'subjects',
    isDone: ({ missing }) => !missing.some(({ code }) => code === 'no-subjects'),
    Screen: SubjectsScreen,
  },
  {
    id: 'roll',
    title: 'stepRoll',
    during: ['draft'],
    mends: ['empty-roll'],
    fills: 'roll',
    isDone: ({ roll }) => roll.length > 0,
    Screen: RollScreen,
  },
  {
    id: 'tellers',
    title: 'stepTellers',
    during: ['draft'],
    mends: [
      ...['too-few-tellers', 'threshold-out-of-range', 'teller-named-twice'],
      ...['teller-is-subject', 'teller-named-like-subject'],
    ],
    isDone: ({ tellers, missing }) => tellers.length > 0 && !missing.some(({ code }) => /teller|threshold/.test(code)),
    Screen: laterScreen(async () => (await import('./tellers-screen.tsx')).TellersScreen),
  },
  {
    id: 'dossiers',
    title: 'stepDossiers',
    during: ['draft', 'issued'],
    optional: true,
    isDone: () => false,
    Screen: laterScreen(async () => (await import('./dossiers-screen.tsx')).DossiersScreen),
  },
  {
    id: 'issue',
    title: 'stepIssue',
    during: ['draft'],
    isDone: (session) => hasReached(session, 'issued'),
    Screen: IssueScreen,
  },
];

/** Making papers and handing them out. */
export const paperSteps: readonly Step[] = [
  {
    id: 'papers',
    title: 'stepPapers',
    during: ['issued'],
    mends: ['print-run-not-confirmed', 'no-papers'],
    isDone: ({ missing }) => !missing.some(({ code }) => code === 'print-run-not-confirmed' || code === 'no-papers'),
    Screen: laterScreen(async () => (await import('./papers-screen.tsx')).PapersScreen),
  },
  {
    id: 'hand-out',
    title: 'stepHandOut',
    during: ['issued', 'open'],
    mends: ['more-ticks-than-sheets'],
    isDone: ({ roll, missing }) =>
      roll.every(({ received }) => received !== null) && !missing.some(({ code }) => code === 'more-ticks-than-sheets'),
    Screen: HandOutScreen,
  },
];

/** What is only done when something happens. */
export const whenNeeded: readonly Step[] = [
  {
    id: 'sheets',
    title: 'stepSheets',
    during: ['issued', 'open', 'counting'],
    optional: true,
    Screen: laterScreen(async () => (await import('./sheets-screen.tsx')).SheetsScreen),
    isDone: () => false,
  },
  {
    id: 'corrections',
    title: 'stepCorrections',
    during: ['issued'],
    optional: true,
    Screen: laterScreen(async () => (await import('./corrections-screen.tsx')).CorrectionsScreen),
    isDone: () => false,
  },
];
