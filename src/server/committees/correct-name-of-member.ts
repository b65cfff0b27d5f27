import type * as contract from '../../contract/committee/seats.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { corrected } from './change-seat.ts';
import { correctName } from './correct-name.ts';
import { officeOf } from './office-of.ts';

export async function correctNameOfMember(
  deps: Deps,
  { params, body, caller, about }: Call<typeof contract.correctNameOfMember>,
) {
  const { committeeId: within, personId: id } = params;
  const by = { within, office: officeOf(caller, deps) };
  return corrected(await correctName(deps, { ...body, personId: id }, by, about));
}
