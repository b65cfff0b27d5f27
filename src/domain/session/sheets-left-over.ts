import type { Ledger } from './session.ts';

/** How many sheets must be left over where every other one was handed out or voided. */
export function sheetsLeftOver({ printed, handedOut, void: voided }: Pick<Ledger, 'printed' | 'handedOut' | 'void'>) {
  return printed - handedOut - voided;
}
