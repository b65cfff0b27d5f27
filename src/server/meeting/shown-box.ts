import type { Instant } from '../../domain/instant.ts';
import { attendanceOf } from '../../domain/session/attendance.ts';
import { ledgerOf } from '../../domain/session/counting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { Session, SessionId, SessionState } from '../../domain/session/session.ts';
import { hexToBase64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { unchanging } from '../kit/unchanging.ts';
import { type RecordHead, readHead } from '../record/record-head.ts';
import { ownRecord } from '../store/record-ref.ts';
import { type CountedBallots, countedBallots } from './counted-ballots.ts';

/** What is shown of a box, all of it of one moment. */
export interface ShownBox {
  readonly at: Instant;
  /** Null before opening. */
  readonly head: RecordHead | null;
  /** Of the counted ballots: in the record's order once the box is closed, before in the order of their hashes. */
  readonly trackers: string[];
  readonly counts: ShownCounts;
}

export interface ShownCounts {
  readonly summoned: number;
  readonly present: number;
  readonly issued: number;
  readonly collected: number;
  /** Null where it would show who used a channel. */
  readonly channels: { readonly phone: number; readonly sheet: number } | null;
}

/** Everybody who is told something of a box is told what stands here, so that no two answers tell a ballot's moment. */
export interface ShownBoxes {
  lastRenewal(session: Session): Promise<ShownBox>;
  /** As it is now, once it is closed and nobody's ballot comes in any more; until then as of the last renewal. */
  current(session: Session): Promise<ShownBox>;
}

/** Milliseconds for which a box is shown as it was counted. */
const renewedAfter = 15_000;
/** A channel with fewer ballots would show who used it. */
const fewestShownApart = 5;

interface Renewal {
  /** On the monotonic clock. */
  readonly at: number;
  readonly isTaking: boolean;
  readonly box: Promise<ShownBox>;
}

/**
 * The boxes of one service, counted anew every 15 seconds and not in between, so that nobody who watches both screen
 * and hall sees whose ballot has just come in. Opening and closing a box renew it at once. Whoever asks while it is
 * being counted waits for that count: two of two moments would tell what came between them.
 */
export function shownBoxes(deps: Deps): ShownBoxes {
  const readBallots = countedBallots(deps);
  const renewals = new Map<SessionId, Renewal>();
  const count = (session: Session) => countBox(deps, readBallots, session.id);
  const isFresh = ({ at }: Renewal) => deps.monotonic() - at < renewedAfter;
  const lastRenewal = (session: Session) => {
    const { id } = session;
    const isTaking = takesBallots(session.state);
    const last = renewals.get(id);
    if (last !== undefined && last.isTaking === isTaking && isFresh(last)) return last.box;
    for (const [other, renewal] of renewals) if (!isFresh(renewal)) renewals.delete(other);
    const renewal: Renewal = { at: deps.monotonic(), isTaking, box: count(session) };
    renewals.set(id, renewal);
    renewal.box.catch(() => {
      if (renewals.get(id) === renewal) renewals.delete(id);
    });
    return renewal.box;
  };
  return {
    lastRenewal,
    current: (session) => (takesBallots(session.state) ? lastRenewal(session) : count(session)),
  };
}

function takesBallots(state: SessionState): boolean {
  return state === 'open' || state === 'counting';
}

async function countBox(
  deps: Deps,
  readBallots: (id: SessionId) => Promise<CountedBallots>,
  id: SessionId,
): Promise<ShownBox> {
  for (;;) {
    const before = await readHead(deps, ownRecord(id));
    const state = await deps.store.sessions.findWithPapers(id);
    if (state === undefined) throw new TypeError('no session');
    const { reached, head, hashes } = await readBallots(id);
    // A ballot that came between these reads would be in one of them only.
    if (before?.hash !== reached?.hash) continue;
    const inOrder = takesBallots(state.session.state) ? hashes.toSorted() : hashes;
    return {
      at: deps.clock().toISOString(),
      head,
      trackers: unchanging(inOrder.map(hexToBase64)),
      counts: countsOf(state),
    };
  }
}

function countsOf(state: SessionWithPapers): ShownCounts {
  const { issued, collected, sheetsKeyed: sheet } = ledgerOf(state);
  const phone = collected - sheet;
  const channels = Math.min(phone, sheet) < fewestShownApart ? null : { phone, sheet };
  return { ...attendanceOf(state.session), issued, collected, channels };
}
