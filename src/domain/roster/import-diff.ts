import type { Committee, CommitteeId } from '../committee/committee.ts';
import { dayBefore } from '../day.ts';
import type { SeatLine } from '../lists/read-seats.ts';
import { bornLaterProblems } from './born-later.ts';
import type { RosterPeople } from './matched-people.ts';
import type { Person, PersonId } from './person.ts';
import { type CommitteeDiff, compareTree, type ImportOptions, type TreeDiff } from './province-committees.ts';
import type { ProvinceFile, ProvinceList, ProvinceProblem, ProvinceWarning } from './province-file.ts';
import type { RosterChanges, WholeRoster } from './roster-changes.ts';
import { placeIn, type RosterLine } from './roster-line.ts';
import { type RosterField, rosterNote } from './roster-note.ts';
import { matchPeople } from './roster-people.ts';
import type { Seat, SeatId } from './seat.ts';

/** One thing that an import would add, change or end. */
export interface ImportEntry {
  readonly kind: 'committee' | 'person' | 'seat';
  readonly effect: 'added' | 'changed' | 'moved' | 'ended';
  /** Null for what ends because the file does not have it. */
  readonly line: number | null;
  /** The committee's, or the person's. */
  readonly name: string;
  /** In which committee; null for what is no seat. */
  readonly committeeName: string | null;
  readonly fields: readonly { readonly field: RosterField; readonly before: string; readonly after: string }[];
}

/** How many things of one kind an import would do. */
export interface ImportCount extends Pick<ImportEntry, 'kind' | 'effect'> {
  readonly count: number;
}

/** What a file would do. People, seats and committees that are new have ids that only hold within the plan. */
export interface ImportDiff {
  readonly counts: readonly ImportCount[];
  /** The first of each kind and effect, for people to look at. */
  readonly entries: readonly ImportEntry[];
  readonly changes: Required<Omit<RosterChanges, 'terms'>>;
  /** What is known of those that change, as it is now. */
  readonly replaced: readonly (Committee | Person | Seat)[];
  readonly warnings: readonly ProvinceWarning[];
}

export type ComparedImport =
  | { readonly ok: true; readonly diff: ImportDiff }
  | { readonly ok: false; readonly problems: readonly ProvinceProblem[] };

/** Plans an import all or nothing: everything that it would add, change and end, or every problem. */
export function compareImport(
  file: ProvinceFile,
  { committees: knownCommittees, people, seats: knownSeats }: Pick<WholeRoster, 'committees' | 'people' | 'seats'>,
  options: ImportOptions,
): ComparedImport {
  const tree = compareTree(file.committees, knownCommittees, options);
  const known = { people, seats: knownSeats };
  const seats = compareSeats(file.seats, tree, known, options);
  const problems = [...file.problems, ...tree.problems, ...seats.problems];
  if (problems.length > 0) return { ok: false, problems };
  const committees = tree.compared.filter(({ before, after }) => before === null || !sameCommittee(before, after));
  const found = entryList();
  for (const one of committees) found.add('committee', effectOn(one), () => entryOfCommittee(one, tree.all));
  for (const { kind, effect, describe } of seats.entries) found.add(kind, effect, describe);
  const diff = {
    counts: found.counts(),
    entries: found.entries,
    replaced: [...committees.flatMap(({ before }) => before ?? []), ...seats.replaced],
    changes: {
      committees: committees.map(({ after }) => after),
      pastSuperiors: committees.flatMap(({ past }) => past),
      people: seats.people,
      seats: seats.seats,
    },
    warnings: [...file.warnings, ...seats.warnings],
  };
  return { ok: true, diff };
}

/** At most so many entries of one kind and effect are described. */
const described = 200;

/** Counts what an import does, and describes the first of each kind. */
function entryList() {
  const counts = new Map<string, ImportCount>();
  const entries: ImportEntry[] = [];
  return {
    entries,
    counts: () => [...counts.values()],
    add: (kind: ImportEntry['kind'], effect: ImportEntry['effect'], describe: () => Description) => {
      const count = (counts.get(`${kind} ${effect}`)?.count ?? 0) + 1;
      counts.set(`${kind} ${effect}`, { kind, effect, count });
      if (count <= described) entries.push({ kind, effect, ...describe() });
    },
  };
}

type Description = Omit<ImportEntry, 'kind' | 'effect'>;

function sameCommittee(a: Committee, b: Committee): boolean {
  return (Object.keys(a) as (keyof Committee)[]).every((key) => a[key] === b[key]);
}

function entryOfCommittee(
  { line, before, after }: CommitteeDiff,
  all: ReadonlyMap<CommitteeId, Committee>,
): Description {
  const nameOf = (id: CommitteeId | null) => (id === null ? '' : (all.get(id)?.name ?? ''));
  const shown: [RosterField, (one: Committee) => string][] = [
    ['committee', ({ name }) => name],
    ['rank', ({ rank }) => rank],
    ['sector', ({ sector }) => sector],
    ['code', ({ code }) => code ?? ''],
    ['superior', ({ superiorId }) => nameOf(superiorId)],
    ['director', ({ directedById }) => nameOf(directedById)],
    ['from', ({ from }) => from ?? ''],
    ['to', ({ to }) => to ?? ''],
    ['successor', ({ successorId }) => nameOf(successorId)],
  ];
  const fields = shown
    .map(([field, read]) => ({ field, before: before === null ? '' : read(before), after: read(after) }))
    .filter((one) => one.before !== one.after);
  return { line, name: after.name, committeeName: null, fields };
}

function effectOn({ before, after }: CommitteeDiff): ImportEntry['effect'] {
  if (before === null) return 'added';
  if (after.to !== null) return 'ended';
  return before.superiorId === after.superiorId ? 'changed' : 'moved';
}

interface SeatsDiff {
  readonly entries: { kind: 'person' | 'seat'; effect: ImportEntry['effect']; describe: () => Description }[];
  readonly replaced: (Person | Seat)[];
  readonly people: Person[];
  readonly seats: Seat[];
  readonly problems: ProvinceProblem[];
  readonly warnings: ProvinceWarning[];
}

type Known = Pick<WholeRoster, 'people' | 'seats'>;

function compareSeats(
  list: ProvinceList<SeatLine> | null,
  tree: TreeDiff,
  known: Known,
  options: ImportOptions,
): SeatsDiff {
  const compared: SeatsDiff = { entries: [], replaced: [], people: [], seats: [], problems: [], warnings: [] };
  const named = new Set<SeatId>();
  if (list !== null) {
    const lines = placeLines(list, tree, compared.problems);
    const matched = matchPeople(lines, known, list.columns);
    compared.problems.push(...bornLaterProblems(lines, list.columns, options.today), ...matched.problems);
    compared.warnings.push(...matched.warnings);
    addMatched(matched, known, tree, compared, named);
  }
  endSeats(list !== null && options.missing === 'end', named, tree, known, options, compared);
  return compared;
}

/** Finds each line's committee as it will be. */
function placeLines(list: ProvinceList<SeatLine>, tree: TreeDiff, problems: ProvinceProblem[]): RosterLine[] {
  const places = new Map<string, ReturnType<TreeDiff['find']>>();
  return list.lines.flatMap(({ committee: text, ...line }) => {
    const complain = (
      code: 'unknown-committee' | 'ambiguous-committee' | 'committee-ended',
      detail: string,
      known = detail,
    ) => {
      problems.push(rosterNote(placeIn(line, list.columns, 'committee'), code, detail, { written: detail, known }));
      return [];
    };
    const found = places.get(text) ?? tree.find(text);
    places.set(text, found);
    if (typeof found !== 'string') return complain('ambiguous-committee', found.ambiguous);
    if (found === 'unknown-committee') return complain('unknown-committee', text, tree.like(text));
    const committee = tree.all.get(found);
    if (committee !== undefined && committee.to !== null && (line.to === null || line.to > committee.to))
      return complain('committee-ended', committee.name);
    return [{ ...line, committeeId: found }];
  });
}

function addMatched(
  { people, seats }: RosterPeople,
  known: Known,
  tree: TreeDiff,
  compared: SeatsDiff,
  named: Set<SeatId>,
): void {
  const peopleById = new Map(known.people.map((one) => [one.id, one]));
  const seatsById = new Map(known.seats.map((one) => [one.id, one]));
  const lines = firstLines(seats);
  const listed = people.map(
    ({ personId, ...person }, index): Person => ({ id: personId ?? (`new-person-${index}` as PersonId), ...person }),
  );
  for (const [index, person] of listed.entries()) {
    const before = peopleById.get(person.id);
    if (before !== undefined && samePerson(before, person)) continue;
    compared.people.push(person);
    if (before !== undefined) compared.replaced.push(before);
    compared.entries.push({
      kind: 'person',
      effect: before === undefined ? 'added' : 'changed',
      describe: () => describePerson(before, person, lines.get(index) ?? null),
    });
  }
  for (const [index, { seatId, person, line, worksheet: _worksheet, ...rest }] of seats.entries()) {
    if (seatId !== null) named.add(seatId);
    const holder = listed[person];
    if (holder === undefined) throw new Error(`nobody holds the seat of line ${line}`);
    const after: Seat = { ...rest, id: seatId ?? (`new-seat-${index}` as SeatId), personId: holder.id };
    const before = seatsById.get(after.id);
    if (before !== undefined && sameSeat(before, after)) continue;
    compared.seats.push(after);
    if (before !== undefined) compared.replaced.push(before);
    compared.entries.push(entryOfSeat(before, after, line, holder.name, tree));
  }
}

function firstLines(seats: RosterPeople['seats']): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  for (const { person, line } of seats) lines.set(person, Math.min(line, lines.get(person) ?? line));
  return lines;
}

function describePerson(before: Person | undefined, after: Omit<Person, 'id'>, line: number | null): Description {
  const text = (value: string | number | null | undefined) => String(value ?? '');
  const shown = [
    ['fullName', 'name'],
    ['code', 'code'],
    ['birthYear', 'birthYear'],
  ] as const;
  const fields = shown
    .map(([field, name]) => ({ field, before: text(before?.[name]), after: text(after[name]) }))
    .filter((one) => one.before !== one.after);
  return { line, name: after.name, committeeName: null, fields };
}

function entryOfSeat(
  before: Seat | undefined,
  after: Seat,
  line: number | null,
  name: string,
  tree: TreeDiff,
): SeatsDiff['entries'][number] {
  const ends = before !== undefined && before.to === null && after.to !== null;
  const committeeName = tree.all.get(after.committeeId)?.name ?? '';
  return {
    kind: 'seat',
    effect: before === undefined ? 'added' : ends ? 'ended' : 'changed',
    describe: () => ({ line, name, committeeName, fields: fieldsOfSeat(before, after) }),
  };
}

function samePerson(a: Omit<Person, 'id'>, b: Omit<Person, 'id'>): boolean {
  return a.name === b.name && a.code === b.code && a.birthYear === b.birthYear;
}

function sameSeat(a: Seat, b: Seat): boolean {
  return a.position === b.position && a.order === b.order && a.from === b.from && a.to === b.to;
}

function fieldsOfSeat(before: Seat | undefined, after: Seat): ImportEntry['fields'] {
  const text = (value: string | number | null | undefined) => String(value ?? '');
  return (['position', 'order', 'from', 'to'] as const)
    .map((field) => ({ field, before: text(before?.[field]), after: text(after[field]) }))
    .filter((one) => one.before !== one.after);
}

/** Ends the seats of committees that end, and with `missing` those that the file does not have. */
function endSeats(
  missing: boolean,
  named: ReadonlySet<SeatId>,
  tree: TreeDiff,
  known: Known,
  { on, today }: ImportOptions,
  compared: SeatsDiff,
): void {
  const names = new Map(known.people.map((one) => [one.id, one.name]));
  const changed = new Set(compared.seats.map(({ id }) => id));
  for (const before of known.seats) {
    if (changed.has(before.id)) continue;
    const isMissing = missing && !named.has(before.id) && (before.to === null || before.to >= today);
    const until = tree.all.get(before.committeeId)?.to ?? (isMissing ? dayBefore(on) : null);
    if (until === null || (before.to !== null && before.to <= until)) continue;
    const name = names.get(before.personId) ?? '';
    if (before.from !== null && before.from > until) {
      compared.problems.push(rosterNote({ line: 1, column: '', field: 'from' }, 'begins-later', name));
      continue;
    }
    const after = { ...before, to: until };
    compared.seats.push(after);
    compared.replaced.push(before);
    compared.entries.push(entryOfSeat(before, after, null, name, tree));
  }
}
