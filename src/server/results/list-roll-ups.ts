import type * as contract from '../../contract/results/roll-up.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import type { Call } from '../http/route.ts';
import { rollUpsFor } from './roll-up.ts';

export async function listRollUps(context: RouteContext, { caller, request }: Call<typeof contract.listRollUps>) {
  const { deps } = context;
  if (caller.personId === null) return accept([]);
  return accept(await rollUpsFor(deps, caller.personId, relationsFor(context, request)));
}
