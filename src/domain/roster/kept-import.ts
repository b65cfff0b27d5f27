import type { AccountId } from '../account/account.ts';
import type { Committee, CommitteeId, PastSuperior } from '../committee/committee.ts';
import type { Instant } from '../instant.ts';
import type { PlanId } from '../plan/plan-id.ts';
import type { SessionId } from '../session/session.ts';
import type { Summoned, SummonedList } from '../session/summoned.ts';
import type { ImportCount } from './import-diff.ts';
import type { ImportId } from './import-id.ts';
import type { Person, PersonId } from './person.ts';
import type { RosterChanges, WholeRoster } from './roster-changes.ts';
import type { Seat } from './seat.ts';
export const importKinds = ['province', 'roster', 'delegates'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Stands for a value as it was: equal for equal values. */
export type Digest = (value: object) => string;

/** A row as an import found it, and a digest of how it left it: what it wrote stands in the roster, not here again. */
export interface ReplacedRow<Row> {
  readonly id: string;
  /** Null where the import added it. */
  readonly before: Row | null;
  readonly after: string;
}

/** What an import of committees and seats replaced. */
export interface RosterImage {
  readonly of: 'roster';
  readonly committees: readonly ReplacedRow<Committee>[];
  readonly people: readonly ReplacedRow<Person>[];
  readonly seats: readonly ReplacedRow<Seat>[];
  /** Those that it added. */
  readonly pastSuperiors: readonly PastSuperior[];
}

/** What an import of delegates replaced; null where there was no list. */
export interface DelegatesImage {
  readonly of: 'delegates';
  readonly before: readonly Summoned[] | null;
  readonly after: string;
}

export type ImportImage = RosterImage | DelegatesImage;

/** What there was when it was imported: what is not among it was built since. */
export interface BuiltBefore {
  /** Every session, and whether it had been opened. */
  readonly sessions: ReadonlyMap<SessionId, boolean>;
  /** Every plan that had been issued. */
  readonly plans: ReadonlySet<PlanId>;
}

/** An import as people look at it. */
export interface ListedImport {
  readonly id: ImportId;
  readonly kind: ImportKind;
  /** Whose import it is. */
  readonly accountId: AccountId;
  readonly at: Instant;
  /** Whose delegates, or whose own list of members; null for an import that was not of one committee. */
  readonly committeeId: CommitteeId | null;
  /** The delegates' congress term. */
  readonly term: string | null;
  /** Every committee that it added or changed, or whose seats it did. */
  readonly committeeIds: readonly CommitteeId[];
  readonly counts: readonly ImportCount[];
  readonly takenBack: { readonly accountId: AccountId; readonly at: Instant } | null;
}

/** An import as a step writes it, together with what it changes. */
export interface ImportToKeep extends ListedImport {
  readonly image: ImportImage;
}

/** How long what imports replaced is kept: it names people. */
export const importsKept = {
  /** Of one kind, or one committee's delegates or own lists; those taken back do not count. */
  newest: 5,
  days: 90,
} as const;

/** Before that instant nothing that an import replaced is kept; ISO. */
export function keptSince(now: Date): Instant {
  return new Date(now.getTime() - importsKept.days * 86_400_000).toISOString();
}

/** Who imports, when, and what the import is called by. */
export type ImportMade = Pick<ListedImport, 'id' | 'accountId' | 'at'>;

/** Whose imports: a committee's of delegates or of its own list; null: all of committees and seats. */
export type ImportPlace = { readonly kind: 'delegates' | 'roster'; readonly committeeId: CommitteeId } | null;

/** Whether an import is listed, and taken back, in a place. */
export function isOfPlace({ kind, committeeId }: Pick<ListedImport, 'kind' | 'committeeId'>, place: ImportPlace) {
  return place === null ? kind !== 'delegates' : kind === place.kind && committeeId === place.committeeId;
}

type KnownRows = Pick<WholeRoster, 'committees' | 'people' | 'seats'>;

/** These changes as an import to keep, with what they are about to replace; undefined where they change nothing. */
export function rosterImport(
  known: KnownRows,
  changes: RosterChanges,
  made: ImportMade & Pick<ListedImport, 'committeeId'> & { readonly kind: 'province' | 'roster' },
  digest: Digest,
): ImportToKeep | undefined {
  const image = rosterImage(known, changes, digest);
  const { committees, people, seats, pastSuperiors } = image;
  if ([committees, people, seats, pastSuperiors].every((rows) => rows.length === 0)) return undefined;
  const own = made.committeeId === null ? [] : [made.committeeId];
  const committeeIds = [...new Set([...own, ...committeesIn(image, changes)])];
  return {
    ...made,
    term: null,
    committeeIds,
    counts: countsOf(image, changes),
    takenBack: null,
    image,
  };
}

/** A list of delegates as an import to keep, with the list that it is about to replace. */
export function delegatesImport(
  known: SummonedList | undefined,
  entered: SummonedList,
  made: ImportMade,
  digest: Digest,
): ImportToKeep {
  const { committeeId, term, people } = entered;
  const image = { of: 'delegates' as const, before: known?.people ?? null, after: digest(people) };
  const counts = [{ kind: 'person' as const, effect: 'added' as const, count: people.length }];
  return { ...made, kind: 'delegates', committeeId, term, committeeIds: [committeeId], counts, takenBack: null, image };
}

function rosterImage(known: KnownRows, changes: RosterChanges, digest: Digest): RosterImage {
  return {
    of: 'roster',
    committees: replaced(known.committees, changes.committees ?? [], digest),
    people: replaced(known.people, changes.people ?? [], digest),
    seats: replaced(known.seats, changes.seats ?? [], digest),
    pastSuperiors: changes.pastSuperiors ?? [],
  };
}

function replaced<Row extends { readonly id: string }>(
  known: readonly Row[],
  changed: readonly Row[],
  digest: Digest,
): ReplacedRow<Row>[] {
  const wanted = new Map(changed.map((row) => [row.id, row]));
  const present = new Map(known.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
  return [...wanted.values()].flatMap((row) => {
    const before = present.get(row.id) ?? null;
    const after = digest(row);
    return before !== null && digest(before) === after ? [] : [{ id: row.id, before, after }];
  });
}

/** The committees that an import touched: added or changed, or their seats were. */
function committeesIn({ committees, seats }: RosterImage, changes: RosterChanges): CommitteeId[] {
  const changed = new Set(seats.map(({ id }) => id));
  const written = (changes.seats ?? []).filter(({ id }) => changed.has(id)).map((seat) => seat.committeeId);
  return [...new Set([...committees.map(({ id }) => id as CommitteeId), ...written])];
}

/** How much of each kind an import did. */
function countsOf({ committees, people, seats }: RosterImage, changes: RosterChanges): ImportCount[] {
  return [
    ...counted('committee', committees, changes.committees ?? []),
    ...counted('person', people, []),
    ...counted('seat', seats, changes.seats ?? []),
  ];
}

function counted<Row extends { readonly id: string }>(
  kind: ImportCount['kind'],
  rows: readonly ReplacedRow<object>[],
  after: readonly (Row & { readonly to: string | null; readonly superiorId?: string | null })[],
): ImportCount[] {
  const written = new Map(after.map((row) => [row.id, row]));
  const counts = new Map<ImportCount['effect'], number>();
  for (const { id, before } of rows) {
    const effect = effectOn(before, written.get(id));
    counts.set(effect, (counts.get(effect) ?? 0) + 1);
  }
  return [...counts].map(([effect, count]) => ({ kind, effect, count }));
}

type Placed = { readonly to?: string | null; readonly superiorId?: string | null };

function effectOn(before: Placed | null, after: Placed | undefined): ImportCount['effect'] {
  if (before === null) return 'added';
  if (before.to === null && after?.to != null) return 'ended';
  return before.superiorId === after?.superiorId || after === undefined ? 'changed' : 'moved';
}

/** The ids of what an import added. */
export function addedIn<Id extends string = PersonId>(rows: readonly ReplacedRow<object>[]): ReadonlySet<Id> {
  return new Set(rows.filter(({ before }) => before === null).map(({ id }) => id as Id));
}
