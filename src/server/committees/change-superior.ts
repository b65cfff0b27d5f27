import type { CommitteeId } from '../../domain/committee/committee.ts';
import { decideMove } from '../../domain/committee/reorganise.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { firstOf, type Reorganised } from './reorganised.ts';

/** Puts a committee under another superior; a vote under way keeps the one that was fixed at its opening. */
export async function changeSuperior(
  { store, clock }: Deps,
  id: CommitteeId,
  change: { from: CommitteeId | null; to: CommitteeId | null; on?: string | undefined },
): Reorganised {
  const today = localDay(clock());
  const asked = { around: [id, change.to] };
  return firstOf(
    await store.committees.reorganise(asked, (known) =>
      decideMove(known, { id, ...change, on: change.on ?? today }, today),
    ),
  );
}
