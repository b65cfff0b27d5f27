import type { BallotPage } from '../../client/sealing.ts';
import type { Marks, SealedBallot } from '../../protocol/ballot/create-ballot.ts';

/** The worker that seals. */
export interface SealPrograms {
  /** Makes ready what every ballot of a session needs, before anything is marked; harmless before the box is open. */
  prepare(page: BallotPage): void;
  seal(input: { readonly page: BallotPage; readonly credential: string; readonly marks: Marks }): SealReply;
}

export type SealReply =
  | { readonly ok: true; readonly ballot: SealedBallot }
  | { readonly ok: false; readonly refusal: 'session-not-open' | 'election-differs' };
