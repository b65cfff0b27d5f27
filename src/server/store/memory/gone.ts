import { TakenBackMeanwhile } from '../taken-back-meanwhile.ts';

/** Ids of the people and committees that were taken back with their imports. */
export type Gone = ReadonlySet<string>;

/** Throws when one of those named is gone; asked before anything is kept. */
export function refuseGone(gone: Gone, named: readonly (string | null | undefined)[]): void {
  if (named.some((id) => id != null && gone.has(id))) throw new TakenBackMeanwhile();
}
