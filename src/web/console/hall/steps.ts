import { reachOf } from '../../../domain/address.ts';
import { connectionProblem } from '../../../domain/session/phone-use.ts';
import { sheetsLeftOver } from '../../../domain/session/sheets-left-over.ts';
import { laterScreen } from '../later-screen.tsx';
import { type ConsoleSession, hasReached } from '../session.ts';
import type { Step } from '../step.ts';
import { AnnouncementScreen } from './announcement-screen.tsx';
import { AttendanceScreen } from './attendance-screen.tsx';
import { BriefingScreen } from './briefing-screen.tsx';
import { CeremonyScreen } from './ceremony-screen.tsx';
import { ClosingScreen } from './closing-screen.tsx';
import { ConnectionScreen } from './connection-screen.tsx';
import { DocumentsScreen } from './documents-screen.tsx';
import { EndingScreen } from './ending-screen.tsx';
import { MinutesScreen } from './minutes-screen.tsx';
import { OpeningScreen } from './opening-screen.tsx';
import { PublishingScreen } from './publishing-screen.tsx';
import { RehearsalScreen } from './rehearsal-screen.tsx';
import { TallyScreen } from './tally-screen.tsx';
import { TurnoutScreen } from './turnout-screen.tsx';

/** Where papers lead is decided, and phones were seen to come there: by a code before there are papers, then by one. */
function isConnectionDone(session: ConsoleSession): boolean {
  const { phoneUse, phonesSeen, serviceAddress, missing } = session;
  if (connectionProblem(session, reachOf(serviceAddress)) !== undefined) return false;
  if (missing.some(({ code }) => code === 'printed-address-gone' || code === 'no-paper-seen-on-phone')) return false;
  return (
    phoneUse !== null || hasReached(session, 'open') || phonesSeen.some(({ address }) => address === serviceAddress)
  );
}

/** Asked before papers are made: where they lead. While the box is open it can still be allowed without TLS. */
export const connectionSteps: readonly Step[] = [
  {
    id: 'connection',
    title: 'stepConnection',
    during: ['draft', 'issued', 'open'],
    mends: ['address-for-this-computer', 'plain-address-undecided', 'printed-address-gone', 'no-paper-seen-on-phone'],
    Screen: ConnectionScreen,
    isDone: isConnectionDone,
  },
];

/** Keys and briefing, from the issue of papers to the conference. */
export const keySteps: readonly Step[] = [
  {
    id: 'ceremony',
    title: 'stepCeremony',
    during: ['issued'],
    Screen: CeremonyScreen,
    mends: ['spoken-code-not-confirmed', 'ceremony-not-done'],
    isDone: ({ missing }) => !missing.some(({ code }) => /^(ceremony|spoken-code)-/.test(code)),
  },
  {
    id: 'rehearsal',
    title: 'stepRehearsal',
    during: ['issued'],
    mends: ['rehearsal-not-passed'],
    Screen: RehearsalScreen,
    isDone: ({ missing }) => !missing.some(({ code }) => code === 'rehearsal-not-passed'),
  },
  {
    id: 'briefing',
    title: 'stepBriefing',
    during: ['draft', 'issued'],
    mends: ['briefing-missing'],
    Screen: BriefingScreen,
    isDone: ({ briefing }) => briefing !== null,
  },
];

/** What the office prints and signs beside the papers: decision, summons, lists, receipt. */
export const documentSteps: readonly Step[] = [
  {
    id: 'documents',
    title: 'stepDocuments',
    during: ['draft', 'issued', 'open', 'counting', 'closed', 'tallied', 'published'],
    Screen: DocumentsScreen,
    optional: true,
    isDone: () => false,
  },
];

/** What needs doing only when something happens. */
export const hallOccasions: readonly Step[] = [
  {
    id: 'cancel',
    title: 'stepCancel',
    during: ['draft', 'issued', 'open', 'counting'],
    Screen: laterScreen(async () => (await import('./cancel-screen.tsx')).CancelScreen),
    optional: true,
    isDone: () => false,
  },
  {
    id: 'unopenable',
    title: 'stepUnopenable',
    during: ['closed'],
    Screen: laterScreen(async () => (await import('./unopenable-screen.tsx')).UnopenableScreen),
    optional: true,
    isDone: () => false,
  },
];

/** From attendance to the end of phone voting. */
export const hallSteps: readonly Step[] = [
  {
    id: 'attendance',
    title: 'stepAttendance',
    during: ['issued'],
    Screen: AttendanceScreen,
    mends: ['attendance-missing', 'quorum-not-met'],
    isDone: ({ attendance, missing }) => attendance.recorded && !missing.some(({ code }) => code === 'quorum-not-met'),
  },
  {
    id: 'opening',
    title: 'stepOpening',
    during: ['issued'],
    Screen: OpeningScreen,
    mends: ['setup-not-prepared', 'setup-not-confirmed'],
    isDone: (session) => hasReached(session, 'open'),
  },
  {
    id: 'turnout',
    title: 'stepTurnout',
    during: ['open', 'counting'],
    optional: true,
    Screen: TurnoutScreen,
    isDone: (session) => hasReached(session, 'counting'),
  },
  {
    id: 'ending',
    title: 'stepEnding',
    during: ['open'],
    Screen: EndingScreen,
    // Not while it counts down: that can have to be mended.
    isDone: (session) => hasReached(session, 'counting'),
  },
];

/** The count. */
export const countSteps: readonly Step[] = [
  {
    id: 'announcement',
    title: 'stepAnnouncement',
    during: ['counting'],
    Screen: AnnouncementScreen,
    isDone: ({ announcement }) => announcement !== null,
  },
  {
    id: 'unused',
    title: 'stepUnused',
    during: ['open', 'counting'],
    mends: ['printed-differs'],
    Screen: laterScreen(async () => (await import('../prepare/unused-screen.tsx')).UnusedScreen),
    isDone: (session) =>
      hasReached(session, 'closed') ||
      (session.state === 'counting' && session.ledger.unused === sheetsLeftOver(session.ledger)),
  },
  {
    id: 'closing',
    title: 'stepClosing',
    during: ['counting'],
    Screen: ClosingScreen,
    isDone: (session) => hasReached(session, 'closed'),
  },
  {
    id: 'tally',
    title: 'stepTally',
    during: ['closed'],
    Screen: TallyScreen,
    isDone: (session) => hasReached(session, 'tallied'),
  },
];

/** What is left of the vote. */
export const resultSteps: readonly Step[] = [
  {
    id: 'minutes',
    title: 'stepMinutes',
    during: ['tallied'],
    Screen: MinutesScreen,
    isDone: ({ signedMinutes }) => signedMinutes,
  },
  {
    id: 'publishing',
    title: 'stepPublishing',
    during: ['tallied'],
    Screen: PublishingScreen,
    isDone: (session) => hasReached(session, 'published'),
  },
];
