import type { Committee, CommitteeId } from '../committee/committee.ts';
import { CommitteeCodes, codeKey } from '../text/code-key.ts';
import { textKey } from '../text/text-key.ts';
import type { ObstacleCode } from './import-obstacles.ts';
import type { KnownOfImport, RestoredRoster, RosterNow } from './known-of-import.ts';
import { overlap, type Seat } from './seat.ts';

interface Conflict {
  readonly code: ObstacleCode;
  readonly name: string;
}

/**
 * Where the roster as it was no longer fits what others have entered since: a name or code that was free again, a
 * superior that has ended, a second seat.
 */
export function restoredConflicts(restored: RestoredRoster, now: RosterNow, known: KnownOfImport): Conflict[] {
  const committees = new Map(now.committees);
  for (const id of restored.gone.committees) committees.delete(id);
  for (const one of restored.committees) committees.set(one.id, one);
  return [
    ...committeeConflicts(restored.committees, committees),
    ...codeConflicts(restored, known),
    ...seatConflicts(restored, now, committees),
  ];
}

function committeeConflicts(
  restored: readonly Committee[],
  committees: ReadonlyMap<CommitteeId, Committee>,
): Conflict[] {
  const standing = [...committees.values()].filter(({ to }) => to === null);
  const names = countBy(standing, nameKey);
  const codes = new CommitteeCodes<CommitteeId>();
  for (const { id, code } of standing) if (code !== null) codes.add(code, id);
  const stands = (id: CommitteeId | null) => id === null || committees.get(id)?.to === null;
  return restored.flatMap((one) => {
    const { name, code, superiorId, directedById, successorId } = one;
    const isKnown = [superiorId, directedById, successorId].every((id) => id === null || committees.has(id));
    if (one.to !== null) return isKnown ? [] : [{ code: 'superior-gone' as const, name }];
    const found: Conflict[] = [];
    if ((names.get(nameKey(one)) ?? 0) > 1) found.push({ code: 'name-taken', name });
    if (code !== null && codes.alike(code).length > 1) found.push({ code: 'code-taken', name });
    if (!isKnown || !stands(superiorId) || !stands(directedById)) found.push({ code: 'superior-gone', name });
    if (isBelowItself(one, committees)) found.push({ code: 'circle-of-superiors', name });
    return found;
  });
}

function isBelowItself({ id, superiorId }: Committee, committees: ReadonlyMap<CommitteeId, Committee>): boolean {
  const seen = new Set<CommitteeId>();
  for (let at = superiorId; at !== null && !seen.has(at); at = committees.get(at)?.superiorId ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function nameKey({ name, superiorId }: Committee): string {
  return `${superiorId} ${textKey(name)}`;
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A personal code is one person's. */
function codeConflicts({ people, gone }: RestoredRoster, known: KnownOfImport): Conflict[] {
  const restored = new Map(people.map((one) => [one.id, one]));
  const codes = new Map(people.flatMap((one) => (one.code === null ? [] : [[codeKey(one.code), one] as const])));
  return known.holdersOfCodes.flatMap(({ id, code }) => {
    const isRestoredToo = restored.has(id) || gone.people.has(id);
    const found = code === null || isRestoredToo ? undefined : codes.get(codeKey(code));
    return found === undefined ? [] : [{ code: 'code-taken' as const, name: found.name }];
  });
}

function seatConflicts(
  { seats, gone }: RestoredRoster,
  now: RosterNow,
  committees: ReadonlyMap<CommitteeId, Committee>,
): Conflict[] {
  const after = new Map(now.seats);
  for (const id of gone.seats) after.delete(id);
  for (const one of seats) after.set(one.id, one);
  const keyOf = ({ committeeId, personId }: Seat) => `${committeeId} ${personId}`;
  const held = new Map<string, Seat[]>();
  for (const one of after.values()) held.set(keyOf(one), [...(held.get(keyOf(one)) ?? []), one]);
  return seats.flatMap((seat) => {
    const committee = committees.get(seat.committeeId);
    const name = [now.people.get(seat.personId)?.name ?? '', committee?.name ?? ''].join(', ');
    const until = committee?.to ?? null;
    const isPastEnd = committee === undefined || (until !== null && (seat.to === null || seat.to > until));
    const isSecond = (held.get(keyOf(seat)) ?? []).some((one) => one.id !== seat.id && overlap(one, seat));
    return [
      ...(isPastEnd ? [{ code: 'committee-ended' as const, name }] : []),
      ...(isSecond ? [{ code: 'second-seat' as const, name }] : []),
    ];
  });
}
