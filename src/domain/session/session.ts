import * as z from 'zod/mini';
import type { Actor } from '../account/actor.ts';
import type { BallotForm } from '../ballot-form.ts';
import type { CommitteeId } from '../committee/committee.ts';
import type { Instant } from '../instant.ts';
import type { PlanId } from '../plan/plan-id.ts';
import type { ImportId } from '../roster/import-id.ts';
import type { PersonId } from '../roster/person.ts';
import type { SeatId } from '../roster/seat.ts';
import type { Ceremony } from './ceremony-messages.ts';
import type { JointDecision } from './joint-decision.ts';

/** Also the uuid of the session's election: Base58 (PROTOCOL §3). */
export const sessionId = z
  .string()
  .check(z.regex(/^[1-9A-HJ-NP-Za-km-z]{14,40}$/))
  .brand<'SessionId'>();
export type SessionId = z.infer<typeof sessionId>;

const id = z.string().check(z.minLength(1), z.maxLength(64));
export const subjectId = id.brand<'SubjectId'>();
export type SubjectId = z.infer<typeof subjectId>;
export const voterId = id.brand<'VoterId'>();
export type VoterId = z.infer<typeof voterId>;
export const printRunId = id.brand<'PrintRunId'>();
export type PrintRunId = z.infer<typeof printRunId>;

/** The life of a session, in order; `cancelled` ends it early, `unopenable` where its closed box cannot be opened. */
export const sessionStates = [
  'draft',
  'issued',
  'open',
  'counting',
  'closed',
  'tallied',
  'published',
  'cancelled',
  'unopenable',
] as const;
export type SessionState = (typeof sessionStates)[number];

/** A seat, or an organisation, voted on in this session, frozen when the session is issued. */
export interface Subject {
  readonly id: SubjectId;
  /** Null, like the person, for an organisation. */
  readonly seatId: SeatId | null;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly position: string;
  /** Until the session is issued, to tell namesakes apart; then the name says it. */
  readonly birthYear?: number | null;
  /** The id of the form's reason why this seat is not voted on; null for a subject of the vote. */
  readonly excludedFor: string | null;
  /** Struck off after issuing, with the reason given in the joint decision. */
  readonly struckFor: string | null;
}

/**
 * One person on the roll. Handing out is a tick: never with a serial, a time or an order, so that
 * nothing here leads from a person to a paper.
 */
export interface Voter {
  readonly id: VoterId;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly position: string;
  /** A personal code, where one is known or the list had it; until the session is issued, and never shown. */
  readonly code?: string | null;
  /** Until the session is issued, to tell namesakes apart; then the name says it. */
  readonly birthYear?: number | null;
  readonly kind: 'seat' | 'participant';
  readonly received: 'sheet' | 'phone' | null;
  readonly present: boolean;
}

/** Somebody summoned without a vote: counts towards the quorum, never gets a paper (docs/rules.md). */
export interface NonVoter {
  readonly id: VoterId;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly position: string;
  /** A personal code, where one is known or the list had it; until the session is issued, and never shown. */
  readonly code?: string | null;
  /** Until the session is issued, to tell namesakes apart; then the name says it. */
  readonly birthYear?: number | null;
  readonly present: boolean;
}

/** Several people who were added to the roll of a draft at once. */
export interface RollImport {
  readonly id: ImportId;
  /** Digest of what was asked for, by which the same sent again is known; absent where it came from an earlier release. */
  readonly asked?: string;
  readonly by: Actor;
  readonly at: Instant;
  /** Those of them whom nobody has taken off the roll since. */
  readonly voters: readonly VoterId[];
  readonly takenBack: { readonly by: Actor; readonly at: Instant } | null;
}

/** That parts of an earlier session were copied into a draft, and what of them was not. */
export interface SessionCopy {
  readonly id: string;
  /** Digest of what was asked for, by which the same sent again is known. */
  readonly asked: string;
  readonly from: SessionId;
  readonly leftOut: readonly NotCopied[];
}

/** Somebody, or a dossier, that an earlier session had and the copy has not. */
export interface NotCopied {
  readonly part: 'teller' | 'participant' | 'dossier';
  readonly name: string;
  /**
   * `left-office`: holds no seat any more. `is-subject`: is voted on this time. `by-name`: nobody but the earlier
   * session's chair has said who they are. `not-voted-on`: the dossier is about nobody on this ballot. `full`: there is
   * room for no more.
   */
  readonly reason: 'left-office' | 'is-subject' | 'by-name' | 'not-voted-on' | 'full';
}

/** Holds a share of the session's key; `index` runs from 1 in the key ceremony's numbering. */
export interface Teller {
  readonly index: number;
  readonly personId: PersonId;
  readonly name: string;
  /** Until the session is issued, to tell namesakes apart; then the name says it. */
  readonly birthYear?: number | null;
  /** Entered by name, without a seat: nobody but this session's chair has said who they are. */
  readonly byName?: true;
}

/** Sheets printed in one go. Only a counted and confirmed print run can be handed out. */
export interface PrintRun {
  readonly id: PrintRunId;
  readonly size: number;
  readonly status: 'printed' | 'confirmed' | 'void';
  /** The list of subjects the sheets show; lower than the session's when they are to be recalled. */
  readonly listVersion: number;
  /** What their links begin with; null where their code is for the desk only, absent from before it was noted. */
  readonly address?: string | null;
}

export interface Briefing {
  readonly by: Actor;
  readonly at: Instant;
  /** Purpose and requirements of the vote, as voters read them. */
  readonly text: string;
}

/** The chair's decision that phones may vote without TLS (promise 8). */
export interface PlainVoting {
  readonly by: Actor;
  readonly at: Instant;
  /** Whether a ballot came so. */
  readonly used: boolean;
}

/** The chair's choice that papers are made for no phone, or for this computer alone. */
export interface PhoneUse {
  /** `none`: sheets carry a code for the tellers' desk only. */
  readonly use: 'this-computer' | 'none';
  /** Where papers led when it was chosen; absent from before it was noted. */
  readonly address?: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** That some phone has opened an address; never when, which phone or which paper. */
export interface PhoneSeen {
  /** An origin: its scheme says over which way. */
  readonly address: string;
  /** `test`: by the code that the console shows; `paper`: by a paper's link, printed or on a phone. */
  readonly by: 'test' | 'paper';
}

/** The setup of the election as it will be published, waiting for the tellers' confirmation. */
export interface PreparedOpening {
  /** HEX of the setup data: names election, trustees and credentials at once. */
  readonly setupHash: string;
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  /** Indices of the tellers whose own program found their key in it. */
  readonly confirmedBy: readonly number[];
}

/** The countdown to the end of phone voting. It runs on a process's monotonic clock (docs/decisions/clocks.md). */
export interface Countdown {
  /** Of the joint decision that set it off. */
  readonly id: string;
  readonly milliseconds: number;
  /** How much of it a process that starts anew takes as run: written down ahead, never less than has run. */
  readonly notedMilliseconds: number;
}

/** What the tellers announced before keying the sheets. */
export interface Announcement {
  readonly issued: number;
  readonly collected: number;
  /** Sheets found in the box. */
  readonly sheets: number;
  /** Sheets in the box that the tellers never issued: not ballots, named in the minutes. */
  readonly notIssued: number;
  readonly by: Actor;
  readonly at: Instant;
}

export interface Closing {
  readonly at: Instant;
  readonly ledger: Ledger;
  /** Why it was closed although the ledger did not balance; null when it did. */
  readonly deviation: string | null;
}

/** Sổ giao nhận phiếu. All are numbers of papers, `present` of people. */
export interface Ledger {
  readonly printed: number;
  readonly handedOut: number;
  readonly unused: number;
  readonly void: number;
  readonly phone: number;
  readonly issued: number;
  readonly collected: number;
  readonly notReturned: number;
  readonly sheetsKeyed: number;
  readonly present: number;
}

export interface Tally {
  /** HEX of the encrypted tally, as the record holds it. */
  readonly encryptedTally: string;
  readonly counted: number;
  /** Indices of the tellers whose partial decryption is in the record, in the record's order. */
  readonly sharesOf: readonly number[];
  /** Elements of the supplement's `proofs`, in the record's order (PROTOCOL §9). */
  readonly proofs: readonly string[];
  /** Tellers the chair went on without; empty when all took part. */
  readonly missing: readonly number[];
  /** One row per subject, one count per level of the form. */
  readonly result: readonly (readonly number[])[] | null;
  /** When the totals were opened; the count ended then. */
  readonly resultAt: Instant | null;
}

/**
 * A little election of its own, cast, verified whole and opened by the tellers with the keys of the ceremony before
 * the vote is opened. Its record stands beside the session's under its own uuid.
 */
export interface Rehearsal {
  readonly electionId: SessionId;
  readonly state: 'open' | 'closed' | 'passed';
  readonly ballots: number;
  readonly tally: Tally | null;
}

export interface Publication {
  readonly by: Actor;
  readonly at: Instant;
  /** SHA-256 of the scan of the signed minutes, hex; absent in publications from before it was kept. */
  readonly signedMinutesHash?: string;
  readonly annulment: Annulment | null;
}

export interface Annulment {
  readonly by: Actor;
  readonly at: Instant;
  readonly decision: string;
  readonly reason: string;
}

export interface Cancellation {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
  readonly from: SessionState;
  /** As it stood then. Absent before opening, and until the next start where an earlier release cancelled. */
  readonly ledger?: Ledger;
}

/** The end of a session whose closed box too few keys are left to open. */
export interface Unopenable {
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
}

/** What the chair chose for this session. */
export interface SessionSettings {
  readonly title: string;
  readonly place: string;
  /**
   * The locality that papers of the session are dated from, for example a province; where none is given, and in sessions
   * from before it was asked for, papers leave room to write it by hand.
   */
  readonly placeOfIssue?: string | null;
  /** Day of the conference, ISO date. */
  readonly heldOn: string;
  readonly convenedBy: string;
  /** Number of the plan this session follows, as the papers cite it. */
  readonly plan: string | null;
  /** Whether signed-in voters may receive their paper on their own phone. */
  readonly phonePapers: boolean;
  readonly threshold: number;
}

/** One confidence vote of one committee, with everything that happened to it but the papers and the record. */
/** What fills itself from the seats when a session is drawn up. */
export const filledLists = ['subjects', 'roll'] as const;
export type FilledList = (typeof filledLists)[number];

export interface Session {
  readonly id: SessionId;
  readonly committeeId: CommitteeId;
  readonly committeeName: string;
  /** Like the superior fixed at opening: a committee may be given another rank later. */
  readonly committeeRank: string;
  /** The directly superior committee, fixed at opening (promise 6). */
  readonly superiorId: CommitteeId | null;
  readonly superiorName: string | null;
  readonly state: SessionState;
  readonly settings: SessionSettings;
  /** Digest of what was asked for, by which the same sent again is known; absent where no id came with it. */
  readonly asked?: string | undefined;
  /** The plan it was drawn up under; null for one without. */
  readonly planId: PlanId | null;
  /** The form as it was when the session was made: later editions do not change a running vote. */
  readonly form: BallotForm;
  /** Opens form and dossiers for every holder of a paper of this session, and tells them apart from nobody. */
  readonly readKey: string;
  readonly chair: Actor;
  readonly subjects: readonly Subject[];
  /** Raised by every correction after issuing. */
  readonly listVersion: number;
  readonly roll: readonly Voter[];
  readonly nonVoters: readonly NonVoter[];
  /** When several were added to a draft's roll at once; absent where nobody was, and once the lists are frozen. */
  readonly rollImports?: readonly RollImport[] | undefined;
  /** Lists that fill themselves and that somebody has looked at; absent where nobody has. */
  readonly lookedAt?: readonly FilledList[] | undefined;
  /** What a draft was given of earlier sessions; absent where nothing was, and once the lists are frozen. */
  readonly copies?: readonly SessionCopy[] | undefined;
  /** What the briefing of an earlier session said, for whoever gives this one to start from. */
  readonly briefingDraft?: string | undefined;
  readonly tellers: readonly Teller[];
  readonly printRuns: readonly PrintRun[];
  /** Lost sheets replaced without their stub: still valid papers that nobody holds. */
  readonly replacedWithoutStub: number;
  readonly ceremony: Ceremony | null;
  readonly rehearsal: Rehearsal | null;
  readonly briefing: Briefing | null;
  /** Null: voting over TLS only. */
  readonly plainVoting: PlainVoting | null;
  /** Absent: papers vote on phones, at an address that phones can open. */
  readonly phoneUse?: PhoneUse | undefined;
  /** Absent: none was seen yet. */
  readonly phonesSeen?: readonly PhoneSeen[] | undefined;
  readonly attendanceRecordedAt: Instant | null;
  readonly opening: PreparedOpening | null;
  readonly openedAt: Instant | null;
  /**
   * While the countdown runs, when it ends if no clock is set; from its end on, the instant that was written down. No
   * rule compares it with a clock.
   */
  readonly phoneVotingEndsAt: Instant | null;
  /** Null, or absent, while none runs. */
  readonly countdown?: Countdown | null;
  readonly announcements: readonly Announcement[];
  /** Reasons of wholly invalid sheets, each with how many; never tied to a paper. */
  readonly invalidSheets: Readonly<Record<string, number>>;
  readonly decisions: readonly JointDecision[];
  /** Tellers who reported their key card lost. */
  readonly lostKeys: readonly number[];
  /** Tellers whose key card was read once more since the box was opened; absent in sessions of earlier releases. */
  readonly cardsRead?: readonly number[] | undefined;
  readonly closing: Closing | null;
  readonly tally: Tally | null;
  readonly publication: Publication | null;
  readonly cancellation: Cancellation | null;
  readonly unopenable?: Unopenable | undefined;
}

/** The subjects that stand on the ballot, in the order of the form's lines. */
export function standingSubjects(session: Session): readonly Subject[] {
  return session.subjects.filter((subject) => subject.excludedFor === null && subject.struckFor === null);
}

export function findTeller(session: Session, personId: PersonId | null): Teller | undefined {
  return personId === null ? undefined : session.tellers.find((teller) => teller.personId === personId);
}
