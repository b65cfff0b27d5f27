import type { CommitteeId } from '../../domain/committee/committee.ts';
import { decideDissolve } from '../../domain/committee/reorganise.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { firstOf, type Reorganised } from './reorganised.ts';

export async function dissolveCommittee(deps: Deps, id: CommitteeId, on: string): Reorganised {
  const today = localDay(deps.clock());
  const { committees } = deps.store;
  return firstOf(await committees.reorganise({ around: [id] }, (known) => decideDissolve(known, id, on, today)));
}
