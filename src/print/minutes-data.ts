import type { DocumentHead, PrintLanguage } from './document-head.ts';

/** A moment on the wall clock of the conference: `YYYY-MM-DD` and `HH:MM`. */
export interface LocalMoment {
  readonly day: string;
  readonly time: string;
}

/** A person as named in the minutes. */
export interface MinutesPerson {
  readonly name: string;
  readonly role: string;
}

/** One level's votes: `percent` as reported, two decimals with a point, for example `93.14`. */
export interface MinutesLevelCount {
  readonly count: number;
  readonly percent: string;
}

/** A tier that a subject has reached, as the ballot form words it. */
export interface MinutesTier {
  readonly tier: number;
  /** Label of the level whose share reached it, and that level's count. */
  readonly level: string;
  readonly levelCount: MinutesLevelCount;
  readonly article: string;
  readonly consequence: string;
}

/** One subject's row, a person or an organisation. `levels` stand in the order of `MinutesData.levels`. */
export interface MinutesSubject {
  readonly name: string;
  readonly position: string;
  readonly issued: number;
  readonly collected: number;
  readonly valid: number;
  readonly invalid: number;
  readonly levels: readonly MinutesLevelCount[];
  readonly tier: MinutesTier | null;
}

/** The receipt ledger: printed = handed out + unused + void; issued = handed out + on phones = collected + not returned. */
export interface MinutesLedger {
  readonly printed: number;
  readonly handedOut: number;
  readonly unused: number;
  readonly void: number;
  readonly onPhones: number;
  readonly notReturned: number;
}

/** Where the verifiable record stands. */
export interface MinutesRecord {
  readonly uuid: string;
  readonly fingerprint: string;
  readonly head: string;
  readonly height: number;
  /** Null where no supplement exists: for a session that was cancelled. */
  readonly supplementHash: string | null;
}

/** What minutes of every kind say: who met, when and under which rules, what else was noted, where the record stands. */
export interface MinutesFrame {
  readonly language: PrintLanguage;
  /** Date written into the file as its creation date. */
  readonly createdAt: Date;
  readonly head: DocumentHead;
  /** "BIÊN BẢN KIỂM PHIẾU" and what follows under it. */
  readonly title: string;
  readonly abstract: string;
  /** The rule text that the vote was held under. */
  readonly citation: string;
  readonly sessionTitle: string;
  readonly venue: string;
  readonly startedAt: LocalMoment;
  readonly endedAt: LocalMoment;
  readonly convenedBy: string;
  readonly chair: MinutesPerson;
  readonly tellers: readonly MinutesPerson[];
  readonly attendance: { readonly summoned: number; readonly present: number; readonly absent: number };
  readonly ledger: MinutesLedger;
  /** Deviations and joint decisions with who signed them, and other remarks, one sentence each. */
  readonly remarks: readonly string[];
  readonly record: MinutesRecord;
  /** Who receives the document, one line each. */
  readonly recipients: readonly string[];
}

/** Everything in the minutes of a count (regulations, "Ballot, validity, count"). */
export interface MinutesData extends MinutesFrame {
  readonly ballots: {
    readonly issued: number;
    readonly collected: number;
    readonly valid: number;
    readonly invalid: number;
  };
  readonly invalidReasons: readonly { readonly reason: string; readonly count: number }[];
  readonly levels: readonly { readonly id: string; readonly label: string }[];
  /** Over the column that says who a subject is, for example "Họ và tên, chức vụ". */
  readonly subjectHeading: string;
  /** Over the level columns, for example "Mức độ tín nhiệm". */
  readonly levelsHeading: string;
  /** What percentages are of, as the form words it, and its number: printed beside every percentage. */
  readonly base: { readonly label: string; readonly value: number };
  readonly subjects: readonly MinutesSubject[];
  /** Printed where no subject has reached a tier; null where the form knows no tiers, and nothing is printed of them. */
  readonly noTier: string | null;
  /** Tellers whose shares were missing when the totals were opened. */
  readonly missingTellers: readonly string[];
}

/** The stages in which an opened session can be cancelled. */
export type CancelledStage = 'open' | 'counting' | 'closed';

/** Everything in the minutes of a session that was cancelled after opening; `endedAt` is when. */
export interface CancellationMinutesData extends MinutesFrame {
  readonly stage: CancelledStage;
  readonly reason: string;
  /** Who signed the decision, each with their capacity. */
  readonly decidedBy: readonly string[];
  /** Papers given out, and papers with a ballot in the box. */
  readonly ballots: { readonly issued: number; readonly collected: number };
}

/** Everything in the minutes of a session whose closed box cannot be opened; `endedAt` is when that was decided. */
export interface UnopenableMinutesData extends MinutesFrame {
  readonly reason: string;
  /** Who signed the decision, each with their capacity. */
  readonly decidedBy: readonly string[];
  /** Key cards: how many can still be read, how many it takes, how many there were. */
  /** `read`: how many cards were shown to be readable while the box was open. */
  readonly keys: {
    readonly surviving: number;
    readonly threshold: number;
    readonly tellers: number;
    readonly read: number;
  };
  /** `sheets` were keyed from the box and are counted by hand; `phones` are sealed in the box alone. */
  readonly ballots: {
    readonly issued: number;
    readonly collected: number;
    readonly sheets: number;
    readonly phones: number;
  };
  /** Over the columns of the table for the count by hand. */
  readonly levels: readonly string[];
  readonly subjectHeading: string;
  readonly subjects: readonly { readonly name: string; readonly position: string }[];
}
