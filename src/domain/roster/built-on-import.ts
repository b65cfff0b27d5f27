import { type CommitteeId, directorOf } from '../committee/committee.ts';
import type { Plan } from '../plan/plan.ts';
import type { ObstacleCode, Obstacles } from './import-obstacles.ts';
import type { Digest, ReplacedRow, RosterImage } from './kept-import.ts';
import type { KnownOfImport, RosterNow, RosterUse } from './known-of-import.ts';
import type { PersonId } from './person.ts';
import type { Seat, SeatId } from './seat.ts';

/** Whatever the import added or changed and is no longer as it left it. */
export function addChanged(image: RosterImage, now: RosterNow, digest: Digest, found: Obstacles): void {
  const isAsLeft = ({ after }: ReplacedRow<object>, present: object | undefined) =>
    present !== undefined && digest(present) === after;
  for (const row of image.committees) {
    const present = now.committees.get(row.id as CommitteeId);
    if (!isAsLeft(row, present)) found.add('committee-changed', nameOf(present ?? row.before));
  }
  for (const row of image.people) {
    const present = now.people.get(row.id as PersonId);
    if (!isAsLeft(row, present)) found.add('person-changed', nameOf(present ?? row.before));
  }
  for (const row of image.seats) {
    const present = now.seats.get(row.id as SeatId);
    if (!isAsLeft(row, present)) found.add('seat-changed', nameOfSeat(present ?? row.before, now));
  }
}

/** Nobody can name any more what an import added and somebody has taken away since. */
function nameOf(one: { readonly name: string } | null | undefined): string {
  return one?.name ?? '';
}

function nameOfSeat(seat: Seat | null, { people, committees }: RosterNow): string {
  if (seat === null) return '';
  const names = [people.get(seat.personId)?.name, committees.get(seat.committeeId)?.name];
  return names.filter((name) => name !== undefined).join(', ');
}

/** Where obstacles are put, and who asks: to one committee what others did is only said to be there. */
interface Asked {
  readonly found: Obstacles;
  readonly within: CommitteeId | null;
}

/** Everything that was built on the import. */
export function addUses(image: RosterImage, now: RosterNow, known: KnownOfImport, { found, within }: Asked): void {
  const { touched } = now;
  const add = (code: ObstacleCode, of: CommitteeId, name: string) =>
    within === null || of === within ? found.add(code, name) : found.add('used-elsewhere', null);
  addNeighbours(image, now, known, found);
  const own = new Set<string>(image.seats.map(({ id }) => id));
  for (const seat of now.seats.values()) {
    const isOnAdded = touched.addedCommittees.has(seat.committeeId) || touched.addedPeople.has(seat.personId);
    if (isOnAdded && !own.has(seat.id)) add('seat-added', seat.committeeId, nameOfSeat(seat, now));
  }
  for (const { id, committeeId, title, isOpened, usesAdded } of known.sessions) {
    const before = known.builtBefore.sessions.get(id);
    // Opening fixes the superior.
    if (usesAdded || before === undefined || before !== isOpened) add('session-drawn-up', committeeId, title);
  }
  for (const { issuerId, provisions } of plansOn(image, now, known)) add('plan-issued', issuerId, provisions.title);
  for (const { kind, committeeId, personId } of known.uses) {
    const person = personId === null ? undefined : now.people.get(personId);
    const committee = committeeId === null ? undefined : now.committees.get(committeeId);
    found.add(codeOfUse[kind], nameOf(person ?? committee));
  }
}

const codeOfUse = {
  account: 'account-made',
  invitation: 'invitation-made',
  role: 'role-given',
  term: 'term-entered',
  'summoned-list': 'on-summoned-list',
  review: 'review-written',
} as const satisfies Record<RosterUse['kind'], ObstacleCode>;

/** Other committees that stand or stood below an added one, follow it, or were merged into it. */
function addNeighbours(image: RosterImage, now: RosterNow, known: KnownOfImport, found: Obstacles): void {
  const { addedCommittees } = now.touched;
  if (addedCommittees.size === 0) return;
  const own = new Set<string>(image.committees.map(({ id }) => id));
  const uses = (id: CommitteeId | null) => id !== null && addedCommittees.has(id);
  for (const { id, name, superiorId, directedById, successorId } of known.committees) {
    if (!own.has(id) && [superiorId, directedById, successorId].some(uses)) found.add('committee-used', name);
  }
  const ownPast = new Set(image.pastSuperiors.map(({ committeeId, to }) => `${committeeId} ${to}`));
  for (const { committeeId, superiorId, to } of known.pastSuperiors) {
    const isOwn = ownPast.has(`${committeeId} ${to}`);
    if (!isOwn && (uses(committeeId) || uses(superiorId))) {
      found.add('committee-used', nameOf(now.committees.get(committeeId)));
    }
  }
}

/** Plans that name what was added, and those issued since above committees that the import changed. */
function plansOn(image: RosterImage, now: RosterNow, known: KnownOfImport): readonly Plan[] {
  const { addedCommittees, addedPeople } = now.touched;
  const added = new Set<string>([...addedCommittees, ...addedPeople]);
  const above = upwards(
    image.committees.map(({ id }) => id as CommitteeId),
    now.committees,
  );
  return known.plans.filter((plan) => {
    const isSince = plan.issued !== null && !known.builtBefore.plans.has(plan.id);
    return (isSince && above.has(plan.issuerId)) || idsIn(plan).some((id) => added.has(id));
  });
}

/** These, and all whose plans they may follow. */
function upwards(from: readonly CommitteeId[], known: RosterNow['committees']): ReadonlySet<CommitteeId> {
  const seen = new Set<CommitteeId>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const one = known.get(id);
    if (one === undefined || seen.has(id)) continue;
    seen.add(id);
    waiting.push(...[directorOf(one), one.superiorId].filter((above) => above !== null));
  }
  return seen;
}

/** Every id anywhere in a plan, its amendments included: whatever part of it may come to name somebody. */
function idsIn(plan: Plan): readonly string[] {
  return JSON.stringify(plan).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu) ?? [];
}
