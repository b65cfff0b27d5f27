import type * as z from 'zod/mini';
import type { CeremonyView } from '../../client/teller/ceremony.ts';
import type { ballotPageView } from '../../contract/box/box.ts';
import type { openingView, RehearsalView } from '../../contract/ceremony/ceremony.ts';
import type { ResultView, tallyView } from '../../contract/results/results.ts';
import type { SessionView } from '../../contract/session/sessions.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';
import type { Kept } from './kept.ts';

/** What the service shows a teller, as it was seen last. */
export interface TellerView {
  readonly session: SessionView | undefined;
  /** null: there is none (any more). */
  readonly ceremony: CeremonyView | null;
  readonly rehearsal: RehearsalView | null;
  readonly opening: z.infer<typeof openingView> | null;
  readonly page: z.infer<typeof ballotPageView> | null;
  readonly tally: z.infer<typeof tallyView> | null;
  readonly result: ResultView | null;
}

/** Something is not as it must be: nothing is sent until people have looked into it. */
export interface Alarm {
  readonly refusal: string;
  readonly failure?: VerifyFailure;
  /** Where the announced number differs. */
  readonly numbers?: { readonly typed: number; readonly counted: number };
}

/** Ballots verified while sheets are still being keyed. */
export interface Ahead {
  readonly done: number;
  readonly total: number;
  readonly running: boolean;
}

export interface TellerState extends TellerView {
  readonly reach: 'loading' | 'reached' | 'unreachable' | 'refused';
  readonly kept: Kept | null;
  /** Whether this browser keeps things. */
  readonly keeps: boolean;
  /** The code that waits to be compared. */
  readonly code: string | null;
  readonly alarm: Alarm | null;
  readonly ahead: Ahead | null;
}

export const atFirst: TellerState = {
  reach: 'loading',
  session: undefined,
  ceremony: null,
  rehearsal: null,
  opening: null,
  page: null,
  tally: null,
  result: null,
  kept: null,
  keeps: true,
  code: null,
  alarm: null,
  ahead: null,
};

/** The caller's own index among the tellers; undefined for somebody who is none. */
export function ownIndex({ ceremony, session }: TellerState, personId: string | null): number | undefined {
  return ceremony?.me ?? session?.tellers.find((teller) => teller.personId === personId)?.index;
}

/** What a teller is to do or to wait for. */
export type TellerStage =
  | 'draft'
  | 'before-ceremony'
  | 'join'
  /** The phone on which this ceremony was begun is another one. */
  | 'begun-elsewhere'
  | 'ceremony'
  | 'code'
  | 'failed'
  | 'card'
  | 'show-card'
  | 'rehearsal'
  | 'opening'
  | 'open'
  | 'counting'
  | 'tally'
  | 'over'
  | 'cancelled';

/** Follows from what was seen and from what this phone keeps. */
export function stageOf(state: TellerState, session: SessionView): TellerStage {
  switch (session.state) {
    case 'draft':
      return 'draft';
    case 'issued':
      return stageBeforeOpening(state);
    case 'open':
    case 'counting':
      return session.state;
    case 'closed':
      return 'tally';
    case 'tallied':
    case 'published':
      return 'over';
    case 'cancelled':
      return 'cancelled';
  }
}

function stageBeforeOpening({ ceremony, kept, code, rehearsal }: TellerState): TellerStage {
  if (ceremony === null) return 'before-ceremony';
  if (ceremony.round === 'failed') return 'failed';
  const known = kept?.run === ceremony.run ? kept : undefined;
  if (ceremony.round !== 'done') {
    if (known?.seed == null) return hasBegun(ceremony) ? 'begun-elsewhere' : 'join';
    return code === null ? 'ceremony' : 'code';
  }
  if (known === undefined) return 'show-card';
  if (!known.proven) return known.seed === null ? 'show-card' : known.trustees === null ? 'ceremony' : 'card';
  return rehearsal?.state === 'passed' ? 'opening' : 'rehearsal';
}

/** Whether my certificate is there. */
function hasBegun({ round, me, tellers }: CeremonyView): boolean {
  return round !== 'certificates' || tellers.some(({ index, done }) => index === me && done);
}
