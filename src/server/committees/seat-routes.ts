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
  route(context, contract.searchPeople, async (deps, { query }) => accept(await searchPeople(deps, query)));
  route(context, contract.searchPeopleBelow, async (deps, { params, query }) =>
    accept(await searchPeople(deps, query, params.committeeId)),
  );
  route(context, contract.addSeat, addSeat);
  route(context, contract.endSeat, endSeat);
  route(context, contract.changePosition, changePosition);
  route(context, contract.correctSeat, correctSeat);
  route(context, contract.correctName, correctNameOfAnybody);
  route(context, contract.correctNameOfMember, correctNameOfMember);
}
