import type { Seat } from '../../../src/domain/roster/seat.ts';
import { aCommittee } from '../build/committees.ts';
import { aPersonId, aSeatId } from '../build/ids.ts';
import { signedInAs, type TestService } from './service.ts';
import type { Headers } from './vote-service.ts';

/** People around the vote of committee 1 below committee 2: everybody who might try to read its result. */
export interface Readers {
  /** Holds a seat in committee 4, to which committee 2 reports. */
  readonly twoLevelsUp: Headers;
  /** Holds a seat in committee 5, which also reports to committee 2. */
  readonly sibling: Headers;
  /** The last day of this seat in the committee was the day before the conference. */
  readonly former: Headers;
  /** The last day of this seat is the day of the conference. */
  readonly untilToday: Headers;
  readonly fromTomorrow: Headers;
  readonly administrator: Headers;
  /** Appointed to the committee's office, without a seat in it. */
  readonly office: Headers;
  readonly secretary: Headers;
  /** Chairs by appointment, without a seat. */
  readonly superiorChair: Headers;
  readonly siblingChair: Headers;
  readonly chairTwoLevelsUp: Headers;
}

export async function readersOf(service: TestService): Promise<Readers> {
  const { committees } = service.deps.store;
  const up = aCommittee(2).id;
  const around = [aCommittee(4), aCommittee(2, { superiorId: aCommittee(4).id }), aCommittee(5, { superiorId: up })];
  for (const committee of around) await committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  const seats = [
    aSeat(601, 4),
    aSeat(602, 5),
    aSeat(603, 1, { to: '2026-11-30' }),
    aSeat(604, 1, { to: '2026-12-01' }),
    aSeat(605, 1, { from: '2026-12-02' }),
  ];
  const people = seats.map(({ personId: id }) => ({ id, name: 'Đồng chí khác', code: null, birthYear: null }));
  await committees.importRoster(null, () => ({ ok: true, people, seats }));
  const person = (number: number) => signedInAs(service, { personId: aPersonId(number) });
  const appointed = (role: 'chair' | 'secretary' | 'office', committee: number) =>
    signedInAs(service, { grants: [{ role, committeeId: aCommittee(committee).id }] });
  return {
    ...{ twoLevelsUp: await person(601), sibling: await person(602), former: await person(603) },
    ...{ untilToday: await person(604), fromTomorrow: await person(605) },
    administrator: await signedInAs(service, { administrator: true }),
    ...{ office: await appointed('office', 1), secretary: await appointed('secretary', 1) },
    ...{ superiorChair: await appointed('chair', 2), siblingChair: await appointed('chair', 5) },
    chairTwoLevelsUp: await appointed('chair', 4),
  };
}

function aSeat(number: number, committee: number, period: Partial<Seat> = {}): Seat {
  return {
    ...{ id: aSeatId(number), committeeId: aCommittee(committee).id, personId: aPersonId(number) },
    ...{ position: 'Ủy viên', order: number, from: null, to: null },
    ...period,
  };
}
