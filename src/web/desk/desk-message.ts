import type { SheetReply } from '../../client/desk.ts';
import type { BallotPage } from '../../client/sealing.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';

/** The worker of one sheet. */
export interface DeskPrograms {
  /** Makes ready what every sheet of a session needs. */
  prepare(page: BallotPage): void;
  /** Seals the sheet once and casts it, however often it is asked. */
  cast(input: {
    readonly page: BallotPage;
    readonly credential: string;
    readonly marks: Marks;
    readonly invalidReason: string | null;
  }): Promise<DeskAnswer>;
}

/** What became of the one sheet that was cast. */
export type DeskAnswer = SheetReply | { readonly ok: false; readonly refusal: 'session-not-open' | 'election-differs' };
