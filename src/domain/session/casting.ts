import { accept, type Decision, refuse } from '../decision.ts';
import type { Paper } from './paper.ts';
import { type Session, stateAt } from './session.ts';

export type CastRefusal =
  | 'session-not-open'
  | 'phone-voting-ended'
  | 'unknown-paper'
  | 'void-paper'
  | 'unused-paper'
  | 'voter-absent'
  | 'replaced-by-sheet'
  | 'other-phone'
  | 'duplicate-ballot';

/** Whether the box already holds this very ballot, and under which paper. */
export interface PhoneCast {
  readonly paper: Paper | undefined;
  readonly recastKeyHash: string;
  readonly alreadyInBox: boolean;
  /** The paper's voter is known to be absent and the form has no remote voting (phone papers only). */
  readonly waits: boolean;
}

/**
 * Whether a phone's ballot may enter the box. A ballot that is already there is acknowledged again to the phone that
 * sent it and refused to any other.
 * @returns the paper as it stands after the ballot, or the very same paper when nothing is to be appended.
 */
export function decideCast(session: Session, cast: PhoneCast, now: Date): Decision<Paper, CastRefusal> {
  const { paper } = cast;
  const state = stateAt(session, now);
  if (paper === undefined) return refuse('unknown-paper');
  if (paper.recastKeyHash !== null && paper.recastKeyHash !== cast.recastKeyHash) return refuse('other-phone');
  if (cast.alreadyInBox) return paper.recastKeyHash === null ? refuse('duplicate-ballot') : accept(paper);
  if (state === 'counting') return refuse('phone-voting-ended');
  if (state !== 'open') return refuse('session-not-open');
  if (paper.fate === 'void') return refuse('void-paper');
  if (paper.fate === 'unused') return refuse('unused-paper');
  if (paper.votedBy === 'sheet') return refuse('replaced-by-sheet');
  if (cast.waits) return refuse('voter-absent');
  return accept({ ...paper, votedBy: 'phone', recastKeyHash: cast.recastKeyHash });
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

/** Whether a keyed sheet may enter the box; it replaces its paper's phone ballot (design §3.4). */
export function decideCastSheet(session: Session, cast: SheetCast, now: Date): Decision<SheetAccepted, SheetRefusal> {
  const { paper, invalidReason } = cast;
  if (stateAt(session, now) !== 'counting') return refuse('not-counting');
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
