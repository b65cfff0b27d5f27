import { accept, type Ruling, refuse, refuseFor } from '../ruling.ts';
import type { Paper } from './paper.ts';
import { phonesVote } from './phone-use.ts';
import type { Session } from './session.ts';

/** Why no ballot of a phone is taken, whoever sends it. */
export type ArrivalRefusal = 'unknown-paper' | 'session-not-open' | 'phone-voting-ended' | 'phones-do-not-vote';

export type RecastRefusal = 'recast-limit' | 'recast-pause';

export type CastRefusal =
  | ArrivalRefusal
  | RecastRefusal
  | 'void-paper'
  | 'unused-paper'
  | 'voter-absent'
  | 'replaced-by-sheet'
  | 'other-phone';

/** So often a paper may vote by phone: one paper must not fill the record that everybody has to fetch and verify. */
export const phoneBallotsAtMost = 20;

/** What a paper has done so far. */
export interface CastBefore {
  /** Its ballots in the record. */
  readonly ballots: number;
  /** Whole seconds until it may cast again. */
  readonly pauseLeft: number;
}

/** A ballot of a phone, and what is known of its paper. */
export interface PhoneCast extends CastBefore {
  readonly paper: Paper | undefined;
  readonly recastKeyHash: string;
  /** The box holds this very ballot. */
  readonly alreadyInBox: boolean;
  /** The paper's voter is known to be absent and the form has no remote voting (phone papers only). */
  readonly waits: boolean;
}

/** What has to hold before anything of a phone's ballot is computed. */
export function decideArrival(session: Session, paper: Paper | undefined): Ruling<Paper, ArrivalRefusal> {
  const { state } = session;
  if (paper === undefined) return refuse('unknown-paper');
  if (!phonesVote(session)) return refuse('phones-do-not-vote');
  if (state === 'counting') return refuse('phone-voting-ended');
  return state === 'open' ? accept(paper) : refuse('session-not-open');
}

/** Whether a paper may vote once more; for real and rehearsed ballots alike. */
export function decideRecast({ ballots, pauseLeft }: CastBefore): Ruling<undefined, RecastRefusal> {
  if (ballots >= phoneBallotsAtMost) return refuse('recast-limit');
  return pauseLeft > 0 ? refuseFor('recast-pause', pauseLeft) : accept(undefined);
}

/**
 * Whether a phone's ballot may enter the box. One that is already there is acknowledged at any time and to everybody
 * who has it: whoever copied it and was faster cannot make its own phone believe that it is not in the box.
 * @returns the paper as it stands after the ballot, or the very same paper when nothing is to be appended.
 */
export function decideCast(session: Session, cast: PhoneCast): Ruling<Paper, CastRefusal> {
  const { paper, recastKeyHash } = cast;
  if (paper === undefined) return refuse('unknown-paper');
  if (cast.alreadyInBox) return accept(paper);
  const arrived = decideArrival(session, paper);
  if (!arrived.ok) return arrived;
  if (paper.recastKeyHash !== null && !mayRecast(paper, recastKeyHash)) return refuse('other-phone');
  if (paper.fate === 'void') return refuse('void-paper');
  if (paper.fate === 'unused') return refuse('unused-paper');
  if (paper.votedBy === 'sheet') return refuse('replaced-by-sheet');
  if (cast.waits) return refuse('voter-absent');
  const again = decideRecast(cast);
  return again.ok ? accept({ ...paper, votedBy: 'phone', recastKeyHash }) : again;
}

/**
 * Whether this is the phone that voted first with the paper: no other one can cast again. Which it was is forgotten at
 * closing, when none can.
 */
export function mayRecast({ recastKeyHash, votedBy }: Paper, sent: string): boolean {
  return votedBy === 'forgotten' || recastKeyHash === sent;
}

export type SheetRefusal =
  | 'not-counting'
  | 'not-announced'
  | 'unknown-paper'
  | 'void-paper'
  | 'unused-paper'
  | 'phone-paper-has-no-sheet'
  | 'sheet-already-keyed'
  | 'unknown-invalid-reason';

export interface SheetCast {
  readonly paper: Paper | undefined;
  readonly alreadyInBox: boolean;
  /** The form's id of why the whole sheet is invalid; null for a valid one. */
  readonly invalidReason: string | null;
}

export interface SheetAccepted {
  readonly session: Session;
  readonly paper: Paper;
  /** The paper had voted by phone: the sheet replaces that ballot. */
  readonly replacesPhone: boolean;
}

/** Whether a keyed sheet may enter the box; it replaces its paper's phone ballot. */
export function decideCastSheet(session: Session, cast: SheetCast): Ruling<SheetAccepted, SheetRefusal> {
  const { paper, invalidReason } = cast;
  if (session.state !== 'counting') return refuse('not-counting');
  if (session.announcements.length === 0) return refuse('not-announced');
  if (paper === undefined) return refuse('unknown-paper');
  if (paper.fate === 'void') return refuse('void-paper');
  if (paper.fate === 'unused') return refuse('unused-paper');
  if (paper.channel === 'phone') return refuse('phone-paper-has-no-sheet');
  if (paper.votedBy === 'sheet') {
    return cast.alreadyInBox ? accept({ session, paper, replacesPhone: false }) : refuse('sheet-already-keyed');
  }
  if (invalidReason !== null && !session.form.invalidSheetReasons.some(({ id }) => id === invalidReason)) {
    return refuse('unknown-invalid-reason');
  }
  const invalidSheets =
    invalidReason === null
      ? session.invalidSheets
      : { ...session.invalidSheets, [invalidReason]: (session.invalidSheets[invalidReason] ?? 0) + 1 };
  return accept({
    session: { ...session, invalidSheets },
    paper: { ...paper, votedBy: 'sheet' },
    replacesPhone: paper.votedBy === 'phone',
  });
}
