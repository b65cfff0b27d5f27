import type { SheetReply } from '../../client/desk.ts';
import type { BallotPage } from '../../client/sealing.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';

/** To the worker that seals and casts. `prepare` makes ready what every sheet of a session needs. */
export type DeskRequest =
  | { readonly kind: 'prepare'; readonly page: BallotPage }
  | {
      readonly kind: 'cast';
      readonly page: BallotPage;
      readonly credential: string;
      readonly marks: Marks;
      readonly invalidReason: string | null;
    };

/** What became of the one sheet that was cast. */
export type DeskAnswer = SheetReply | { readonly ok: false; readonly refusal: 'session-not-open' | 'election-differs' };
