import type { CommitteeId } from '../committee/committee.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Session } from '../session/session.ts';
import type { SummonedList } from '../session/summoned.ts';
import { isPersonName, type Person, type PersonId } from './person.ts';
import type { KnownPerson } from './roster-changes.ts';
import { knownParts } from './same-person.ts';
import { isOfficesOwn, type Office } from './whom-office-corrects.ts';

export type NameRefusal = 'unknown-person' | 'bad-name' | 'not-only-here';

export interface NameCorrection {
  readonly personId: PersonId;
  readonly name: string;
  /** As it was when left out. */
  readonly birthYear?: number | null | undefined;
}

/**
 * Puts right how somebody is called and when they were born; who they are stays.
 * @param within the committee in whose list it is corrected: somebody who sits or sat there; null for anybody
 * @param office who corrects it, if no administrator: only whoever sits in its committees alone
 */
export function decideCorrectName(
  { person, seats }: KnownPerson,
  { name, birthYear }: NameCorrection,
  { within, office }: { readonly within: CommitteeId | null; readonly office: Office | null },
): Ruling<{ readonly people: readonly [Person] }, NameRefusal> {
  const isTheirs = within === null || seats.some(({ committeeId }) => committeeId === within);
  if (person === undefined || !isTheirs) return refuse('unknown-person');
  if (office !== null && !isOfficesOwn(seats, office)) return refuse('not-only-here');
  if (!isPersonName(name)) return refuse('bad-name');
  return accept({
    people: [{ ...person, name, birthYear: birthYear === undefined ? person.birthYear : birthYear }],
  });
}

interface Named {
  readonly personId: PersonId | null;
  readonly name: string;
  readonly birthYear?: number | null;
}

/** A draft as it names them from now on. What was issued keeps the names that papers and record bear. */
export function correctedDraft(session: Session, person: Person): Session {
  if (session.state !== 'draft') return session;
  const correct = corrector(person);
  return {
    ...session,
    subjects: session.subjects.map(correct),
    roll: session.roll.map(correct),
    nonVoters: session.nonVoters.map(correct),
    tellers: session.tellers.map(correct),
  };
}

/** A list of those summoned as it names them from now on. */
export function correctedList(list: SummonedList, person: Person): SummonedList {
  return { ...list, people: list.people.map(corrector(person)) };
}

function corrector({ id, name, birthYear }: Person): <One extends Named>(one: One) => One {
  return (one) => {
    if (one.personId !== id) return one;
    const { birthYear: _before, ...rest } = one;
    return { ...rest, name, ...knownParts({ birthYear }) } as typeof one;
  };
}
