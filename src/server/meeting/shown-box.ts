import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/instant.ts';
import { accept } from '../../domain/ruling.ts';
import { attendanceOf } from '../../domain/session/attendance.ts';
import { ledgerOf } from '../../domain/session/counting.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { Session, SessionId } from '../../domain/session/session.ts';
import { hexToBase64 } from '../../protocol/encoding/hash.ts';
import type { Deps } from '../deps.ts';
import { unchanging } from '../kit/unchanging.ts';
import { headOf, type RecordHead } from '../record/record-head.ts';
import { type BoxRenewal, type RenewedCounts, renewedStates } from '../store/renewal-store.ts';
import { withAllPapers } from '../store/session-store.ts';
import { storageTrouble } from '../store/storage-trouble.ts';
import { countedBallots, type ReadBallots } from './counted-ballots.ts';

/** What is shown of a box, all of it of one moment. */
export interface ShownBox {
  /** Tells this count from every other. */
  readonly id: string;
  readonly at: Instant;
  /** Null before opening. */
  readonly head: RecordHead | null;
  /** Of the counted ballots: in the record's order once the box is closed, before in the order of their hashes. */
  readonly trackers: string[];
  readonly counts: RenewedCounts;
}

/** Everybody who is told something of a box is told what stands here, so that no two answers tell a ballot's moment. */
export interface ShownBoxes {
  lastRenewal(session: Session): Promise<ShownBox>;
  /** As it is now, once it is closed and nobody's ballot comes in any more; until then as of the last renewal. */
  current(session: Session): Promise<ShownBox>;
  /** Whether whoever asks next has the box counted anew. */
  isDue(id: SessionId): boolean;
}

/** Milliseconds for which a box is shown as it was counted; their beginning is all that is kept of the moment. */
const renewedAfter = 15_000;
/** Milliseconds after which it is looked whether another node has renewed it. */
const looksAgainAfter = 1000;
/** Milliseconds after which this node forgets a box at which nobody looks. */
const forgottenAfter = 60_000;
/** A channel with fewer ballots would show who used it. */
const fewestShownApart = 5;

/** A renewal as this node knows it. */
interface Known {
  readonly renewal: BoxRenewal;
  /** Both on the monotonic clock. */
  readonly firstSeen: number;
  readonly lookedAt: number;
  readonly box: ShownBox;
}

/**
 * The boxes as all nodes show them, counted anew every 15 seconds and not in between, so that nobody who watches both
 * screen and hall sees whose ballot has just come in. Opening a box renews it at once. Whoever asks while it is being
 * counted waits for that count, and of nodes that count at once all show the same one: two of two moments would tell what
 * came between them (docs/decisions/nodes.md).
 */
export function shownBoxes(deps: Deps): ShownBoxes {
  const readBallots = countedBallots(deps);
  const renew = renewalReader(deps, readBallots);
  const closed = closedBoxes(deps, readBallots);
  return {
    isDue: renew.isDue,
    lastRenewal: async (session) => (await renew.read(session)) ?? closed.last(session.id),
    current: async (session) => (await renew.read(session)) ?? closed.now(session.id),
  };
}

function renewalReader(deps: Deps, readBallots: ReadBallots) {
  const { store, clock, monotonic } = deps;
  const kept = new Map<SessionId, Known>();
  const reading = new Map<SessionId, Promise<Known | undefined>>();

  const isOld = (renewal: BoxRenewal, known: Known | undefined) => {
    // By the clock that nobody sets, once this node has seen it.
    if (known?.renewal.id === renewal.id) return monotonic() - known.firstSeen >= renewedAfter;
    const age = clock().getTime() - Date.parse(renewal.at);
    return age >= 2 * renewedAfter || age < -renewedAfter;
  };
  /** From opening on a box has ballots to show; whoever read the session before that may be shown them too. */
  const isOfBefore = (renewal: BoxRenewal, session: Session) => takesBallots(session) && !renewal.isTaking;
  const renewedBy = async (there: BoxRenewal | undefined, session: Session) => {
    try {
      return await store.renewals.replace(session.id, there?.id ?? null, await countBox(deps, session.id));
    } catch (error) {
      // On a full disk nothing new comes in either: what is kept is shown, with its instant.
      if (there === undefined || isOfBefore(there, session) || storageTrouble(error) === undefined) throw error;
      return there;
    }
  };
  const look = async (session: Session): Promise<Known | undefined> => {
    const { id } = session;
    const known = kept.get(id);
    for (;;) {
      const there = await store.renewals.find(id);
      const mustCount = there === undefined || isOfBefore(there, session) || isOld(there, known);
      const renewal = mustCount ? await renewedBy(there, session) : there;
      if (renewal === undefined) return undefined;
      if (isOfBefore(renewal, session)) continue;
      if (known?.renewal.id === renewal.id) return { ...known, lookedAt: monotonic() };
      const now = monotonic();
      return { renewal, firstSeen: now, lookedAt: now, box: await boxOf(readBallots, id, renewal) };
    }
  };
  const read = async (session: Session): Promise<ShownBox | undefined> => {
    const { id } = session;
    if (!renewedStates.includes(session.state)) return undefined;
    const known = kept.get(id);
    if (known !== undefined && isFresh(known) && !isOfBefore(known.renewal, session)) return known.box;
    const looking = reading.get(id) ?? look(session).finally(() => reading.delete(id));
    reading.set(id, looking);
    const found = await looking;
    for (const [other, { lookedAt }] of kept) if (monotonic() - lookedAt > forgottenAfter) kept.delete(other);
    if (found === undefined) kept.delete(id);
    else kept.set(id, found);
    return found !== undefined && isOfBefore(found.renewal, session) ? read(session) : found?.box;
  };
  const isFresh = ({ firstSeen, lookedAt }: Known) =>
    monotonic() - firstSeen < renewedAfter && monotonic() - lookedAt < looksAgainAfter;
  const isDue = (id: SessionId) => {
    const known = kept.get(id);
    return known === undefined || monotonic() - known.firstSeen >= renewedAfter;
  };
  return { read, isDue };
}

function closedBoxes(deps: Deps, readBallots: ReadBallots) {
  const kept = new Map<SessionId, { readonly at: number; readonly box: Promise<ShownBox> }>();
  const isFresh = ({ at }: { readonly at: number }) => deps.monotonic() - at < renewedAfter;
  const now = async (id: SessionId): Promise<ShownBox> => {
    const { height: _, ...counted } = await countBox(deps, id);
    const { head, hashes } = await readBallots(id);
    return { ...counted, at: deps.clock().toISOString(), head, trackers: trackersOf(hashes) };
  };
  const last = (id: SessionId) => {
    const known = kept.get(id);
    if (known !== undefined && isFresh(known)) return known.box;
    for (const [other, one] of kept) if (!isFresh(one)) kept.delete(other);
    const box = now(id);
    kept.set(id, { at: deps.monotonic(), box });
    box.catch(() => kept.delete(id));
    return box;
  };
  return { now, last };
}

function takesBallots({ state }: Session): boolean {
  return state === 'open' || state === 'counting';
}

/** The numbers and the end of the record, of one moment. */
async function countBox({ store, clock }: Deps, id: SessionId): Promise<BoxRenewal> {
  const asked = { ...withAllPapers, record: { electionId: id } };
  const looked = await store.sessions.look(id, asked, (state, { record }) =>
    accept({ state, end: headOf(record.end) }),
  );
  if (!looked.ok) throw new TypeError('no session');
  const { state, end } = looked.value;
  const at = new Date(Math.floor(clock().getTime() / renewedAfter) * renewedAfter).toISOString();
  return {
    ...{ id: randomUUID(), at, isTaking: takesBallots(state.session), height: end?.height ?? null },
    counts: countsOf(state),
  };
}

async function boxOf(readBallots: ReadBallots, id: SessionId, { height, ...renewal }: BoxRenewal): Promise<ShownBox> {
  const { head, hashes } = await readBallots(id, height);
  return { ...renewal, head, trackers: trackersOf(hashes.toSorted()) };
}

function trackersOf(hashes: readonly string[]): string[] {
  return unchanging(hashes.map(hexToBase64));
}

function countsOf(state: SessionWithPapers): RenewedCounts {
  const { issued, collected, sheetsKeyed: sheet } = ledgerOf(state);
  const phone = collected - sheet;
  const channels = Math.min(phone, sheet) < fewestShownApart ? null : { phone, sheet };
  return { ...attendanceOf(state.session), issued, collected, channels };
}
