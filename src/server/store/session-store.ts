import type { Committee, CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { SessionUnderPlan } from '../../domain/plan/plan-progress.ts';
import type { HeldSeat } from '../../domain/roster/held-seat.ts';
import type { Person, PersonId } from '../../domain/roster/person.ts';
import type { Seat } from '../../domain/roster/seat.ts';
import type { Ruling } from '../../domain/ruling.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { PublishedResult } from '../../domain/session/published-result.ts';
import type { Session, SessionId, SessionState } from '../../domain/session/session.ts';
import type { SummonedList } from '../../domain/session/summoned.ts';
import type { HintOfBallot } from '../../protocol/record/hints-file.ts';
import type { RecordState } from '../../protocol/record/record.ts';
import type { EventType } from '../../protocol/record/record-event.ts';
import type { KeptDocument, NewDocument, StoredDocument } from './document-store.ts';
import type { RecordRef } from './record-ref.ts';

/** One event of a record as it is kept: the bytes to append for it, data files included. */
export interface RecordPart {
  /** Uuid of the election: the session's own id, or its rehearsal's. */
  readonly electionId: SessionId;
  readonly height: number;
  readonly type: EventType;
  /** HEX of the event: the head after it. */
  readonly hash: string;
  /** HEX of the event's payload; null for the end of ballots. */
  readonly payload: string | null;
  /** The first part holds the record's first file too: all parts joined are the `.bel` file. */
  readonly bytes: Uint8Array;
}

/** The hint of a ballot that a step appends, as whoever checked the ballot by it found it to hold, or made it. */
export interface HintToKeep {
  readonly electionId: SessionId;
  /** HEX of the ballot: its event's payload. */
  readonly ballot: string;
  readonly hint: Uint8Array;
}

/** Of a record: where it stands, and what else a decision needs of it. */
export interface RecordLoad {
  /** The session's own, or its rehearsal's. */
  readonly electionId: SessionId;
  /** Whether an event with this payload is in it: for a ballot, whether it is in the box. */
  readonly payload?: string;
  /** Its parts from this height on; undefined: none. */
  readonly from?: number | undefined;
}

/**
 * What a step says before it begins that its decision will look at, beside the session itself; nothing else is there
 * (docs/decisions/a-step-says-what-it-reads.md).
 */
export interface SessionLoad {
  /** Papers by their credentials, with the links to them; all of them where none are named. */
  readonly papers?: readonly string[];
  /** The one record that is looked at or added to. */
  readonly record?: RecordLoad;
  /** The documents that are attached, without their bytes. */
  readonly documents?: true;
  /** Of these people those whom the service knows. */
  readonly people?: readonly PersonId[];
  /** Every seat that these people hold or held. */
  readonly seatsOf?: readonly PersonId[];
  /** Another session, with the documents that are attached to it. */
  readonly other?: SessionId;
  /** Where the session's committee stands; nobody changes it until the step ends. */
  readonly place?: true;
}

/** The session with all its papers, and nothing of its records and documents. */
export const withAllPapers: SessionLoad = {};

/** A record as it was loaded. */
export type SeenRecord<Load extends RecordLoad> = {
  /** Undefined before its setup. */
  readonly end: RecordState | undefined;
} & (Load extends { readonly payload: string } ? { readonly holdsPayload: boolean } : unknown) &
  (Load extends { readonly from: number | undefined } ? { readonly parts: readonly RecordPart[] } : unknown);

/** What was loaded beside the session: what was asked for. */
export type Seen<Load extends SessionLoad> = (Load extends { readonly record: infer Asked extends RecordLoad }
  ? { readonly record: SeenRecord<Asked> }
  : unknown) &
  (Load extends { readonly documents: true } ? { readonly documents: readonly KeptDocument[] } : unknown) &
  (Load extends { readonly people: readonly PersonId[] } ? { readonly people: readonly Person[] } : unknown) &
  (Load extends { readonly seatsOf: readonly PersonId[] } ? { readonly seats: readonly Seat[] } : unknown) &
  (Load extends { readonly other: SessionId } ? { readonly other: OtherSession | undefined } : unknown) &
  (Load extends { readonly place: true } ? { readonly place: CommitteePlace } : unknown);

/** A committee with the one that is directly above it; null where it stands at the top. */
export interface CommitteePlace {
  readonly committee: Committee | undefined;
  readonly superior: Committee | null;
}

export interface OtherSession {
  readonly session: Session;
  readonly documents: readonly KeptDocument[];
}

/** What a decision leaves behind: the session with the papers that were loaded, events to append with their hints, documents. */
export interface SessionStep {
  /** The very state that was loaded: nothing of it changes. */
  readonly after: SessionWithPapers;
  readonly append?: readonly RecordPart[];
  /** Of ballots among those events. */
  readonly hints?: readonly HintToKeep[];
  readonly documents?: DocumentChange | readonly DocumentChange[];
  /** Whom the service knows from then on. */
  readonly people?: readonly Person[];
}

/** One document that comes, replacing the one of its id, that goes, or that is made of another session's. */
export type DocumentChange =
  | { readonly put: NewDocument }
  | { readonly remove: string }
  /** Its bytes are not loaded; altered ones stay what they are, altered. */
  | { readonly copy: KeptDocument; readonly as: StoredDocument };

export interface SessionFilter {
  /** Sessions of these committees … */
  readonly committeeIds?: readonly string[];
  /** … or whose superior, as the session names it, is one of these … */
  readonly superiorIds?: readonly string[];
  /** … or in which one of these people is on the roll, a subject or a teller. */
  readonly personIds?: readonly string[];
}

/** Which committee, and of which day and congress term, a session is drawn up from; with null nobody is summoned. */
export interface DrawnFrom {
  /** Of the session to be. */
  readonly id: SessionId;
  readonly committeeId: CommitteeId;
  readonly day: string;
  readonly term: string | null;
}

/** What there is of it, of one moment. */
export interface KnownToDrawUp extends CommitteePlace {
  /** The session that has the id already. */
  readonly there: Session | undefined;
  /** Held on that day, in order of precedence. */
  readonly seats: readonly HeldSeat[];
  readonly summoned: SummonedList | undefined;
}

/** Reading a record without its session. */
export type RecordReads = Pick<SessionStore, 'record' | 'recordState' | 'payloads' | 'recordsOf'>;

/** Of a session that is locked: what it is found by, which may be altered too. */
export interface LockedRow {
  readonly id: SessionId;
  readonly committeeId: CommitteeId;
  readonly state: SessionState;
  readonly heldOn: string;
}

/**
 * Whatever is read of a session is what the service wrote, or the session is locked: what asks for it alone throws
 * `AlteredSession`, lists leave it out.
 */
export interface SessionStore {
  /**
   * One atomic step: lets `decide` look at the committee, then keeps the session. Whatever changes the committee comes
   * before it, and is in it, or after it, and finds it. A decision for the session that is there keeps nothing; for
   * another of its id it throws.
   */
  drawUp<Refusal extends string>(
    from: DrawnFrom,
    decide: (known: KnownToDrawUp) => Ruling<Session, Refusal>,
  ): Promise<Ruling<Session, Refusal>>;
  /** Throws when there is a session of this id. */
  create(session: Session): Promise<void>;
  find(id: SessionId): Promise<Session | undefined>;
  findWithPapers(id: SessionId): Promise<SessionWithPapers | undefined>;
  /** What fits any part of the filter, newest conference first. */
  list(filter: SessionFilter): Promise<readonly Session[]>;
  /** Those that are locked, as far as they fit; in any order. */
  locked(filter: SessionFilter): Promise<readonly LockedRow[]>;
  /** What these sessions are called; those that are known. */
  titles(ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, string>>;
  /** Of the published sessions that fit any part of the filter what their totals say, newest conference first. */
  published(filter: SessionFilter): Promise<readonly PublishedResult[]>;
  /**
   * States of the sessions under each of these plans, without loading any: a board has thousands of rows.
   * @param of only those of these committees; of all where it is left out
   */
  underPlans(
    ids: readonly PlanId[],
    of?: readonly CommitteeId[],
  ): Promise<ReadonlyMap<PlanId, readonly SessionUnderPlan[]>>;
  /** What a decision says of a session and what else it asked for, at one moment; nothing is written. */
  look<Value, Refusal extends string, const Load extends SessionLoad>(
    id: SessionId,
    load: Load,
    decide: (state: SessionWithPapers, seen: Seen<Load>) => Ruling<Value, Refusal>,
  ): Promise<Ruling<Value, Refusal | 'not-found'>>;
  /**
   * One atomic step: loads what is asked for, lets `decide` look at it, then writes what changed, appends the events and
   * keeps the documents, all or nothing, on disk when the promise resolves. Papers are compared by identity, so a
   * decision changes only those it replaces. Links from voters to phone papers that are gone are erased for good.
   * Throws, and keeps nothing, when the step would lose a paper or break the chain of a record: a bug.
   */
  update<Refusal extends string, const Load extends SessionLoad, Step extends SessionStep = SessionStep>(
    id: SessionId,
    load: Load,
    decide: (state: SessionWithPapers, seen: Seen<Load>) => Ruling<Step, Refusal>,
  ): Promise<Ruling<Step, Refusal | 'not-found'>>;
  /** The parts of a record in order, from a height on; at most `limit` of them, so that a large one is read piecemeal. */
  record(record: RecordRef, fromHeight?: number, limit?: number): Promise<readonly RecordPart[]>;
  /** Where a record stands, without its bytes. */
  recordState(record: RecordRef): Promise<RecordState | undefined>;
  /** Payload hashes of the events of one type, in order: for ballots what trackers are made of. */
  payloads(record: RecordRef, type: EventType): Promise<readonly string[]>;
  /**
   * The ballots among the parts of a record from a height on and before another, in order, each with its hint where one is
   * kept.
   */
  hints(record: RecordRef, fromHeight: number, beforeHeight: number): Promise<readonly HintOfBallot[]>;
  /** Every session with its state, whether it is locked or not: for the check of all. */
  all(): Promise<readonly Pick<Session, 'id' | 'state'>[]>;
  /** Every record that is kept of a session, for the check of all. */
  recordsOf(id: SessionId): Promise<readonly SessionId[]>;
}
