import { ballotKey, draftKey, type KeptBallot, readDraft, readKeptBallot } from './kept.ts';
import { fitting } from './marking.ts';
import type { VotingContext } from './voting-context.ts';

/**
 * What another tab of this browser does with the same paper: its marks are this tab's too, and a ballot that it casts is
 * shown and looked after here as well. Sent from both it counts once, and sending goes on when either is closed.
 * @returns how to stop
 */
export function followOtherTabs(paper: VotingContext, goOn: (kept: KeptBallot) => void): () => void {
  const { opened, store, keeping, lock } = paper;
  const onChange = ({ key }: StorageEvent) => {
    const { casting, page } = store.get();
    if (casting.step === 'sealing' || casting.step === 'sending') return;
    if (key === draftKey(opened.name) && lock !== undefined && casting.step === 'none') {
      const drafted = readDraft(keeping, lock);
      store.set({ marking: page === undefined ? drafted : fitting(drafted, page) });
    }
    const kept = key === ballotKey(opened.name) ? readKeptBallot(keeping, opened.name) : undefined;
    if (kept === undefined || (casting.step === 'in-box' && casting.tracker === kept.tracker)) return;
    goOn(kept);
  };
  window.addEventListener('storage', onChange);
  return () => window.removeEventListener('storage', onChange);
}
