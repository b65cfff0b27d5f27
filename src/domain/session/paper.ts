import type { PrintRunId, SessionId } from './session.ts';

/**
 * From closing on: the roll says who held a phone paper, so that where few did, the way a paper came would name its
 * ballot for ever. The ledger keeps the numbers.
 */
type Forgotten = 'forgotten';

/**
 * A ballot paper as the server knows it: its public credential and what became of it. It holds no person, no time
 * and no address; its place in the store says nothing of the order it was made or handed out in.
 */
export interface Paper {
  readonly sessionId: SessionId;
  /** Public credential (PROTOCOL §4): the point's text form. */
  readonly credential: string;
  readonly channel: 'sheet' | 'phone' | Forgotten;
  /** The print run of a printed sheet; null for a phone paper, and once forgotten. */
  readonly printRunId: PrintRunId | null;
  /** `unused`: counted among the sheets left over. Neither void nor unused papers can vote. */
  readonly fate: 'live' | 'void' | 'unused';
  /** The last ballot's way into the box; null while it has not voted. */
  readonly votedBy: 'phone' | 'sheet' | Forgotten | null;
  /** SHA-256 (hex) of the key kept by the phone that voted first; null while none has, and once forgotten. */
  readonly recastKeyHash: string | null;
}

/** A paper that a voter's own phone made; it has not voted. */
export function newPhonePaper(sessionId: SessionId, credential: string): Paper {
  const nothing = { printRunId: null, votedBy: null, recastKeyHash: null };
  return { sessionId, credential, channel: 'phone', fate: 'live', ...nothing };
}

/** The papers with nothing left that tells over which channel one came. */
export function withoutChannels(papers: ReadonlyMap<string, Paper>): ReadonlyMap<string, Paper> {
  const forgotten = [...papers.values()].map(
    (paper): Paper => ({
      ...paper,
      channel: 'forgotten',
      printRunId: null,
      recastKeyHash: null,
      votedBy: paper.votedBy === null ? null : 'forgotten',
    }),
  );
  return new Map(forgotten.map((paper) => [paper.credential, paper]));
}
