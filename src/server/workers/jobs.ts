import type { CommitteeLevel } from '../../domain/committee.ts';
import type { ProvinceFile } from '../../domain/province-file.ts';
import type { KnownRoster } from '../../domain/roster-changes.ts';
import type { BallotRefusal } from '../../protocol/check-ballot.ts';
import type { Counts } from '../../protocol/result.ts';
import type { VerifyFailure } from '../../protocol/verify-report.ts';
import type { RosterFile, RosterFileRefusal } from '../roster-file.ts';

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

/** A workbook or CSV file as it was sent: it may have been made to be slow to read. */
export interface RosterFileToRead {
  readonly file: Uint8Array;
}

export interface ProvinceFileToRead extends RosterFileToRead {
  readonly levels: readonly CommitteeLevel[];
}

export type ReadProvince =
  | { readonly ok: true; readonly file: ProvinceFile }
  | { readonly ok: false; readonly refusal: RosterFileRefusal };

/** Committees, people and seats to write down as they stand on a day. */
export interface ProvinceToWrite extends Pick<KnownRoster, 'committees' | 'people' | 'seats'> {
  readonly levels: readonly CommitteeLevel[];
  readonly today: string;
  readonly format: 'xlsx' | 'csv';
  readonly list: 'committees' | 'seats';
  readonly language: 'vi' | 'en';
}

/** Everything that workers do, by the name of its handler: what goes in and what comes back. */
export interface Jobs {
  readonly checkBallot: { readonly input: BallotToCheck; readonly output: BallotVerdict };
  readonly computeTally: { readonly input: BoxToTally; readonly output: ComputedTally };
  readonly checkShare: { readonly input: ShareToCheck; readonly output: ShareVerdict };
  readonly openTotals: { readonly input: SharesToOpen; readonly output: OpenedTotals };
  readonly checkCeremonyMessage: { readonly input: CeremonyMessageToCheck; readonly output: CeremonyVerdict };
  readonly readRosterFile: { readonly input: RosterFileToRead; readonly output: RosterFile };
  readonly readProvinceFile: { readonly input: ProvinceFileToRead; readonly output: ReadProvince };
  readonly writeProvince: { readonly input: ProvinceToWrite; readonly output: Uint8Array };
  readonly verifyRecord: { readonly input: RecordToVerify; readonly output: RecordVerdict };
}

export type JobName = keyof Jobs;

/** What a worker does with one kind of job. */
export type Handler<Name extends JobName> = (
  input: Jobs[Name]['input'],
) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;
