import type { CommitteeId } from '../committee/committee.ts';
import { rememberedCodeKeys } from '../text/code-key.ts';
import { rememberedTextKeys } from '../text/text-key.ts';
import { NotToldApart } from './not-told-apart.ts';
import type { Person, PersonId } from './person.ts';
import type { RosterLine } from './roster-line.ts';
import type { Seat, SeatId } from './seat.ts';
import { SeatPool } from './seat-pool.ts';

export type KnownPeople = { readonly people: readonly Person[]; readonly seats: readonly Seat[] };

type Line = Pick<RosterLine, 'committeeId' | 'name' | 'position' | 'code' | 'birthYear' | 'from' | 'to'>;

/** What is known of the committees of a list, keyed once, and what of it the list's lines have been found to be. */
export class KnownSeats {
  readonly textKey = rememberedTextKeys();
  readonly codeKey = rememberedCodeKeys();
  readonly #byCode: ReadonlyMap<string, Person>;
  readonly #byId: ReadonlyMap<PersonId, Person>;
  readonly #byRole = new NotToldApart(() => new SeatPool());
  readonly #byHolder = new Map<string, SeatPool>();
  /** By committee, name and year of birth. */
  readonly #byBirth = new Map<string, SeatPool>();
  readonly #namesakes = new Map<string, Person>();
  readonly #usedPeople = new Set<PersonId>();
  readonly #usedSeats = new Set<SeatId>();

  constructor({ people, seats }: KnownPeople, committees: ReadonlySet<CommitteeId>) {
    this.#byCode = new Map(
      people.flatMap((one) => (one.code === null ? [] : [[this.codeKey(one.code), one] as const])),
    );
    this.#byId = new Map(people.map((one) => [one.id, one]));
    const own = seats.filter(({ committeeId }) => committees.has(committeeId));
    for (const seat of own) {
      const holder = `${seat.committeeId} ${seat.personId}`;
      const pool = this.#byHolder.get(holder) ?? new SeatPool();
      this.#byHolder.set(holder, pool);
      pool.add(seat);
    }
    // Among namesakes whoever comes first in precedence is preferred.
    for (const seat of own.sort((a, b) => a.order - b.order)) {
      const person = this.#byId.get(seat.personId);
      if (person === undefined) continue;
      const name = this.#nameIn(seat.committeeId, person.name);
      if (!this.#namesakes.has(name)) this.#namesakes.set(name, person);
      this.#byRole.of(this.#role({ ...seat, name: person.name }), telling(person)).add(seat);
      if (person.birthYear === null) continue;
      const birth = `${name}|${person.birthYear}`;
      const born = this.#byBirth.get(birth) ?? new SeatPool();
      this.#byBirth.set(birth, born);
      born.add(seat);
    }
  }

  /** Who has this code. */
  personOf(code: string | null): Person | undefined {
    return code === null ? undefined : this.#byCode.get(this.codeKey(code));
  }

  /** Who has, or had, a seat in the committee under this name. */
  namesakeIn(committeeId: CommitteeId, fullName: string): Person | undefined {
    return this.#namesakes.get(this.#nameIn(committeeId, fullName));
  }

  /**
   * Whoever is not found to be somebody else and has the line's name and position in its committee at the same time,
   * where neither codes nor years of birth speak against it. Best first: the same year of birth, the same first day,
   * the order of precedence.
   */
  inSameRole(line: Line): Person | undefined {
    const isFree = ({ personId }: Seat) => !this.#usedPeople.has(personId);
    const groups = this.#byRole.like(this.#role(line), telling(line));
    const hasYear = (one: { birthYear: number | null }) => line.birthYear !== null && one.birthYear === line.birthYear;
    for (const some of [groups.filter(hasYear), groups.filter((one) => !hasYear(one))]) {
      const seat =
        firstOf(some.map(({ bucket }) => bucket.sameFrom(line, isFree))) ??
        firstOf(some.map(({ bucket }) => bucket.sameTime(line, isFree)));
      if (seat !== undefined) return this.#byId.get(seat.personId);
    }
    return undefined;
  }

  /**
   * Whoever is not found to be somebody else and sits in the line's committee at the same time under its name with its
   * year of birth, whatever the position is called: lists word it anew each year.
   */
  ofSameBirth(line: Line): Person | undefined {
    if (line.birthYear === null) return undefined;
    const pool = this.#byBirth.get(`${this.#nameIn(line.committeeId, line.name)}|${line.birthYear}`);
    const isFree = ({ personId }: Seat) => {
      const code = this.#byId.get(personId)?.code ?? null;
      return !this.#usedPeople.has(personId) && (code === null || line.code === null);
    };
    const seat = pool?.sameFrom(line, isFree) ?? pool?.sameTime(line, isFree);
    return seat === undefined ? undefined : this.#byId.get(seat.personId);
  }

  usePerson({ id }: Person): void {
    this.#usedPeople.add(id);
  }

  /** A seat of theirs that no line has yet: one that begins on the same day, or any at the same time. */
  takeSeat({ committeeId, ...period }: Line, { id }: Person, from: 'same-day' | 'any-day'): Seat | undefined {
    const isFree = (seat: Seat) => !this.#usedSeats.has(seat.id);
    const pool = this.#byHolder.get(`${committeeId} ${id}`);
    const seat = from === 'same-day' ? pool?.sameFrom(period, isFree) : pool?.sameTime(period, isFree);
    if (seat !== undefined) this.#usedSeats.add(seat.id);
    return seat;
  }

  #nameIn(committeeId: CommitteeId, fullName: string): string {
    return `${committeeId} ${this.textKey(fullName)}`;
  }

  #role({ committeeId, name, position }: Pick<Line, 'committeeId' | 'name' | 'position'>): string {
    return `${this.#nameIn(committeeId, name)}|${this.textKey(position)}`;
  }
}

function telling({ code, birthYear }: Pick<Person, 'code' | 'birthYear'>) {
  return { isKnown: false, isCoded: code !== null, birthYear };
}

function firstOf(seats: readonly (Seat | undefined)[]): Seat | undefined {
  return seats.reduce(
    (first, seat) => (first === undefined || (seat && seat.order < first.order) ? seat : first),
    undefined,
  );
}
