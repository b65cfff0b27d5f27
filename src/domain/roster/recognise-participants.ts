import { rememberedCodeKeys } from '../text/code-key.ts';
import { rememberedTextKeys } from '../text/text-key.ts';
import { LostZeros } from './lost-zeros.ts';
import { NotToldApart, Queue } from './not-told-apart.ts';
import type { Person, PersonId } from './person.ts';
import { type ColumnsByWorksheet, lineSeenFrom, placeIn } from './roster-line.ts';
import {
  type RosterField,
  type RosterNote,
  type RosterProblemCode,
  type RosterWarningCode,
  rosterNote,
} from './roster-note.ts';
import type { Named } from './same-person.ts';

/** A line of a list of those summoned. */
export interface ParticipantLine {
  /** Of the worksheet; empty where it has none. */
  readonly worksheet: string;
  readonly line: number;
  readonly name: string;
  readonly position: string;
  readonly code: string | null;
  readonly birthYear: number | null;
}

/** Somebody on a list of those summoned, as one line of a spreadsheet names them. */
export interface ListedParticipant extends ParticipantLine {
  /** Whom the personal code on the line belongs to; a name alone recognises nobody. */
  readonly personId: PersonId | null;
  /** Somebody who may be the same is on the roll; each there answers for one line. */
  readonly onRoll: boolean;
  /** An earlier line that says the same. */
  readonly sameAsLine: number | null;
  /** That line has the same code: it is the same person, who counts once. */
  readonly repeats: boolean;
}

/** What is known before the list is read. */
export interface KnownParticipants {
  readonly people: readonly Person[];
  readonly roll: readonly Named[];
  /** Those who hold a seat in the committee, and so take part whatever the list says. */
  readonly seated: readonly Person[];
}

export interface RecognisedParticipants {
  readonly participants: readonly ListedParticipant[];
  readonly problems: readonly RosterNote<RosterProblemCode>[];
  readonly warnings: readonly RosterNote<RosterWarningCode>[];
}

/**
 * Ties lines to people by their codes, and finds who is on the roll or on an earlier line already. Lines of one code are
 * one person. Without a common code two lines are two people, however alike; those that nothing tells apart are told.
 */
export function recogniseParticipants(
  lines: readonly ParticipantLine[],
  { people, roll, seated }: KnownParticipants,
  columns: ColumnsByWorksheet,
): RecognisedParticipants {
  const problems: RosterNote<RosterProblemCode>[] = [];
  const warnings: RosterNote<RosterWarningCode>[] = [];
  const place = (line: ParticipantLine, field: RosterField) => placeIn(line, columns, field);
  const textKey = rememberedTextKeys();
  const codeKey = rememberedCodeKeys();
  const byCode = new Map(people.flatMap((one) => (one.code === null ? [] : [[codeKey(one.code), one] as const])));
  const earlier = earlierLines({ textKey, codeKey });
  const lostZeros = new LostZeros([...people.map(({ name, code }) => ({ name, code })), ...roll]);
  const found = lines.map((line, index) => {
    const person = line.code === null ? undefined : byCode.get(codeKey(line.code));
    const { sameCode, alike } = earlier.of(line, index);
    const owner = person?.name ?? sameCode?.name;
    if (owner !== undefined && textKey(owner) !== textKey(line.name)) {
      problems.push(
        rosterNote(place(line, 'code'), 'code-of-another-name', owner, { written: line.name, known: owner }),
      );
    } else if (sameCode !== undefined && differs(sameCode.birthYear, line.birthYear)) {
      problems.push(rosterNote(place(line, 'birthYear'), 'another-birth-year', lineSeenFrom(line, sameCode)));
    } else if (sameCode !== undefined) {
      warnings.push(rosterNote(place(line, 'code'), 'same-code', lineSeenFrom(line, sameCode), both(line, sameCode)));
    } else if (alike !== undefined) {
      warnings.push(rosterNote(place(line, 'fullName'), 'alike', lineSeenFrom(line, alike), both(line, alike)));
    }
    if (line.code !== null) {
      const whole = lostZeros.otherThan(line.name, line.code);
      if (whole !== undefined) warnings.push(rosterNote(place(line, 'code'), 'code-lost-zero', whole));
      lostZeros.add(line.name, line.code);
    }
    if (person !== undefined && differs(person.birthYear, line.birthYear)) {
      warnings.push(rosterNote(place(line, 'birthYear'), 'known-birth-year', String(person.birthYear)));
    }
    const same = { sameAsLine: (sameCode ?? alike)?.line ?? null, repeats: sameCode !== undefined };
    return { ...line, birthYear: person?.birthYear ?? line.birthYear, personId: person?.id ?? null, ...same };
  });
  const onRoll = findOnRoll(found, roll, people, { textKey, codeKey });
  for (const { line, holder } of alsoSeated(found, seated, textKey)) {
    const spelt = { written: line.name, known: holder.name };
    if (!onRoll.has(line)) warnings.push(rosterNote(place(line, 'fullName'), 'holds-a-seat', '', spelt));
  }
  return { participants: found.map((one) => ({ ...one, onRoll: onRoll.has(one) })), problems, warnings };
}

function differs(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other;
}

function both(line: ParticipantLine, other: ParticipantLine) {
  return { written: line.name, known: other.name };
}

type TextKey = (text: string) => string;

interface Keys {
  readonly textKey: TextKey;
  readonly codeKey: (code: string) => string;
}

/** Equal for people of one name and position. */
function roleKey({ name, position }: Pick<Named, 'name' | 'position'>, textKey: TextKey): string {
  return `${textKey(name)}|${textKey(position)}`;
}

function telling({ personId, code, birthYear }: Omit<Named, 'name' | 'position'>) {
  return { isKnown: personId != null, isCoded: code != null, birthYear: birthYear ?? null };
}

/** The first line of the same code, and otherwise the first that nothing tells apart. */
function earlierLines({ textKey, codeKey }: Keys) {
  const byCode = new Map<string, ParticipantLine>();
  const firsts = new NotToldApart<{ first?: Placed }>(() => ({}));
  return {
    of: (line: ParticipantLine, index: number): { sameCode?: ParticipantLine; alike?: ParticipantLine } => {
      const code = line.code === null ? undefined : codeKey(line.code);
      const sameCode = code === undefined ? undefined : byCode.get(code);
      if (sameCode !== undefined) return { sameCode };
      if (code !== undefined) byCode.set(code, line);
      const role = roleKey(line, textKey);
      const alike = earliest(firsts.like(role, telling(line)).map(({ bucket }) => bucket.first));
      firsts.of(role, telling(line)).first ??= { index, of: line };
      return alike === undefined ? {} : { alike: alike.of };
    },
  };
}

interface Placed<One = ParticipantLine> {
  readonly index: number;
  readonly of: One;
}

function earliest<One>(some: readonly (Placed<One> | undefined)[]): Placed<One> | undefined {
  return some.reduce(
    (first, one) => (first === undefined || (one && one.index < first.index) ? one : first),
    undefined,
  );
}

type Found = ParticipantLine & { readonly personId: PersonId | null; readonly repeats: boolean };

/**
 * The lines without somebody known whose name a seat holder has and whom nothing tells apart from that one: if they are
 * one person, one too many is summoned. A seat holder whom another line names by code is not meant.
 */
function alsoSeated(
  lines: readonly Found[],
  seated: readonly Person[],
  textKey: TextKey,
): readonly { line: Found; holder: Person }[] {
  const named = new Set(lines.map(({ personId }) => personId));
  const holders = new NotToldApart<{ first?: Placed<Person> }>(() => ({}));
  for (const [index, one] of seated.entries()) {
    if (named.has(one.id)) continue;
    holders.of(textKey(one.name), telling({ ...one, personId: one.id })).first ??= { index, of: one };
  }
  return lines.flatMap((line) => {
    if (line.personId !== null || line.repeats) return [];
    const meant = holders.like(textKey(line.name), telling(line));
    const holder = earliest(meant.map(({ bucket }) => bucket.first))?.of;
    return holder === undefined ? [] : [{ line, holder }];
  });
}

/** The lines of those who are on the roll. Whoever is there answers for one line, the surest first. */
function findOnRoll(
  lines: readonly Found[],
  roll: readonly Named[],
  people: readonly Person[],
  keys: Keys,
): ReadonlySet<Found> {
  const { textKey, codeKey } = keys;
  const { byId, byCode, byRole } = keyed(roll, people, keys);
  const taken = new Set<Named>();
  const found = new Set<Found>();
  const take = (line: Found, one: Named | undefined) => {
    if (one === undefined || taken.has(one)) return;
    taken.add(one);
    found.add(line);
  };
  const firsts = lines.filter(({ repeats }) => !repeats);
  for (const line of firsts) {
    take(
      line,
      (line.personId && byId.get(line.personId)) || (line.code === null ? undefined : byCode.get(codeKey(line.code))),
    );
  }
  const isFree = ({ of }: Placed<Named>) => !taken.has(of);
  for (const sure of ['same-year', 'nothing-against'] as const) {
    for (const line of firsts) {
      if (found.has(line)) continue;
      const groups = byRole
        .like(roleKey(line, textKey), telling(line))
        .filter(({ birthYear }) => sure === 'nothing-against' || (birthYear !== null && birthYear === line.birthYear));
      take(line, earliest(groups.map(({ bucket }) => bucket.first(isFree)))?.of);
    }
  }
  // A line that says again who stands on an earlier one is where that one is.
  const said = new Set([...found].flatMap(({ code }) => (code === null ? [] : [codeKey(code)])));
  for (const line of lines) if (line.repeats && line.code !== null && said.has(codeKey(line.code))) found.add(line);
  return found;
}

/** The roll by what its people are found by; of those who are known, with what is known of them now. */
function keyed(roll: readonly Named[], people: readonly Person[], { textKey, codeKey }: Keys) {
  const known = new Map<string, Person>(people.map((one) => [one.id, one]));
  const byId = new Map<string, Named>();
  const byCode = new Map<string, Named>();
  const byRole = new NotToldApart(() => new Queue<Placed<Named>>());
  for (const [index, one] of roll.entries()) {
    const person = one.personId == null ? undefined : known.get(one.personId);
    const code = person?.code ?? one.code ?? null;
    const entry = { ...one, code, birthYear: person?.birthYear ?? one.birthYear ?? null };
    if (entry.personId != null) byId.set(entry.personId, entry);
    if (code !== null) byCode.set(codeKey(code), entry);
    byRole.of(roleKey(entry, textKey), telling(entry)).add({ index, of: entry });
  }
  return { byId, byCode, byRole };
}
