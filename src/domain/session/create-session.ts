import type { Actor } from '../account/actor.ts';
import type { BallotForm } from '../ballot-form.ts';
import type { Committee } from '../committee/committee.ts';
import type { PlanId } from '../plan/plan-id.ts';
import type { HeldSeat } from '../roster/held-seat.ts';
import { inNameOrder, inRollOrder } from '../roster/people-order.ts';
import { knownParts } from '../roster/same-person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import {
  type Session,
  type SessionId,
  type SessionSettings,
  type Subject,
  subjectId,
  type Voter,
  voterId,
} from './session.ts';
import type { Summoned } from './summoned.ts';

export interface NewSession {
  readonly id: SessionId;
  readonly asked?: string | undefined;
  readonly readKey: string;
  readonly committee: Committee;
  readonly superior: Committee | null;
  readonly form: BallotForm;
  readonly settings: Omit<SessionSettings, 'threshold'>;
  readonly planId: PlanId | null;
  readonly chair: Actor;
  /** Others who were summoned, with or without a vote; empty where only seat holders take part. */
  readonly summoned: readonly Summoned[];
  /** The seats on the day of the conference, in order of precedence. */
  readonly seats: readonly HeldSeat[];
}

const usualThreshold = 2;

/** Draws up a session: every seat is a subject, and every seat holder is on the roll. */
export function createSession(made: NewSession): Ruling<Session, 'no-seats'> {
  const { id, asked, committee, superior, form, settings, planId, chair, readKey, seats, summoned } = made;
  if (seats.length === 0) return refuse('no-seats');
  return accept({
    ...(asked === undefined ? {} : { asked }),
    id,
    form,
    readKey,
    chair,
    committeeId: committee.id,
    committeeName: committee.name,
    committeeRank: committee.rank,
    superiorId: superior?.id ?? null,
    superiorName: superior?.name ?? null,
    state: 'draft',
    settings: { ...settings, threshold: usualThreshold },
    planId,
    subjects: form.subjects === 'organisations' ? [] : seats.map(toSubject),
    listVersion: 1,
    ...takingPart(seats, summoned),
    tellers: [],
    printRuns: [],
    replacedWithoutStub: 0,
    ceremony: null,
    rehearsal: null,
    briefing: null,
    attendanceRecordedAt: null,
    opening: null,
    openedAt: null,
    phoneVotingEndsAt: null,
    announcements: [],
    invalidSheets: {},
    decisions: [],
    lostKeys: [],
    closing: null,
    tally: null,
    publication: null,
    cancellation: null,
    plainVoting: null,
  });
}

function toSubject({ seat, person }: HeldSeat): Subject {
  return {
    id: subjectId.parse(seat.id),
    seatId: seat.id,
    personId: person.id,
    name: person.name,
    position: seat.position,
    ...knownParts({ birthYear: person.birthYear }),
    excludedFor: null,
    struckFor: null,
  };
}

/** Everybody once: seat holders vote, whatever a list says of them. */
function takingPart(seats: readonly HeldSeat[], summoned: readonly Summoned[]): Pick<Session, 'roll' | 'nonVoters'> {
  const roll = rollFrom(
    seats,
    summoned.filter(({ votes }) => votes),
  );
  const voting = new Set<string>(roll.map(({ id }) => id));
  const listening = summoned
    .filter(({ votes, id, personId }) => !votes && !voting.has(personId ?? id))
    .map(({ id, personId, name, position, ...tells }) => ({
      id: voterId.parse(personId ?? id),
      personId,
      name,
      position,
      ...knownParts(tells),
      present: false,
    }));
  return { roll, nonVoters: inNameOrder(listening) };
}

/** Who holds two seats in one committee, or holds one and was summoned, votes once. */
function rollFrom(seats: readonly HeldSeat[], summoned: readonly Summoned[]): readonly Voter[] {
  const voters = new Map<string, Voter>();
  for (const { seat, person } of seats) {
    const voter: Voter = {
      id: voterId.parse(person.id),
      personId: person.id,
      name: person.name,
      position: seat.position,
      ...knownParts({ birthYear: person.birthYear }),
      kind: 'seat',
      received: null,
      present: false,
    };
    if (!voters.has(person.id)) voters.set(person.id, voter);
  }
  for (const { id, personId, name, position, ...tells } of summoned) {
    const voter: Voter = {
      id: voterId.parse(personId ?? id),
      personId,
      name,
      position,
      ...knownParts(tells),
      kind: 'participant',
      received: null,
      present: false,
    };
    if (!voters.has(voter.id)) voters.set(voter.id, voter);
  }
  return inRollOrder([...voters.values()]);
}
