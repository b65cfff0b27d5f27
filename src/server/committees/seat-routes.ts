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

export function seatRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.searchPeople, async ({ query }) => accept(await searchPeople(deps, query)));
  route(context, contract.searchPeopleBelow, async ({ params, query }) =>
    accept(await searchPeople(deps, query, params.committeeId)),
  );
  route(context, contract.addSeat, (call) => addSeat(deps, call));
  route(context, contract.endSeat, async ({ params, body, about }) =>
    changeSeat(deps, about, (known) => decideEndSeat(known, { ...params, ...body })),
  );
  route(context, contract.changePosition, (call) => changePosition(deps, call));
  route(context, contract.correctSeat, async ({ params, body, caller, about }) =>
    changeSeat(deps, about, (known) => decideCorrectSeat(known, { ...params, ...body }, caller.personId)),
  );
  route(context, contract.correctName, async ({ params, body, about }) => {
    const done = await correctName(deps, { ...params, ...body }, { within: null, office: null }, about);
    if (done.ok) return corrected<never>(done);
    if (done.refusal === 'not-only-here') throw new Error('an administrator corrects anybody');
    return refuse(done.refusal, done.problems);
  });
  route(context, contract.correctNameOfMember, (call) => correctNameOfMember(deps, call));
}
