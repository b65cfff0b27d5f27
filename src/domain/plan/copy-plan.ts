import type { Committee, CommitteeId } from '../committee/committee.ts';
import { isWithin, type Seat } from '../roster/seat.ts';
import type { Plan, PlanProvisions } from './plan.ts';

/** Whom or what an earlier plan names and the new one cannot. */
export interface NotInCopy {
  readonly part: 'steering' | 'attending' | 'pilot' | 'deadline';
  /** Of the person, the committee, or the rank's id. */
  readonly name: string;
  /** `left-office`: holds no seat any more, or none of the issuer's. `ended`: there is no such committee any more. `past`: its day is over. */
  readonly reason: 'left-office' | 'ended' | 'past';
}

/** Of today. */
export interface KnownToCopy {
  /** Every seat that people of the plan hold or held. */
  readonly seats: readonly Seat[];
  /** The committees that the plan names. */
  readonly committees: readonly Committee[];
  /** ISO day. */
  readonly today: string;
}

export interface CopiedPlan {
  readonly provisions: PlanProvisions;
  readonly notCopied: readonly NotInCopy[];
}

/** What a new plan may start from: the earlier one without its number, days that are over, and those who are gone. */
export function copyOfPlan({ issuerId, provisions }: Plan, known: KnownToCopy): CopiedPlan {
  const { seats, committees, today } = known;
  const notCopied: NotInCopy[] = [];
  const keep = (part: NotInCopy['part'], name: string, reason: NotInCopy['reason'] | undefined): boolean => {
    if (reason !== undefined) notCopied.push({ part, name, reason });
    return reason === undefined;
  };
  const held = (personId: string) => seats.filter((seat) => seat.personId === personId && isWithin(seat, today));
  const everHeld = (personId: string) => seats.some((seat) => seat.personId === personId);
  const stands = (id: CommitteeId) => committees.some((one) => one.id === id && one.to === null);
  const nameOf = (id: CommitteeId) => committees.find((one) => one.id === id)?.name ?? '';
  const isPast = (day: string) => day < today;
  const { steering, attending, pilots, deadlines } = provisions;
  const whyNotAttending = (personId: string, committee: CommitteeId) => {
    if (!stands(committee)) return 'ended';
    return held(personId).some((seat) => seat.committeeId === issuerId) ? undefined : 'left-office';
  };
  return {
    provisions: {
      ...provisions,
      number: null,
      date: today,
      steering: steering.filter(({ personId, name }) =>
        keep('steering', name, everHeld(personId) && held(personId).length === 0 ? 'left-office' : undefined),
      ),
      attending: attending.filter(({ personId, name, committeeId }) =>
        keep('attending', `${name} (${nameOf(committeeId)})`, whyNotAttending(personId, committeeId)),
      ),
      pilots: pilots
        .filter(({ committeeId }) => keep('pilot', nameOf(committeeId), stands(committeeId) ? undefined : 'ended'))
        .map(({ committeeId, by }) => ({ committeeId, by: by !== null && isPast(by) ? null : by })),
      deadlines: deadlines.filter(({ rank, by }) => keep('deadline', rank, isPast(by) ? 'past' : undefined)),
    },
    notCopied,
  };
}
