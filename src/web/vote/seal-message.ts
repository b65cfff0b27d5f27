import type { BallotPage } from '../../client/sealing.ts';
import type { Marks, SealedBallot } from '../../protocol/ballot/create-ballot.ts';

/** To the worker that seals. `prepare` makes ready what every ballot of a session needs, before anything is marked. */
export type SealRequest =
  | { readonly kind: 'prepare'; readonly page: BallotPage }
  | {
      readonly kind: 'seal';
      readonly number: number;
      readonly page: BallotPage;
      readonly credential: string;
      readonly marks: Marks;
    };

export type SealReply =
  | { readonly ok: true; readonly ballot: SealedBallot }
  | { readonly ok: false; readonly refusal: 'session-not-open' | 'election-differs' };

/** From the worker: what became of the request with this number. */
export interface SealAnswer {
  readonly number: number;
  readonly reply: SealReply;
}
