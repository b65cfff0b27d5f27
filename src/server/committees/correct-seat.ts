import type * as contract from '../../contract/committee/seats.ts';
import { decideCorrectSeat } from '../../domain/roster/seat-changes.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSeat } from './change-seat.ts';

export function correctSeat(deps: Deps, { params, body, caller, about }: Call<typeof contract.correctSeat>) {
  return changeSeat(deps, about, params, (known) => decideCorrectSeat(known, { ...params, ...body }, caller.personId));
}
