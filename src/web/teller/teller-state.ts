import type { CeremonyView } from '../../client/teller/ceremony.ts';
import type { SessionOfTeller, TellerView } from '../../contract/session/teller-view.ts';
import type { VerifyFailure } from '../../protocol/verify/verify-report.ts';
import type { Kept } from './kept.ts';

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

/** What the service shows a teller, as it was seen last, and what this phone knows beside it. */
export interface TellerState extends Omit<TellerView, 'session' | 'me'> {
  /** Undefined until it was seen. */
  readonly session: SessionOfTeller | undefined;
  readonly me: number | undefined;
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
  me: undefined,
  ceremony: null,
  rehearsal: null,
  opening: null,
  fingerprint: null,
  head: null,
  tally: null,
  totals: null,
  kept: null,
  keeps: true,
  code: null,
  alarm: null,
  ahead: null,
};

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
  | 'cancelled'
  | 'unopenable';

/** Follows from what was seen and from what this phone keeps. */
export function stageOf(state: TellerState, session: SessionOfTeller): TellerStage {
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
    case 'unopenable':
      return session.state;
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
  const passed = rehearsal?.state === 'passed';
  if (known?.proven) return passed ? 'opening' : 'rehearsal';
  // The rehearsal reads the card: on the phone that made it once it is on paper, on another one at once.
  if (known?.seed == null) return passed ? 'show-card' : 'rehearsal';
  if (known.trustees === null) return 'ceremony';
  return known.written && !passed ? 'rehearsal' : 'card';
}

/** Whether my certificate is there. */
function hasBegun({ round, me, tellers }: CeremonyView): boolean {
  return round !== 'certificates' || tellers.some(({ index, done }) => index === me && done);
}
