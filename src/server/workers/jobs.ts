import type { AuditNote } from '../../domain/audit.ts';
import type { CommitteeLevel } from '../../domain/committee.ts';
import type { ReadTargets } from '../../domain/half-term/targets-table.ts';
import type { ReadParticipantLines } from '../../domain/lists/read-participants.ts';
import type { ReadSeatLists } from '../../domain/lists/read-seats.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/roll-up.ts';
import type { ImportPlace } from '../../domain/roster/kept-import.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import type { BallotRefusal } from '../../protocol/check-ballot.ts';
import type { Counts } from '../../protocol/result.ts';
import type { VerifyFailure } from '../../protocol/verify-report.ts';
import type {
  ImportAnswer,
  PreviewAnswer,
  ProvinceToExport,
  ProvinceToImport,
  ProvinceToPreview,
} from '../committees/province-work.ts';
import type { ImportToTakeBack, JudgedImport, TakenBack } from '../imports/taking-back.ts';
import type { ParticipantFile, ReadFile, RosterFile } from '../lists/read-list-file.ts';

/** A ballot that its paper's holder sent, and the election as its record holds it. */
export interface BallotToCheck {
  readonly election: string;
  readonly ballot: string;
  /** The published credential that the ballot names; that it is published was looked up before. */
  readonly credential: string;
}

/** `hash` names the ballot in the record. */
export type BallotVerdict =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly refusal: BallotRefusal };

/** A record whose ballots were all checked when they were cast. */
export interface BoxToTally {
  readonly record: Uint8Array;
}

export interface ComputedTally {
  /** The encrypted tally as the record will hold it. */
  readonly text: string;
  readonly counted: number;
}

/** Texts of a record that everything about its tally is checked against. */
export interface TallyTexts {
  readonly election: string;
  readonly trustees: string;
  readonly encryptedTally: string;
}

export interface ShareTexts {
  /** Number of the teller among the election's trustees, from 1. */
  readonly owner: number;
  readonly decryption: string;
}

export interface ShareToCheck extends TallyTexts, ShareTexts {
  /** The supplementary proof as the teller's program wrote it. */
  readonly proof: string;
}

/** `refusal` is the protocol's own reason. */
export type ShareVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: string; readonly where?: string };

export interface SharesToOpen extends TallyTexts {
  readonly shares: readonly ShareTexts[];
  readonly counted: number;
}

export type OpenedTotals =
  | { readonly ok: true; readonly counts: Counts }
  | { readonly ok: false; readonly refusal: string; readonly where?: string };

export interface RecordToVerify {
  readonly record: Uint8Array;
  readonly uuid: string;
  /** Content of the supplement's file. */
  readonly supplement?: string;
  /** Demand a result. */
  readonly final?: boolean;
}

export type RecordVerdict = { readonly ok: true } | { readonly ok: false; readonly failure: VerifyFailure };

/** What the tellers' programs have sent in a key ceremony, in the order of the tellers; null where nothing is yet. */
export interface CeremonyTexts {
  readonly certificates: readonly (string | null)[];
  readonly commitments: readonly (string | null)[];
  readonly polynomials: readonly (string | null)[];
}

export interface CeremonyMessageToCheck {
  readonly round: 'certificates' | 'polynomials' | 'outputs';
  readonly text: string;
  /** Index of the sender, from 1. */
  readonly teller: number;
  readonly size: number;
  readonly threshold: number;
  readonly sent: CeremonyTexts;
}

export type CeremonyVerdict = { readonly ok: true } | { readonly ok: false; readonly refusal: string };

/** Work on the roster of the database in `folder`, on a connection of the worker's own. */
interface OnRoster<Work> {
  readonly folder: string;
  readonly work: Work;
}

/** `note`: what the audit log is to say of it. */
export type ImportToDo = OnRoster<ProvinceToImport> & { readonly note: AuditNote };
export type TakingBackToDo = OnRoster<ImportToTakeBack> & { readonly note: AuditNote };
/** `isNoted`: the note was kept, together with what was changed. */
export interface NotedWork<Answer> {
  readonly answer: Answer;
  readonly isNoted: boolean;
}

/** Results to write down as far as they fit; what a spreadsheet would run as a formula is made text. */
export interface RollUpToWrite {
  readonly results: readonly PublishedResult[];
  readonly filter: RollUpFilter & PeopleFilter;
  readonly levels: readonly CommitteeLevel[];
  readonly format: 'xlsx' | 'csv';
  readonly language: 'vi' | 'en';
}

/** What goes in and what comes back, by the name of the handler. */
interface Job<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** What a conference waits for: done in threads of its own. */
export interface HallJobs {
  readonly checkBallot: Job<BallotToCheck, BallotVerdict>;
  readonly computeTally: Job<BoxToTally, ComputedTally>;
  readonly checkShare: Job<ShareToCheck, ShareVerdict>;
  readonly openTotals: Job<SharesToOpen, OpenedTotals>;
  readonly checkCeremonyMessage: Job<CeremonyMessageToCheck, CeremonyVerdict>;
  /** A rehearsal's record is small, and the tellers wait for the verdict. */
  readonly verifyRehearsal: Job<RecordToVerify, RecordVerdict>;
}

/** Whatever has to do with files, and checks of whole records. */
export interface OfficeJobs {
  readonly readRosterFile: Job<RosterFile, ReadFile<ReadSeatLists>>;
  readonly readParticipantFile: Job<ParticipantFile, ReadFile<ReadParticipantLines>>;
  readonly readTargetFile: Job<{ readonly file: Uint8Array }, ReadFile<ReadTargets>>;
  readonly previewProvince: Job<OnRoster<ProvinceToPreview>, PreviewAnswer>;
  readonly importProvince: Job<ImportToDo, NotedWork<ImportAnswer>>;
  readonly judgeImports: Job<OnRoster<ImportPlace>, readonly JudgedImport[]>;
  readonly takeBackImport: Job<TakingBackToDo, NotedWork<TakenBack>>;
  readonly exportProvince: Job<OnRoster<ProvinceToExport>, Uint8Array>;
  readonly verifyRecord: Job<RecordToVerify, RecordVerdict>;
  readonly writeRollUp: Job<RollUpToWrite, Uint8Array>;
}

export type Jobs = HallJobs & OfficeJobs;
export type HallJobName = keyof HallJobs;
export type OfficeJobName = keyof OfficeJobs;
export type JobName = keyof Jobs;

/** What a worker does with one kind of job. */
export type Handler<Name extends JobName> = (
  input: Jobs[Name]['input'],
) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;

export type HallHandlers = { readonly [Name in HallJobName]: Handler<Name> };
export type OfficeHandlers = { readonly [Name in OfficeJobName]: Handler<Name> };
