import { expect, test } from 'vitest';
import { copyOfPlan } from '../../../src/domain/plan/copy-plan.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { anIssuedPlan } from '../../support/build/plans.ts';

const seat = (number: number, person: number, committee: number, to: string | null) => ({
  ...{ id: aSeatId(number), personId: aPersonId(person), committeeId: aCommittee(committee).id },
  ...{ position: 'Ủy viên', order: number, from: null, to },
});
const seats = [seat(1, 1, 1, null), seat(2, 2, 1, '2026-01-31'), seat(3, 3, 1, '2026-01-31'), seat(4, 3, 2, null)];
const committees = [aCommittee(1), aCommittee(2), { ...aCommittee(3), to: '2026-06-30' }];
const person = (number: number) => ({ personId: aPersonId(number), name: `Đồng chí ${number}` });

test('who holds no seat any more, or none of the issuer’s where that is asked, and committees that ended are named', () => {
  const plan = anIssuedPlan(1, {
    steering: [1, 2, 3, 4].map((number) => ({ ...person(number), role: 'Ủy viên' })),
    attending: [
      { ...person(1), committeeId: aCommittee(2).id },
      { ...person(3), committeeId: aCommittee(2).id },
      { ...person(1), committeeId: aCommittee(3).id },
    ],
    pilots: [
      { committeeId: aCommittee(2).id, by: '2026-11-30' },
      { committeeId: aCommittee(2).id, by: '2026-12-02' },
      { committeeId: aCommittee(3).id, by: null },
    ],
    deadlines: [
      { rank: 'commune', by: '2026-12-01', reportBy: null },
      { rank: 'cell', by: '2026-11-30', reportBy: null },
    ],
  });
  const { provisions, notCopied } = copyOfPlan(plan, { seats, committees, today: '2026-12-01' });
  // Of somebody who never had a seat no roster says that they left.
  expect(provisions.steering.map(({ name }) => name)).toEqual(['Đồng chí 1', 'Đồng chí 3', 'Đồng chí 4']);
  expect(provisions.attending).toEqual([plan.provisions.attending[0]]);
  expect(provisions.pilots.map(({ by }) => by)).toEqual([null, '2026-12-02']);
  expect(provisions.deadlines.map(({ rank }) => rank)).toEqual(['commune']);
  expect(provisions).toMatchObject({ number: null, title: plan.provisions.title, remindDays: [14, 3] });
  const [second, third] = [aCommittee(2), aCommittee(3)];
  expect(notCopied).toEqual([
    { part: 'steering', name: 'Đồng chí 2', reason: 'left-office' },
    { part: 'attending', name: `Đồng chí 3 (${second.name})`, reason: 'left-office' },
    { part: 'attending', name: `Đồng chí 1 (${third.name})`, reason: 'ended' },
    { part: 'pilot', name: third.name, reason: 'ended' },
    { part: 'deadline', name: 'cell', reason: 'past' },
  ]);
});
