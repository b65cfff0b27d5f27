import type { HallJobName, OfficeJobName } from './jobs.ts';

/** What holds for one kind of job. */
export interface JobLimit {
  /** From its beginning in a thread; then the thread is ended and the job refused. */
  readonly seconds: number;
  /** Never takes the last thread of its lane, which is kept for what somebody waits for. */
  readonly leavesRoom?: true;
  /** The service's own work, for which nobody waits: leaves room, and is ended when the service stops. */
  readonly background?: true;
}

/** Generous: a ballot takes some 30 ms, the tally of 500 ballots on 48 subjects some seconds. */
export const hallLimits = {
  checkBallotSignature: { seconds: 30 },
  checkBallot: { seconds: 30 },
  checkCeremonyMessage: { seconds: 60, leavesRoom: true },
  checkShare: { seconds: 60, leavesRoom: true },
  openTotals: { seconds: 120, leavesRoom: true },
  computeTally: { seconds: 300, leavesRoom: true },
  verifyRehearsal: { seconds: 120, leavesRoom: true },
} as const satisfies Record<HallJobName, JobLimit>;

/** The office's work gives way to the hall's and then takes long; a list of 20,000 lines takes 2 s on a quiet machine. */
export const officeLimits = {
  previewRoster: { seconds: 60 },
  importRoster: { seconds: 120 },
  previewDelegates: { seconds: 60 },
  enterDelegates: { seconds: 120 },
  previewParticipants: { seconds: 60 },
  readTargetFile: { seconds: 60 },
  previewProvince: { seconds: 180 },
  importProvince: { seconds: 180 },
  exportProvince: { seconds: 180 },
  judgeImports: { seconds: 60 },
  takeBackImport: { seconds: 180 },
  writeRollUp: { seconds: 120 },
  writeWorkbook: { seconds: 120 },
  writeResultWorkbook: { seconds: 60 },
  writeTemplate: { seconds: 60 },
  writeDocuments: { seconds: 120 },
  writeMinutes: { seconds: 60 },
  writeCancellationMinutes: { seconds: 60 },
  verifyRecord: { seconds: 1800, background: true },
  checkChain: { seconds: 1800, background: true },
  backUp: { seconds: 7200, background: true },
} as const satisfies Record<OfficeJobName, JobLimit>;

/** How much a lane may take on. */
export interface LaneBounds {
  /** Jobs that wait; whoever comes then is refused `overloaded`. */
  readonly waiting: number;
  /** Jobs of one account, waiting and begun. */
  readonly ofOneAccount: number;
  /** Megabytes of JavaScript objects in one thread; a job that needs more is refused like one that takes too long. */
  readonly memory: number;
}

/** Far above a hall: 300 phones at the same moment. */
export const hallBounds: LaneBounds = { waiting: 3000, ofOneAccount: Number.POSITIVE_INFINITY, memory: 1024 };

/** A file has 20 MB at most, and all that wait are in memory. */
export const officeBounds: LaneBounds = { waiting: 32, ofOneAccount: 8, memory: 1024 };
