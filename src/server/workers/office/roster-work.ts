import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { previewRoster as previewing } from '../../../contract/committee/committees.ts';
import type { ProblemItem } from '../../../contract/kit/problem.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import type { ReadSeatLists } from '../../../domain/lists/read-seats.ts';
import { type ImportId, importId } from '../../../domain/roster/import-id.ts';
import { type ImportMade, rosterImport } from '../../../domain/roster/kept-import.ts';
import { type Person, type PersonId, personId } from '../../../domain/roster/person.ts';
import { committeesToName, type ReadRoster, type RosterContext, readRoster } from '../../../domain/roster/roster.ts';
import { rosterNote } from '../../../domain/roster/roster-note.ts';
import { type Seat, seatId } from '../../../domain/roster/seat.ts';
import { gainsSeat, isAlike } from '../../../domain/roster/seat-changes.ts';
import { committeesOn, type Office } from '../../../domain/roster/whom-office-corrects.ts';
import { accept, type Ruling, refuse } from '../../../domain/ruling.ts';
import { diffHash } from '../../lists/diff-hash.ts';
import { listAnswer, problemItems } from '../../lists/list-answer.ts';
import { readRosterFile } from '../../lists/read-list-file.ts';
import type { SpreadsheetRefusal } from '../../spreadsheets/unreadable.ts';
import type { About } from '../../store/audit-intent.ts';
import type { CommitteeStore } from '../../store/committee-store.ts';
import { digest } from '../../store/digest.ts';
import { changeByDiff } from './change-by-diff.ts';

/** A roster's file, and how it is to be taken. */
export interface RosterToPreview {
  readonly file: Uint8Array;
  readonly capitals: Capitals;
  /** Whose list it is, where the page knows. */
  readonly committeeId?: CommitteeId | undefined;
  /** The person who imports. */
  readonly personId: PersonId | null;
  /** As whose office; null for an administrator. */
  readonly office: Office | null;
  /** ISO date. */
  readonly today: string;
}

export interface RosterToImport extends RosterToPreview {
  /** Hash of the diff that was previewed, if one was. */
  readonly diff?: string | undefined;
  /** By which account, and when. */
  readonly made: Omit<ImportMade, 'id'>;
}

type Previewed = z.infer<(typeof previewing.replies)[200]>;
type Imported = Omit<Previewed, 'diff' | 'counts' | 'entries'>;
interface Refused<Refusal extends string = never> {
  readonly ok: false;
  readonly refusal: SpreadsheetRefusal | 'roster-has-problems' | 'unknown-committee' | 'own-seat' | Refusal;
  readonly problems?: readonly ProblemItem[];
}
type Answer<Value, Refusal extends string = never> = Ruling<Value, never> | Refused<Refusal>;
type Roster = Extract<ReadRoster, { ok: true }>;

/** As many seats as somebody looks through. */
const entriesShown = 300;

export type RosterPreview = Answer<Previewed>;
export type RosterImported = Answer<Imported & { importId: ImportId | null }, 'preview-outdated'>;

/** Reads a roster and says what importing it would do; keeps nothing. */
export async function previewRosterFile(committees: CommitteeStore, asked: RosterToPreview): Promise<RosterPreview> {
  const read = await readFile(committees, asked);
  if (!read.ok) return read;
  const known = await committees.wholeRoster();
  const roster = understand(read.value, known, asked, asked.today);
  if (!roster.ok) return roster;
  const kept = toKeep(roster, randomUUID);
  if (gainsSeat(known.seats, kept.seats, asked.personId)) return refuse('own-seat');
  return accept({ diff: diffHashOf(roster, known), ...answer(roster), ...effects(roster, known) });
}

/**
 * Imports a roster: everything in it, or nothing and a list of every bad line. Every committee in it finds the import in
 * its own audit log.
 */
export async function importRosterFile(
  committees: CommitteeStore,
  { diff, made, today, ...asked }: RosterToImport,
  about: About,
  newId: () => string,
): Promise<RosterImported> {
  const read = await readFile(committees, asked);
  if (!read.ok) return read;
  const decision = await changeByDiff(committees, (known) => {
    const roster = understand(read.value, known, asked, today);
    if (!roster.ok) return roster;
    if (diff !== undefined && diff !== diffHashOf(roster, known)) return refuse('preview-outdated');
    const kept = toKeep(roster, newId);
    if (gainsSeat(known.seats, kept.seats, asked.personId)) return refuse('own-seat');
    about({ committeeId: null }, ...[...touched(known, kept, today)].map((committeeId) => ({ committeeId })));
    const as = { ...made, id: importId.parse(newId()) };
    const of = { kind: 'roster', committeeId: asked.committeeId ?? null } as const;
    return { ...kept, kept: rosterImport(known, kept, { ...as, ...of }, digest), answer: answer(roster) };
  });
  return decision.ok ? accept({ ...decision.answer, importId: decision.kept?.id ?? null }) : decision;
}

async function readFile(committees: CommitteeStore, { file, capitals, committeeId }: Omit<RosterToPreview, 'today'>) {
  const all = await committees.list();
  const own = all.find(({ id }) => id === committeeId)?.name ?? null;
  return readRosterFile({ file, capitals, own, committees: committeesToName(all) });
}

/** The committees of the list, and those where somebody sits whose name or year of birth it changes. */
function touched(known: RosterContext, kept: { people: readonly Person[]; seats: readonly Seat[] }, today: string) {
  const before = new Map(known.people.map((one) => [one.id, one]));
  const changed = kept.people.filter((one) => {
    const old = before.get(one.id);
    return old !== undefined && (old.name !== one.name || old.birthYear !== one.birthYear);
  });
  const ids = new Set(changed.map(({ id }) => id));
  const theirs = known.seats.filter(({ personId }) => ids.has(personId));
  return new Set([...kept.seats.map(({ committeeId }) => committeeId), ...committeesOn(theirs, today)]);
}

function understand(
  read: ReadSeatLists,
  known: RosterContext,
  asked: Omit<RosterToPreview, 'today'>,
  today: string,
): Roster | Refused {
  const { committeeId, office, personId } = asked;
  const own = committeeId === undefined ? null : known.committees.find(({ id }) => id === committeeId);
  if (own === undefined) return refuse('unknown-committee');
  const roster = readRoster(read, known, today, own, office);
  if (roster.ok) return office === null ? roster : (ownNameIn(roster, known, personId) ?? roster);
  return { ok: false, refusal: 'roster-has-problems', problems: problemItems(roster.problems) };
}

/**
 * Somebody new of the importer's own name, whom neither code nor year tells apart from them, is them: a seat of their
 * own under another person.
 */
function ownNameIn({ people, seats }: Roster, known: RosterContext, personId: PersonId | null): Refused | undefined {
  const own = personId === null ? undefined : known.people.find(({ id }) => id === personId);
  if (own === undefined) return undefined;
  const isOwn = (one: (typeof people)[number] | undefined) => one?.personId === null && isAlike(one, own);
  const seat = seats.find(({ person }) => isOwn(people[person]));
  if (seat === undefined) return undefined;
  const place = { worksheet: seat.worksheet, line: seat.line, column: null, field: 'fullName' as const };
  return { ok: false, refusal: 'own-seat', problems: problemItems([rosterNote(place, 'own-name', own.name)]) };
}

function answer({ people, seats, worksheets, warnings }: Roster): Imported {
  return { people: people.length, seats: seats.length, ...listAnswer(worksheets, warnings) };
}

/** Of the people and seats as they would be, and of those known as they are. */
function diffHashOf({ people, seats }: Roster, known: RosterContext): string {
  const [ofPeople, ofSeats] = [
    new Set(people.map(({ personId: id }) => id)),
    new Set(seats.map(({ seatId: id }) => id)),
  ];
  const before = [known.people.filter(({ id }) => ofPeople.has(id)), known.seats.filter(({ id }) => ofSeats.has(id))];
  return diffHash({}, people, seats, ...before);
}

/** What would become of the seats, and the first of them. */
function effects({ people, seats, worksheets }: Roster, known: RosterContext): Pick<Previewed, 'counts' | 'entries'> {
  const before = new Map(known.seats.map((seat) => [seat.id, seat]));
  const names = new Map(known.committees.map(({ id, name }) => [id, name]));
  const worksheetNames = worksheets.map(({ name }) => name);
  const counts = { added: 0, changed: 0, same: 0 };
  const entries = [...seats]
    .sort((a, b) => worksheetNames.indexOf(a.worksheet) - worksheetNames.indexOf(b.worksheet) || a.line - b.line)
    .map(({ seatId: id, person, worksheet, line, committeeId, position, order, from, to }) => {
      const old = id === null ? undefined : before.get(id);
      const isSame = old?.position === position && old.order === order && old.from === from && old.to === to;
      const effect = old === undefined ? ('added' as const) : isSame ? ('same' as const) : ('changed' as const);
      counts[effect] += 1;
      const committeeName = names.get(committeeId) ?? '';
      return {
        worksheet,
        line,
        effect,
        committeeName,
        name: people[person]?.name ?? '',
        position,
        order,
        from,
        to,
      };
    });
  return { counts, entries: entries.slice(0, entriesShown) };
}

/** Gives ids to whoever and whatever is new. */
function toKeep(roster: Roster, newId: () => string): { ok: true; people: Person[]; seats: Seat[] } {
  const people = roster.people.map((one) => ({
    id: one.personId ?? personId.parse(newId()),
    name: one.name,
    code: one.code,
    birthYear: one.birthYear,
  }));
  const seats = roster.seats.flatMap(({ seatId: known, person, line: _line, worksheet: _worksheet, ...seat }) => {
    const holder = people[person];
    return holder === undefined ? [] : [{ ...seat, id: known ?? seatId.parse(newId()), personId: holder.id }];
  });
  return { ok: true, people, seats };
}
