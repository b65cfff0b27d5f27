import type * as contract from '../../contract/committee/seats.ts';
import { decideChangePosition } from '../../domain/roster/seat-changes.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSeat, newSeatId } from './change-seat.ts';

export async function changePosition(deps: Deps, { params, body, about }: Call<typeof contract.changePosition>) {
  const id = newSeatId(deps);
  return changeSeat(deps, about, params, (known) => decideChangePosition(known, { ...params, ...body }, id));
}
