import type { CommitteeId } from '../committee/committee.ts';
import type { Summoned } from '../session/summoned.ts';
import { textKey } from '../text/text-key.ts';
import { addChanged, addUses } from './built-on-import.ts';
import { importLoad } from './import-load.ts';
import { type Obstacle, obstacleList } from './import-obstacles.ts';
import {
  addedIn,
  type DelegatesImage,
  type Digest,
  type ListedImport,
  type ReplacedRow,
  type RosterImage,
} from './kept-import.ts';
import type { KnownOfImport, RestoredDelegates, RestoredRoster, RosterNow } from './known-of-import.ts';
import { restoredConflicts } from './restored-conflicts.ts';
import type { SeatId } from './seat.ts';

export type TakeBack<Restored> =
  | { readonly ok: true; readonly restored: Restored }
  | { readonly ok: false; readonly obstacles: readonly Obstacle[] };

/**
 * What taking an import of committees and seats back restores, or everything that stands in the way: whatever it added
 * or changed must still be as it left it, and nothing may have been built on it since.
 * @param within the committee whose office asks: what others built on it is not named to it; null for all committees
 */
export function takeBackRoster(
  image: RosterImage,
  known: KnownOfImport,
  digest: Digest,
  within: CommitteeId | null,
): TakeBack<RestoredRoster> {
  const found = obstacleList();
  const now = rosterNow(image, known);
  addChanged(image, now, digest, found);
  addUses(image, now, known, { found, within });
  const restored = restore(image, now);
  for (const { code, name } of restoredConflicts(restored, now, known)) found.add(code, name);
  if (found.isEmpty()) return { ok: true, restored };
  for (const { at } of laterOver(known)) found.add('later-import', at);
  return { ok: false, obstacles: found.obstacles() };
}

/** What taking an import of delegates back restores, or what stands in the way. */
export function takeBackDelegates(
  image: DelegatesImage,
  known: KnownOfImport,
  digest: Digest,
): TakeBack<RestoredDelegates> {
  const { kept, summoned } = known;
  const { committeeId, term } = kept;
  if (committeeId === null || term === null) throw new Error(`import ${kept.id} of delegates is of no committee`);
  const found = obstacleList();
  if (summoned === undefined || digest(summoned.people) !== image.after) found.add('delegates-changed', term);
  for (const name of changedSince(image.before ?? [], known)) found.add('listed-person-changed', name);
  for (const { id, title } of known.sessions) {
    if (!known.builtBefore.sessions.has(id)) found.add('session-drawn-up', title);
  }
  if (found.isEmpty()) {
    return { ok: true, restored: { of: 'delegates', committeeId, term, people: image.before } };
  }
  for (const { at } of laterOver(known)) found.add('later-import', at);
  return { ok: false, obstacles: found.obstacles() };
}

/** Who stands on the earlier list under a name or year of birth that was put right since, or is known no more. */
function changedSince(before: readonly Summoned[], known: KnownOfImport): readonly string[] {
  const people = new Map(known.people.map((one) => [one.id, one]));
  return before.flatMap(({ personId, name, birthYear = null }) => {
    if (personId === null) return [];
    const person = people.get(personId);
    if (person === undefined) return [name];
    const isSame = person.birthYear === null || person.birthYear === birthYear;
    return isSame && textKey(person.name) === textKey(name) ? [] : [person.name];
  });
}

/** Later imports over the same: they have to be taken back first. */
function laterOver({ kept, later }: KnownOfImport): readonly ListedImport[] {
  const own = new Set(kept.committeeIds);
  const isSameList = (one: ListedImport) => one.committeeId === kept.committeeId && one.term === kept.term;
  return later.filter((one) =>
    kept.kind === 'delegates'
      ? one.kind === 'delegates' && isSameList(one)
      : one.kind !== 'delegates' && one.committeeIds.some((id) => own.has(id)),
  );
}

function rosterNow(image: RosterImage, known: KnownOfImport): RosterNow {
  return {
    touched: importLoad(known.kept, image).touched,
    committees: new Map(known.committees.map((one) => [one.id, one])),
    people: new Map(known.people.map((one) => [one.id, one])),
    seats: new Map(known.seats.map((one) => [one.id, one])),
  };
}

function restore({ committees, people, seats, pastSuperiors }: RosterImage, now: RosterNow): RestoredRoster {
  const before = <Row>(rows: readonly ReplacedRow<Row>[]) => rows.flatMap((row) => row.before ?? []);
  const back = before(seats);
  return {
    of: 'roster',
    committees: before(committees),
    people: before(people),
    seats: back,
    gone: {
      committees: now.touched.addedCommittees,
      people: now.touched.addedPeople,
      seats: addedIn<SeatId>(seats),
      pastSuperiors,
    },
    replacedSeats: back.flatMap(({ id }) => now.seats.get(id) ?? []),
  };
}
