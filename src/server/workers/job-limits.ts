import { largestBatch } from '../../protocol/ballot/check-ballots.ts';
import type { BallotToCheck, HallJobName, OfficeJobName } from './jobs.ts';

/** What holds for one kind of job. */
export interface JobLimit {
  /** From its beginning in a thread; then the thread is ended and the job refused. */
  readonly seconds: number;
  /** Never takes the last thread of its lane, which is kept for what somebody waits for; a few may overtake it, no more. */
  readonly leavesRoom?: true;
  /** The service's own work, for which nobody waits: leaves room, waits in a queue of its kind, and is ended when the service stops. */
  readonly background?: true;
  /** Before all that wait, and where the queue is full: it looks at the lane itself. */
  readonly ahead?: true;
  /** Those that wait when one begins are done together with it, and answered together; none waits for others to come. */
  readonly together?: Together;
}

/** Jobs that cost less together: their handler is given a list of inputs, and gives as many outputs. */
export interface Together {
  readonly most: number;
  /** Only jobs for which this is the same are done together. */
  of(input: unknown): unknown;
}

/** Generous: a ballot takes some 30 ms, a piece of a large box some tenths of a second. */
export const hallLimits = {
  answer: { seconds: 30, ahead: true },
  checkBallotSignature: { seconds: 30 },
  checkBallot: { seconds: 30, together: { most: largestBatch, of: (sent) => (sent as BallotToCheck).election } },
  checkCeremonyMessage: { seconds: 60, leavesRoom: true },
  checkShare: { seconds: 60, leavesRoom: true },
  openTotals: { seconds: 120, leavesRoom: true },
  sumBallots: { seconds: 60, leavesRoom: true },
  computeTally: { seconds: 120, leavesRoom: true },
  verifyRehearsal: { seconds: 120, leavesRoom: true },
} as const satisfies Record<HallJobName, JobLimit>;

/** The office's work gives way to the hall's: a list of 20,000 lines takes 2 s on a quiet machine, and a minute on a busy one. */
export const officeLimits = {
  previewRoster: { seconds: 90 },
  importRoster: { seconds: 180 },
  previewDelegates: { seconds: 90 },
  enterDelegates: { seconds: 180 },
  previewParticipants: { seconds: 90 },
  readTargetFile: { seconds: 90 },
  previewProvince: { seconds: 180 },
  importProvince: { seconds: 180 },
  exportProvince: { seconds: 180 },
  judgeImports: { seconds: 90 },
  takeBackImport: { seconds: 180 },
  writeRollUp: { seconds: 180 },
  writeWorkbook: { seconds: 180 },
  writeTemplate: { seconds: 90 },
  writeDocuments: { seconds: 180 },
  writeMinutes: { seconds: 90 },
  writeCancellationMinutes: { seconds: 90 },
  writeUnopenableMinutes: { seconds: 90 },
  checkChain: { seconds: 1800, background: true },
  backUp: { seconds: 7200, background: true },
} as const satisfies Record<OfficeJobName, JobLimit>;

/** How much a lane may take on. */
export interface LaneBounds {
  /** Jobs that wait, and as many of each kind of the service's own; whoever comes then is refused `overloaded`. */
  readonly waiting: number;
  /** Jobs of one account, waiting and begun. */
  readonly ofOneAccount: number;
  /** Accounts take turns; otherwise first come, first served. */
  readonly takesTurns: boolean;
  /** Megabytes of JavaScript objects in one thread; a job that needs more is refused like one that takes too long. */
  readonly memory: number;
}

/** Far above a hall: 300 phones at the same moment. */
export const hallBounds: LaneBounds = {
  waiting: 3000,
  ofOneAccount: Number.POSITIVE_INFINITY,
  takesTurns: false,
  memory: 1024,
};

/** A file has 20 MB at most, and all that wait are in memory. */
export const officeBounds: LaneBounds = { waiting: 32, ofOneAccount: 8, takesTurns: true, memory: 1024 };
