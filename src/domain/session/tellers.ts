import { isPersonName, type Person, type PersonId } from '../roster/person.ts';
import { knownParts } from '../roster/same-person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { textKey } from '../text/text-key.ts';
import type { Session, Teller } from './session.ts';

export type TellersRefusal =
  | 'not-in-draft'
  | 'unknown-person'
  | 'id-in-use'
  | 'bad-name'
  | 'teller-is-subject'
  | 'teller-named-like-subject'
  | 'teller-named-twice'
  | 'too-few-tellers'
  | 'threshold-out-of-range';

type TellerProblem = Extract<TellersRefusal, `teller-${string}` | 'too-few-tellers' | 'threshold-out-of-range'>;

/** The smallest body of tellers; a single one exists for demonstrations only. */
const fewestTellers = 3;
const lowestThreshold = 2;
export const mostTellers = 15;

export interface TellerRules {
  readonly singleTellerAllowed: boolean;
}

/** A teller who is on no roster: a new person, whoever else may be called so. A spelling ties nobody to an account. */
export interface EnteredTeller {
  readonly id: PersonId;
  readonly name: string;
  readonly birthYear: number | null;
}

/** Whom a chair names, and what the service knows of them at that moment. */
export interface NamedTellers {
  readonly people: readonly PersonId[];
  readonly entered: readonly EnteredTeller[];
  /** Of all these ids those that somebody has. */
  readonly known: readonly Person[];
  /** Of those of whom only a chair has said who they are: they hold and held no seat, and have no account. */
  readonly unvouched: ReadonlySet<PersonId>;
}

type Body = readonly Pick<Teller, 'personId' | 'name' | 'birthYear' | 'byName'>[];

/**
 * Tellers are never subjects; a threshold t opens the totals with 2 ≤ t < n (PROTOCOL §0). Of somebody who was entered
 * by name nobody knows who they are, so the name alone must tell them from every subject and every other teller, with
 * the years of birth where both are known.
 */
export function findTellerProblem(
  session: Pick<Session, 'subjects'>,
  tellers: Body,
  threshold: number,
  rules: TellerRules,
): TellerProblem | undefined {
  const subjects = session.subjects.filter(({ excludedFor, personId }) => excludedFor === null && personId !== null);
  const isSubject = ({ personId }: Body[number]) => subjects.some((subject) => subject.personId === personId);
  if (new Set(tellers.map(({ personId }) => personId)).size !== tellers.length) return 'teller-named-twice';
  if (tellers.some(isSubject)) return 'teller-is-subject';
  for (const entered of tellers.filter(({ byName }) => byName)) {
    if (subjects.some((subject) => isNamesake(entered, subject))) return 'teller-named-like-subject';
    if (tellers.some((other) => other !== entered && isNamesake(entered, other))) return 'teller-named-twice';
  }
  if (rules.singleTellerAllowed && tellers.length === 1) return threshold === 1 ? undefined : 'threshold-out-of-range';
  if (tellers.length < fewestTellers) return 'too-few-tellers';
  if (threshold < lowestThreshold || threshold >= tellers.length) return 'threshold-out-of-range';
  return undefined;
}

type Called = Pick<Teller, 'name' | 'birthYear'>;

/** Of one name, and nothing says that they are two. */
function isNamesake(one: Called, other: Called): boolean {
  const areTwo = one.birthYear != null && other.birthYear != null && one.birthYear !== other.birthYear;
  return !areTwo && textKey(one.name) === textKey(other.name);
}

/** Who is named takes the place of the body of before; who is entered by name becomes a person of the service with it. */
export function decideNameTellers(
  session: Session,
  named: NamedTellers,
  threshold: number,
  rules: TellerRules,
): Ruling<{ readonly session: Session; readonly people: readonly Person[] }, TellersRefusal> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const { entered, known, unvouched } = named;
  if (!named.people.every((id) => known.some((person) => person.id === id))) return refuse('unknown-person');
  if (!entered.every(({ name }) => isPersonName(name))) return refuse('bad-name');
  const isAnother = (one: EnteredTeller) => known.some((person) => person.id === one.id && !isThatPerson(one, person));
  if (entered.some(isAnother)) return refuse('id-in-use');
  const people = entered.map(({ id, name, birthYear }): Person => ({ id, name, birthYear, code: null }));
  const wasByName = new Set(session.tellers.filter(({ byName }) => byName).map(({ personId }) => personId));
  const tellers = [...named.people, ...entered.map(({ id }) => id)].map((id, position): Teller => {
    const person = [...known, ...people].find((one) => one.id === id);
    if (person === undefined) throw new TypeError('a teller who is neither known nor entered');
    const { name, birthYear } = person;
    const isByName = wasByName.has(id) || unvouched.has(id) || people.some((one) => one.id === id);
    return { index: position + 1, personId: id, name, ...knownParts({ birthYear }), ...(isByName && { byName: true }) };
  });
  const problem = findTellerProblem(session, tellers, threshold, rules);
  if (problem !== undefined) return refuse(problem);
  const added = people.filter(({ id }) => !known.some((person) => person.id === id));
  return accept({ session: { ...session, tellers, settings: { ...session.settings, threshold } }, people: added });
}

/** Whether an id stands for the very person that is entered once more: the same command came twice. */
function isThatPerson({ name, birthYear }: EnteredTeller, person: Person): boolean {
  return person.name === name && person.birthYear === birthYear && person.code === null;
}
