import type * as contract from '../../contract/committee/committees.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { committeeView } from './views.ts';

export async function readCommittee(deps: Deps, { params }: Call<typeof contract.readCommittee>) {
  const found = await deps.store.committees.find(params.committeeId);
  return found ? accept(committeeView(found)) : refuse('not-found');
}
