import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { openedElection } from '../record/opened-election.ts';
import { ownRecord } from '../store/record-ref.ts';
import { knownPaper } from './known-paper.ts';

/** What the desk should know of a sheet before keying it. */
export async function readSheet(
  deps: Deps,
  id: SessionId,
  credential: string,
): Promise<Ruling<SheetState, 'not-counting' | 'unknown-paper' | 'not-found'>> {
  const state = await deps.store.sessions.findWithPapers(id);
  if (state === undefined) return refuse('not-found');
  if (state.session.state !== 'counting') return refuse('not-counting');
  const paper = knownPaper(state, await openedElection(deps, ownRecord(id)), credential);
  if (paper === undefined) return refuse('unknown-paper');
  const { fate, votedBy } = paper;
  if (votedBy === 'forgotten') throw new TypeError('channels were forgotten while the box is counted');
  return accept({ fate, votedBy });
}

export interface SheetState {
  readonly fate: 'live' | 'void' | 'unused';
  readonly votedBy: 'phone' | 'sheet' | null;
}
