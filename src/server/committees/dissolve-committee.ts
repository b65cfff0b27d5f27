import type { CommitteeId } from '../../domain/committee/committee.ts';
import { decideDissolve } from '../../domain/committee/reorganise.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { changeRoster } from './change-roster.ts';
import { firstOf, type Reorganised } from './reorganised.ts';

export async function dissolveCommittee(deps: Deps, id: CommitteeId, on: string): Reorganised {
  return firstOf(await changeRoster(deps.store, (known) => decideDissolve(known, id, on, localDay(deps.clock()))));
}
