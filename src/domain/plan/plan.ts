import type { Actor } from '../account/actor.ts';
import type { CommitteeId } from '../committee/committee.ts';
import type { ConferenceLength } from '../half-term/conference-length.ts';
import type { Instant } from '../instant.ts';
import type { PersonId } from '../roster/person.ts';
import type { PlanId } from './plan-id.ts';

/** When committees of one rank hold their conference at the latest, and when results are reported; ISO days. */
export interface RankDeadline {
  /** Id of a CommitteeRank. */
  readonly rank: string;
  readonly by: string;
  /** Null: with the conference. */
  readonly reportBy: string | null;
  /** How long the half-term conference is to last; absent or null: as is usual at the rank. */
  readonly conferenceDays?: ConferenceLength | null | undefined;
}

/** A committee that goes first; `by` is its own deadline, null that of its rank. */
export interface Pilot {
  readonly committeeId: CommitteeId;
  readonly by: string | null;
}

export interface SteeringMember {
  readonly personId: PersonId;
  readonly name: string;
  /** Where somebody else in the plan has the name too. */
  readonly birthYear?: number;
  /** Head, deputy, member …, as the plan says it. */
  readonly role: string;
}

/** Which member of the issuer attends a subordinate conference. */
export interface Attending {
  readonly committeeId: CommitteeId;
  readonly personId: PersonId;
  readonly name: string;
  readonly birthYear?: number;
}

/** What may change after a plan was issued, each time on record. */
export interface AmendableProvisions {
  readonly purpose: string;
  readonly requirements: string;
  readonly deadlines: readonly RankDeadline[];
  readonly pilots: readonly Pilot[];
  readonly steering: readonly SteeringMember[];
  readonly attending: readonly Attending[];
  /** So many days before a deadline committees are reminded of it. */
  readonly remindDays: readonly number[];
}

/** Everything that stands in a plan (docs/rules.md). */
export interface PlanProvisions extends AmendableProvisions {
  /** As the paper bears it, for example `12-KH/TU`; null while it has none. */
  readonly number: string | null;
  /** Of the paper, ISO day. */
  readonly date: string;
  /** The congress term, for example `2025–2030`. */
  readonly term: string;
  readonly title: string;
  readonly formId: string;
  /** Whether seat holders vote, or also those who were summoned to the term's congress (procedure 6). */
  readonly participants: 'seats' | 'summoned';
}

export interface Amendment {
  readonly by: Actor;
  readonly at: Instant;
  /** Number and day of the paper that amends. */
  readonly number: string | null;
  readonly date: string;
  readonly summary: string;
  readonly before: AmendableProvisions;
}

/** What a pilot committee learnt (rút kinh nghiệm). */
export interface ExperienceNote {
  readonly id: string;
  readonly committeeId: CommitteeId;
  readonly committeeName: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly text: string;
}

/** A superior committee's numbered directive for a round. */
export interface Plan {
  readonly id: PlanId;
  readonly issuerId: CommitteeId;
  readonly issuerName: string;
  readonly provisions: PlanProvisions;
  /** Null while it is a draft. */
  readonly issued: { readonly by: Actor; readonly at: Instant } | null;
  readonly amendments: readonly Amendment[];
  readonly notes: readonly ExperienceNote[];
}
