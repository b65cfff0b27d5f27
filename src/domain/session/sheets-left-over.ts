import type { Ledger, SessionState } from './session.ts';

/** How many sheets must be left over where every other one was handed out or voided. */
export function sheetsLeftOver({ printed, handedOut, void: voided }: Pick<Ledger, 'printed' | 'handedOut' | 'void'>) {
  return printed - handedOut - voided;
}

export type RemainingUnknown = 'not-counting' | 'sheets-not-keyed' | 'ballots-still-out';

interface Came extends Pick<Ledger, 'sheetsKeyed' | 'issued'> {
  /** Null while it is not told. */
  readonly collected: number | null;
}

/**
 * Why nobody can say yet that every sheet which has not voted is left over: before the last sheet of the box is keyed
 * those in it cannot be told from those on the pile, nor may one that was handed out be missing.
 * @param announced sheets in the box, as the tellers announced; undefined before
 */
export function whyRemainingUnknown(
  state: SessionState,
  announced: number | undefined,
  { sheetsKeyed, issued, collected }: Came,
): RemainingUnknown | undefined {
  if (state !== 'counting') return 'not-counting';
  if (sheetsKeyed !== announced) return 'sheets-not-keyed';
  return collected === issued ? undefined : 'ballots-still-out';
}
