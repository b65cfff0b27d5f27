import { findCreated, sameContent } from '../creation.ts';
import { dayBefore } from '../day.ts';
import type { PersonId } from '../roster/person.ts';
import type { CommitteesToChange, RosterChanges } from '../roster/roster-changes.ts';
import { overlap, type Seat, type SeatId } from '../roster/seat.ts';
import { gainsSeat } from '../roster/seat-changes.ts';
import { spellingProblems } from '../roster/spellings.ts';
import { accept, type Problem, type Ruling, refuse } from '../ruling.ts';
import type { SessionState } from '../session/session.ts';
import { textKey } from '../text/text-key.ts';
import {
  type Committee,
  type CommitteeId,
  type CommitteeRefusal,
  type CommitteeRuling,
  decideAddCommittee,
  isAtOrBelow,
  type PastSuperior,
} from './committee.ts';
import type { CommitteeRank } from './committee-ranks.ts';

export type ReorganisationRefusal =
  | CommitteeRefusal
  | 'date-in-future'
  | 'date-too-early'
  | 'has-subordinates'
  | 'seats-begin-later'
  | 'merged-with-itself'
  | 'own-seat'
  | 'session-under-way';

type Reorganised = Ruling<RosterChanges & { readonly committees: readonly Committee[] }, ReorganisationRefusal>;

/** A committee under another superior from a day on, and the superior that it leaves behind. */
export function moved(
  one: Committee,
  superiorId: CommitteeId | null,
  on: string,
): { committee: Committee; past: PastSuperior[] } {
  const committee = { ...one, superiorId, superiorSince: on };
  // Moved again on the same day: the superior in between never was one.
  if (one.superiorSince === on) return { committee, past: [] };
  const from = one.superiorSince ?? one.from;
  return { committee, past: [{ committeeId: one.id, superiorId: one.superiorId, from, to: dayBefore(on) }] };
}

/** A day on which something may happen to the committee: not yet to come, and not before what is known of it. */
function refusalOfDay(one: Committee, on: string, today: string): ReorganisationRefusal | undefined {
  if (on > today) return 'date-in-future';
  if ((one.superiorSince ?? '') > on || (one.from ?? '') >= on) return 'date-too-early';
  return undefined;
}

/**
 * Puts a committee under another superior from a day on. `from` is the superior that it has now: whoever names none, or
 * another, is about to add a second one. What was published to the old superior stays there.
 */
export function decideMove(
  { committees: known }: Pick<CommitteesToChange, 'committees'>,
  change: { id: CommitteeId; from: CommitteeId | null; to: CommitteeId | null; on: string },
  today: string,
): Reorganised {
  const present = known.find((one) => one.id === change.id);
  if (present === undefined) return refuse('unknown-committee');
  if (present.to !== null) return refuse('committee-ended');
  if (present.superiorId !== change.from) return refuse('second-superior');
  const target = known.find((one) => one.id === change.to);
  if (change.to !== null && target === undefined) return refuse('unknown-superior');
  if (target !== undefined && target.to !== null) return refuse('superior-ended');
  if (isAtOrBelow(known, change.to, change.id)) return refuse('superior-cycle');
  const wrongDay = refusalOfDay(present, change.on, today);
  if (wrongDay !== undefined) return refuse(wrongDay);
  if (present.superiorId === change.to) return accept({ committees: [present] });
  const { committee, past } = moved(present, change.to, change.on);
  const taken = takenNames(known, [committee]);
  if (taken.length > 0) return refuse('committee-name-taken', taken);
  return accept({ committees: [committee], pastSuperiors: past });
}

/** Ends a committee: `on` is the first day without it. Its subordinates must have another superior before. */
export function decideDissolve(known: CommitteesToChange, id: CommitteeId, on: string, today: string): Reorganised {
  if (isVoteUnderWay(known, [id])) return refuse('session-under-way');
  const present = known.committees.find((one) => one.id === id);
  if (present === undefined) return refuse('unknown-committee');
  if (present.to !== null) return refuse('committee-ended');
  const wrongDay = refusalOfDay(present, on, today);
  if (wrongDay !== undefined) return refuse(wrongDay);
  const below = known.committees.filter((one) => one.superiorId === id && one.to === null);
  if (below.length > 0) return refuse('has-subordinates', below.map(about('has-subordinates')));
  const ended = endSeats(seatsIn(known, id), on);
  if (!ended.ok) return ended;
  const released = known.committees.filter((one) => one.directedById === id && one.to === null);
  return accept({
    committees: [{ ...present, to: dayBefore(on) }, ...released.map((one) => ({ ...one, directedById: null }))],
    seats: ended.value,
  });
}

function seatsIn({ seats }: CommitteesToChange, id: CommitteeId): readonly Seat[] {
  return seats.filter(({ committeeId }) => committeeId === id);
}

/** A committee that ends in the middle of its own vote would leave nobody to publish it to. */
function isVoteUnderWay({ sessions }: CommitteesToChange, ids: readonly CommitteeId[]): boolean {
  const over: readonly SessionState[] = ['draft', 'published', 'cancelled', 'unopenable'];
  return sessions.some(({ committeeId, state }) => ids.includes(committeeId) && !over.includes(state));
}

export interface Merger {
  readonly ids: readonly CommitteeId[];
  /** A committee that stands, or a new one. */
  readonly into: CommitteeId | Committee;
  /** First day on which only the successor stands, ISO. */
  readonly on: string;
  /** What becomes of the seats: they end, or their holders go on in the successor from that day. */
  readonly seats: 'end' | 'move';
  /** The person who enters it. */
  readonly by: PersonId | null;
}

/**
 * Whether a new successor's id is free, or this very merger was made under it, sent again because the answer was lost:
 * then the successor as it was made. A merger into a committee that stands has no id of its own: sent again it is refused,
 * for what it would merge has ended.
 */
export function findMerger(
  committees: readonly Committee[],
  { ids, into, on }: Merger,
): Ruling<Committee | undefined, 'id-in-use'> {
  if (typeof into === 'string') return accept(undefined);
  const successor = committees.find((one) => one.id === into.id);
  const merged = committees.filter((one) => ids.includes(one.id));
  const isMade =
    merged.length === new Set(ids).size &&
    merged.every((one) => one.successorId === into.id && one.to === dayBefore(on));
  return findCreated(successor, (there) => isMade && sameContent(describedAs(there), describedAs(into)));
}

function describedAs({ name, rank, sector, superiorId, directedById, code }: Committee) {
  return [name, rank, sector, superiorId, directedById, code];
}

/**
 * Merges committees into one: their subordinates stand below it from the day on, those that followed them follow it,
 * and its seat holders inherit what had been published to them.
 */
export function decideMerge(
  known: CommitteesToChange,
  ranks: readonly CommitteeRank[],
  merger: Merger,
  today: string,
  newSeatId: () => SeatId,
): Reorganised {
  const { committees } = known;
  if (isVoteUnderWay(known, merger.ids)) return refuse('session-under-way');
  const found = findSuccessor(committees, ranks, merger);
  if (!found.ok) return found;
  const successor = found.value;
  const ids = new Set(merger.ids);
  if (ids.has(successor.id)) return refuse('merged-with-itself');
  const merged = committees.filter((one) => ids.has(one.id));
  if (merged.length !== ids.size) return refuse('unknown-committee');
  for (const one of merged) {
    if (one.to !== null) return refuse('committee-ended', [about('committee-ended')(one)]);
    const wrongDay = refusalOfDay(one, merger.on, today);
    if (wrongDay !== undefined) return refuse(wrongDay, [about(wrongDay)(one)]);
    if (isAtOrBelow([...committees, successor], successor.superiorId, one.id)) return refuse('superior-cycle');
  }
  const followers = moveFollowers(committees, ids, successor, merger.on);
  if (!followers.ok) return followers;
  const seats = seatsOfMerger(known, merged, successor, merger, newSeatId);
  if (!seats.ok) return seats;
  if (
    gainsSeat(
      [...seatsIn(known, successor.id), ...merged.flatMap(({ id }) => seatsIn(known, id))],
      seats.value,
      merger.by,
    )
  )
    return refuse('own-seat');
  const ended = merged.map((one) => ({ ...one, to: dayBefore(merger.on), successorId: successor.id }));
  return accept({
    committees: [successor, ...ended, ...followers.value.committees],
    pastSuperiors: followers.value.pastSuperiors,
    seats: seats.value,
  });
}

function findSuccessor(
  known: readonly Committee[],
  ranks: readonly CommitteeRank[],
  { ids, into, on }: Merger,
): CommitteeRuling {
  if (typeof into !== 'string') {
    // The name and code of those that end are free on that day.
    const standing = known.map((one) => (ids.includes(one.id) ? { ...one, to: dayBefore(on) } : one));
    const added = decideAddCommittee(standing, ranks, into, on);
    const below = ids.some((id) => id === into.superiorId);
    return below ? refuse('superior-cycle') : added;
  }
  const committee = known.find((one) => one.id === into);
  if (committee === undefined) return refuse('unknown-committee');
  return committee.to === null ? accept(committee) : refuse('committee-ended');
}

/** Those below the merged committees, and those that followed their plans. */
function moveFollowers(
  known: readonly Committee[],
  ids: ReadonlySet<CommitteeId>,
  successor: Committee,
  on: string,
): Ruling<{ committees: Committee[]; pastSuperiors: PastSuperior[] }, ReorganisationRefusal> {
  const committees: Committee[] = [];
  const pastSuperiors: PastSuperior[] = [];
  for (const one of known) {
    if (one.to !== null || ids.has(one.id) || one.id === successor.id) continue;
    const follows = one.directedById !== null && ids.has(one.directedById);
    const isBelow = one.superiorId !== null && ids.has(one.superiorId);
    if (!follows && !isBelow) continue;
    if (isBelow && (one.superiorSince ?? '') > on) return refuse('date-too-early', [about('date-too-early')(one)]);
    const { committee, past } = isBelow ? moved(one, successor.id, on) : { committee: one, past: [] };
    committees.push(follows ? { ...committee, directedById: successor.id } : committee);
    pastSuperiors.push(...past);
  }
  const apart = toldApart(known, committees);
  const taken = takenNames(known, apart);
  if (taken.length > 0) return refuse('committee-name-taken', taken);
  return accept({ committees: apart, pastSuperiors });
}

/**
 * Two communes that are merged both have a "Chi bộ 1": what would share its name with another below the successor bears
 * that of the superior it leaves behind it, until the office gives it a better one.
 */
function toldApart(known: readonly Committee[], changed: readonly Committee[]): Committee[] {
  const before = new Map(known.map((one) => [one.id, one]));
  const ids = new Set(changed.map(({ id }) => id));
  const names = [...known.filter((one) => one.to === null && !ids.has(one.id)), ...changed].map(nameBelow);
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return changed.map((one) => {
    const leftId = before.get(one.id)?.superiorId ?? null;
    const left = leftId === null || leftId === one.superiorId ? undefined : before.get(leftId);
    if (left === undefined || !shared.has(nameBelow(one))) return one;
    return { ...one, name: `${one.name} (${left.name})` };
  });
}

/** Which of the changed committees would have the name of a sibling; written otherwise, with how that one writes it. */
function takenNames(known: readonly Committee[], changed: readonly Committee[]): Problem[] {
  const ids = new Set(changed.map(({ id }) => id));
  const standing = known.filter((one) => one.to === null && !ids.has(one.id));
  const names = new Map(standing.map((one) => [nameBelow(one), one.name]));
  return changed.flatMap((one) => {
    const name = nameBelow(one);
    const taken = names.get(name);
    names.set(name, taken ?? one.name);
    if (taken === undefined) return [];
    const [spelt] = spellingProblems('committee-name-taken', { written: one.name, known: taken });
    return [spelt ?? { code: 'committee-name-taken', about: one.name }];
  });
}

function nameBelow({ superiorId, name }: Committee): string {
  return `${superiorId} ${textKey(name)}`;
}

function about(code: string): (one: Committee) => Problem {
  return ({ name }) => ({ code, about: name });
}

/** The seats that `on` finds held, ended the day before. A seat that begins later was entered by mistake. */
function endSeats(seats: readonly Seat[], on: string): Ruling<Seat[], 'seats-begin-later'> {
  const held = seats.filter((seat) => seat.to === null || seat.to >= on);
  if (held.some((seat) => seat.from !== null && seat.from >= on)) return refuse('seats-begin-later');
  return accept(held.map((seat) => ({ ...seat, to: dayBefore(on) })));
}

function seatsOfMerger(
  known: CommitteesToChange,
  merged: readonly Committee[],
  successor: Committee,
  { on, seats: way }: Merger,
  newSeatId: () => SeatId,
): Ruling<Seat[], 'seats-begin-later'> {
  const kept: Seat[] = [];
  const present = seatsIn(known, successor.id);
  let order = present.reduce((last, seat) => Math.max(last, seat.order), 0);
  for (const one of merged) {
    const before = seatsIn(known, one.id);
    const ended = endSeats(before, on);
    if (!ended.ok) return ended;
    kept.push(...ended.value);
    if (way === 'end') continue;
    const held = before.filter((seat) => seat.to === null || seat.to >= on).sort((a, b) => a.order - b.order);
    for (const seat of held) {
      const next = { ...seat, id: newSeatId(), committeeId: successor.id, from: on, order: order + 1 };
      const sits = (other: Seat) => other.committeeId === successor.id && other.personId === seat.personId;
      // Nobody sits twice in one committee.
      if ([...present, ...kept].some((other) => sits(other) && overlap(other, next))) continue;
      kept.push(next);
      order += 1;
    }
  }
  return accept(kept);
}
