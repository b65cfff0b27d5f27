import type { AuditNote, AuditObject } from '../../domain/audit.ts';
import type { CommitteeRank } from '../../domain/committee/committee-ranks.ts';
import type { ReadTargets } from '../../domain/half-term/read-targets.ts';
import type { ListKind } from '../../domain/lists/list-templates.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/result/roll-up.ts';
import type { Ruling } from '../../domain/ruling.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import type { FileTable, TableFormat, TableHeading } from '../../print/file-table.ts';
import type { CancellationMinutesData, MinutesData, UnopenableMinutesData } from '../../print/minutes-data.ts';
import type { DocumentInfoOf, OfficialDocument } from '../../print/official-document.ts';
import type { LockedResult } from '../../print/roll-up-tables.ts';
import type { BallotRefusal } from '../../protocol/ballot/read-ballot.ts';
import type { EventBefore } from '../../protocol/record/read-record.ts';
import type { Counts } from '../../protocol/tally/result.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';
import type { ReadFile } from '../lists/read-list-file.ts';
import type { BackupManifest, BackupRefusal } from '../operate/backup/backup-folder.ts';
import type { CheckedChain } from '../record/check-chain.ts';
import type { RecordRef } from '../store/record-ref.ts';
import type { StoreAddress } from '../store/store.ts';
import type {
  DelegatesEntered,
  DelegatesPreview,
  DelegatesToEnter,
  DelegatesToPreview,
} from './office/delegates-work.ts';
import type { KeptAt } from './office/make-backup.ts';
import type { ParticipantsPreview, ParticipantsToPreview } from './office/participants-work.ts';
import type {
  ImportAnswer,
  PreviewAnswer,
  ProvinceToExport,
  ProvinceToImport,
  ProvinceToPreview,
} from './office/province-work.ts';
import type { RosterImported, RosterPreview, RosterToImport, RosterToPreview } from './office/roster-work.ts';
import type { ImportsToJudge, ImportToTakeBack, JudgedImport, TakenBack } from './office/taking-back.ts';

/** A ballot that its paper's holder sent, and the election as its record holds it. */
export interface BallotToCheck {
  readonly election: string;
  readonly ballot: string;
  /** The published credential that the ballot names; that it is published was looked up before. */
  readonly credential: string;
}

export interface HintedBallotToCheck extends BallotToCheck {
  /** As it was sent: whether it is one at all is not yet known. */
  readonly hint?: string | undefined;
}

/**
 * `hash` names the ballot in the record; `hint` is what was sent if the ballot was found to hold by it, else what checking
 * it made.
 */
export type BallotVerdict =
  | { readonly ok: true; readonly hash: string; readonly hint?: Uint8Array }
  | { readonly ok: false; readonly refusal: BallotRefusal };

export type SignatureVerdict = { readonly ok: true } | { readonly ok: false; readonly refusal: BallotRefusal };

/** Some events in a row of a record whose ballots were all checked when they were cast. */
export interface BallotsToSum {
  readonly election: string;
  /** The record's first file and those of the events. */
  readonly record: Uint8Array;
  /** The event before them; null where they are the first. */
  readonly before: EventBefore | null;
  /** Which of these events, from 0, are the ballots that count: nothing that is kept beside the record names them. */
  readonly counted: readonly number[];
}

/** `text`: their product, written like an encrypted tally; `head`: HEX of the last event. Or what is wrong with the record. */
export type BallotsSummed =
  | { readonly ok: true; readonly text: string; readonly head: string }
  | { readonly ok: false; readonly problem: string };

/** Products that a box consists of, each written like an encrypted tally. */
export interface BoxToTally {
  readonly election: string;
  readonly sums: readonly string[];
}

export interface ComputedTally {
  /** The encrypted tally as the record will hold it. */
  readonly text: string;
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

export type TotalsVerdict =
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

/** Work on the store at this address, on a connection of the worker's own. */
export interface OnStore<Work> {
  readonly store: StoreAddress;
  readonly work: Work;
}

/** `note`: what the audit log is to say of it. */
export type WorkToNote<Work> = OnStore<Work> & { readonly note: AuditNote };
/** `isNoted`: the note was kept, together with what was changed; `about`: what it was found to be about, if it was. */
export interface NotedWork<Answer> {
  readonly answer: Answer;
  readonly isNoted: boolean;
  readonly about: readonly Partial<AuditObject>[] | null;
}

/** Changes, by the name of their handler: each is one step of the store, with its note in the audit log. */
export interface NotedJobs {
  readonly importProvince: { readonly work: ProvinceToImport; readonly answer: ImportAnswer };
  readonly importRoster: { readonly work: RosterToImport; readonly answer: RosterImported };
  readonly enterDelegates: { readonly work: DelegatesToEnter; readonly answer: DelegatesEntered };
  readonly takeBackImport: { readonly work: ImportToTakeBack; readonly answer: TakenBack };
}

/** Results to write down as far as they fit; what a spreadsheet would run as a formula is made text. */
export interface RollUpToWrite {
  readonly results: readonly PublishedResult[];
  /** Results that belong here and are locked: named in the file, whatever the filter. */
  readonly locked: readonly LockedResult[];
  readonly filter: RollUpFilter & PeopleFilter;
  readonly committeeRanks: readonly CommitteeRank[];
  readonly format: TableFormat;
  readonly language: 'vi' | 'en';
  readonly heading: TableHeading;
}

export interface TemplateToWrite {
  readonly list: ListKind;
  readonly language: 'vi' | 'en';
}

/** Documents that make one PDF. */
export interface DocumentsToWrite {
  readonly documents: readonly OfficialDocument[];
  readonly info: DocumentInfoOf;
}

/** What goes in and what comes back, by the name of the handler. */
interface Job<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/** What a conference waits for: done in threads of its own. */
export interface HallJobs {
  /** Does nothing: somebody looks whether a thread takes work at all. */
  readonly answer: Job<null, true>;
  readonly checkBallotSignature: Job<BallotToCheck, SignatureVerdict>;
  readonly checkBallot: Job<HintedBallotToCheck, BallotVerdict>;
  readonly sumBallots: Job<BallotsToSum, BallotsSummed>;
  readonly computeTally: Job<BoxToTally, ComputedTally>;
  readonly checkShare: Job<ShareToCheck, ShareVerdict>;
  readonly openTotals: Job<SharesToOpen, TotalsVerdict>;
  readonly checkCeremonyMessage: Job<CeremonyMessageToCheck, CeremonyVerdict>;
  /** A rehearsal's record is small, and the tellers wait for the verdict. */
  readonly verifyRehearsal: Job<RecordToVerify, RecordVerdict>;
}

/** `at` is ISO. */
interface BackupToMake extends KeptAt {
  /** The folder to make. */
  readonly target: string;
  readonly at: string;
}

/** Whatever has to do with files, and checks of whole records. */
export type OfficeJobs = {
  readonly [Name in keyof NotedJobs]: Job<WorkToNote<NotedJobs[Name]['work']>, NotedWork<NotedJobs[Name]['answer']>>;
} & {
  readonly previewProvince: Job<OnStore<ProvinceToPreview>, PreviewAnswer>;
  readonly exportProvince: Job<OnStore<ProvinceToExport>, Uint8Array>;
  readonly previewRoster: Job<OnStore<RosterToPreview>, RosterPreview>;
  readonly previewDelegates: Job<OnStore<DelegatesToPreview>, DelegatesPreview>;
  readonly previewParticipants: Job<OnStore<ParticipantsToPreview>, ParticipantsPreview>;
  readonly readTargetFile: Job<{ readonly file: Uint8Array }, ReadFile<ReadTargets>>;
  readonly judgeImports: Job<OnStore<ImportsToJudge>, readonly JudgedImport[]>;
  /** On a connection that only reads. */
  readonly checkChain: Job<{ readonly store: StoreAddress; readonly record: RecordRef }, CheckedChain>;
  readonly writeRollUp: Job<RollUpToWrite, Uint8Array>;
  readonly writeWorkbook: Job<{ readonly tables: readonly FileTable[]; readonly heading: TableHeading }, Uint8Array>;
  readonly writeTemplate: Job<TemplateToWrite, Uint8Array>;
  readonly writeDocuments: Job<DocumentsToWrite, Uint8Array>;
  readonly writeMinutes: Job<MinutesData, Uint8Array>;
  readonly writeCancellationMinutes: Job<CancellationMinutesData, Uint8Array>;
  readonly writeUnopenableMinutes: Job<UnopenableMinutesData, Uint8Array>;
  readonly backUp: Job<BackupToMake, Ruling<BackupManifest, BackupRefusal>>;
};

export type Jobs = HallJobs & OfficeJobs;
export type HallJobName = keyof HallJobs;
export type OfficeJobName = keyof OfficeJobs;
export type JobName = keyof Jobs;

/** What a worker does with one kind of job. */
export type Handler<Name extends JobName> = (
  input: Jobs[Name]['input'],
) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;

/** Of jobs that are done together: an output for each input, in their order. */
export type HandlerOfSeveral<Name extends JobName> = (
  inputs: readonly Jobs[Name]['input'][],
) => readonly Jobs[Name]['output'][];

export type HallHandlers = {
  readonly [Name in HallJobName]: Name extends 'checkBallot' ? HandlerOfSeveral<Name> : Handler<Name>;
};
export type OfficeHandlers = { readonly [Name in OfficeJobName]: Handler<Name> };
