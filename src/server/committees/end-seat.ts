import type * as contract from '../../contract/committee/seats.ts';
import { decideEndSeat } from '../../domain/roster/seat-changes.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSeat } from './change-seat.ts';

export function endSeat(deps: Deps, { params, body, about }: Call<typeof contract.endSeat>) {
  return changeSeat(deps, about, params, (known) => decideEndSeat(known, { ...params, ...body }));
}
