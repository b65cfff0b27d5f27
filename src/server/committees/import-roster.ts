import type { RosterNoteView } from '../../contract/committees.ts';
import type { Decision } from '../../domain/decision.ts';
import { type Person, personId } from '../../domain/person.ts';
import { type ReadRoster, readRoster } from '../../domain/roster.ts';
import { type Seat, seatId } from '../../domain/seat.ts';
import type { Deps } from '../deps.ts';
import type { RosterFileRefusal } from '../roster-file.ts';
import { uuid } from '../uuid.ts';

type Imported = { people: number; seats: number; warnings: RosterNoteView[] };
type Refused = { ok: false; refusal: RosterFileRefusal | 'roster-has-problems'; problems?: readonly RosterNoteView[] };

/** Imports a roster: everything in it, or nothing and a list of every bad line. */
export async function importRoster(
  { store, random, pool }: Deps,
  file: Uint8Array,
): Promise<Decision<Imported, never> | Refused> {
  const read = await pool.run('readRosterFile', { file });
  if (!read.ok) return { ok: false, refusal: read.refusal };
  const decision = await store.committees.changeRoster((known) => {
    const roster = readRoster(read.rows, known);
    return roster.ok ? { ...toKeep(roster, () => uuid(random)), warnings: roster.warnings } : roster;
  });
  if (!decision.ok) return { ok: false, refusal: 'roster-has-problems', problems: decision.problems.map(toNote) };
  const { people, seats, warnings } = decision;
  return { ok: true, value: { people: people.length, seats: seats.length, warnings: warnings.map(toNote) } };
}

/** Gives ids to whoever and whatever is new. */
function toKeep(roster: ReadRoster & { ok: true }, newId: () => string): { ok: true; people: Person[]; seats: Seat[] } {
  const people = roster.people.map((one) => ({
    id: one.personId ?? personId.parse(newId()),
    fullName: one.fullName,
    code: one.code,
  }));
  const seats = roster.seats.flatMap(({ seatId: known, person, line: _line, ...seat }) => {
    const holder = people[person];
    return holder === undefined ? [] : [{ ...seat, id: known ?? seatId.parse(newId()), personId: holder.id }];
  });
  return { ok: true, people, seats };
}

function toNote({
  line,
  column,
  code,
  vi,
  en,
}: {
  line: number;
  column: string;
  code: string;
  vi: string;
  en: string;
}): RosterNoteView {
  return { line, column, code, messages: { vi, en } };
}
