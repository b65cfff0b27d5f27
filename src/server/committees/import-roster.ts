import type { RosterNoteView } from '../../contract/committees.ts';
import type { Decision } from '../../domain/decision.ts';
import { type Person, type PersonId, personId } from '../../domain/person.ts';
import { type ReadRoster, readRoster } from '../../domain/roster.ts';
import { type Seat, seatId } from '../../domain/seat.ts';
import { gainsSeat } from '../../domain/seat-changes.ts';
import type { Deps } from '../deps.ts';
import type { RosterFileRefusal } from '../roster-file.ts';
import { uuid } from '../uuid.ts';
import type { About } from '../with-audit-entry.ts';

type Imported = { people: number; seats: number; warnings: RosterNoteView[] };
type Refused = {
  ok: false;
  refusal: RosterFileRefusal | 'roster-has-problems' | 'own-seat';
  problems?: readonly RosterNoteView[];
};

/**
 * Imports a roster: everything in it, or nothing and a list of every bad line. Every committee in it finds the import in
 * its own audit log.
 */
export async function importRoster(
  { store, random, pool }: Deps,
  file: Uint8Array,
  by: PersonId | null,
  about: About,
): Promise<Decision<Imported, never> | Refused> {
  const read = await pool.run('readRosterFile', { file });
  if (!read.ok) return { ok: false, refusal: read.refusal };
  const decision = await store.committees.changeRoster((known) => {
    const roster = readRoster(read.rows, known);
    if (!roster.ok) return roster;
    const kept = toKeep(roster, () => uuid(random));
    if (gainsSeat(known.seats, kept.seats, by)) return { ok: false as const, refusal: 'own-seat' as const };
    const committees = [...new Set(kept.seats.map(({ committeeId }) => committeeId))];
    about({ committeeId: null }, ...committees.map((committeeId) => ({ committeeId })));
    return { ...kept, warnings: roster.warnings };
  });
  if (!decision.ok && 'refusal' in decision) return decision;
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
