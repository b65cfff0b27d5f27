import * as contract from '../../contract/committee/seats.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { searchPeople } from '../roster/search-people.ts';
import { addSeat } from './add-seat.ts';
import { changePosition } from './change-position.ts';
import { correctNameOfAnybody } from './correct-name-of-anybody.ts';
import { correctNameOfMember } from './correct-name-of-member.ts';
import { correctSeat } from './correct-seat.ts';
import { endSeat } from './end-seat.ts';

export function seatRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.searchPeople, async ({ query }) => accept(await searchPeople(deps, query)));
  route(context, contract.searchPeopleBelow, async ({ params, query }) =>
    accept(await searchPeople(deps, query, params.committeeId)),
  );
  route(context, contract.addSeat, (call) => addSeat(deps, call));
  route(context, contract.endSeat, (call) => endSeat(deps, call));
  route(context, contract.changePosition, (call) => changePosition(deps, call));
  route(context, contract.correctSeat, (call) => correctSeat(deps, call));
  route(context, contract.correctName, (call) => correctNameOfAnybody(deps, call));
  route(context, contract.correctNameOfMember, (call) => correctNameOfMember(deps, call));
}
