import * as contract from '../../contract/committee/seats.ts';
import { decideCorrectSeat, decideEndSeat } from '../../domain/roster/seat-changes.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { searchPeople } from '../roster/search-people.ts';
import { addSeat } from './add-seat.ts';
import { changePosition } from './change-position.ts';
import { changeSeat, corrected } from './change-seat.ts';
import { correctName } from './correct-name.ts';
import { correctNameOfMember } from './correct-name-of-member.ts';

export function seatRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.searchPeople, async ({ query }) => accept(await searchPeople(deps, query)));
  route(keeper, contract.searchPeopleBelow, async ({ params, query }) =>
    accept(await searchPeople(deps, query, params.committeeId)),
  );
  route(keeper, contract.addSeat, (call) => addSeat(deps, call));
  route(keeper, contract.endSeat, async ({ params, body, about }) =>
    changeSeat(deps, about, (known) => decideEndSeat(known, { ...params, ...body })),
  );
  route(keeper, contract.changePosition, (call) => changePosition(deps, call));
  route(keeper, contract.correctSeat, async ({ params, body, caller, about }) =>
    changeSeat(deps, about, (known) => decideCorrectSeat(known, { ...params, ...body }, caller.personId)),
  );
  route(keeper, contract.correctName, async ({ params, body, about }) => {
    const done = await correctName(deps, { ...params, ...body }, { within: null, office: null }, about);
    if (done.ok) return corrected<never>(done);
    if (done.refusal === 'not-only-here') throw new Error('an administrator corrects anybody');
    return refuse(done.refusal, done.problems);
  });
  route(keeper, contract.correctNameOfMember, (call) => correctNameOfMember(deps, call));
}
