import { accept, type Ruling, refuse } from '../ruling.ts';
import { currentAnnouncement, ledgerOf } from './counting.ts';
import type { Paper } from './paper.ts';
import { type SessionWithPapers, withPapers } from './papers.ts';
import { type RemainingUnknown, sheetsLeftOver, whyRemainingUnknown } from './sheets-left-over.ts';

/** Declares sheets as left over: counted with the ledger, named in the supplement, unable to vote. */
export function decideMarkUnused(
  state: SessionWithPapers,
  credentials: readonly string[],
): Ruling<SessionWithPapers, 'papers-not-open' | 'unknown-paper' | 'void-paper' | 'paper-has-voted'> {
  const { session } = state;
  if (session.state !== 'open' && session.state !== 'counting') return refuse('papers-not-open');
  const changed: Paper[] = [];
  for (const credential of credentials) {
    const paper = state.papers.get(credential);
    if (paper === undefined || paper.channel !== 'sheet') return refuse('unknown-paper');
    if (paper.fate === 'void') return refuse('void-paper');
    if (paper.votedBy !== null) return refuse('paper-has-voted');
    changed.push({ ...paper, fate: 'unused' });
  }
  return accept({ ...state, papers: withPapers(state, changed) });
}

/**
 * Declares every sheet that has not voted as left over. Only once nothing can be in the box that is not in the record
 * (`whyRemainingUnknown`): a sheet that is declared left over can no longer be cast.
 * @param leftOver how many sheets lie on the pile, as whoever asks was told; asked again, it is done already
 */
export function decideMarkRemaining(
  state: SessionWithPapers,
  leftOver: number,
): Ruling<SessionWithPapers, RemainingUnknown | 'left-over-differs'> {
  const { session, papers } = state;
  const ledger = ledgerOf(state);
  const unknown = whyRemainingUnknown(session.state, currentAnnouncement(session)?.sheets, ledger);
  if (unknown !== undefined) return refuse(unknown);
  const remaining = [...papers.values()].filter(
    ({ channel, fate, votedBy }) => channel === 'sheet' && fate === 'live' && votedBy === null,
  );
  const unused = ledger.unused + remaining.length;
  if (unused !== sheetsLeftOver(ledger) || unused !== leftOver) return refuse('left-over-differs');
  return accept({
    ...state,
    papers: withPapers(
      state,
      remaining.map((paper): Paper => ({ ...paper, fate: 'unused' })),
    ),
  });
}
