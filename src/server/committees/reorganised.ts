import type { CommitteeView } from '../../contract/committee/committees.ts';
import type { ReorganisationRefusal } from '../../domain/committee/reorganise.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import { committeeView } from './views.ts';

export type Reorganised = Promise<Ruling<CommitteeView, ReorganisationRefusal>>;

/** The committee that was asked about stands first among those that changed. */
export function firstOf<Refusal extends string>(
  decision: Ruling<{ readonly committees: readonly Parameters<typeof committeeView>[0][] }, Refusal>,
): Ruling<CommitteeView, Refusal> {
  if (!decision.ok) return decision;
  const [committee] = decision.value.committees;
  if (committee === undefined) throw new Error('a reorganisation that changes no committee');
  return accept(committeeView(committee));
}
