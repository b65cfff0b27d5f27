import type * as contract from '../../contract/committee/committees.ts';
import { decideChangeDirector } from '../../domain/committee/committee.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { ruledView } from './views.ts';

export async function changeDirector(deps: Deps, { params, body }: Call<typeof contract.changeDirector>) {
  const change = { id: params.committeeId, ...body };
  const asked = { around: [params.committeeId, body.directedById] };
  return ruledView(await deps.store.committees.change(asked, (known) => decideChangeDirector(known, change)));
}
