import type { PersonId } from '../roster/person.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Session, Teller } from './session.ts';

export type TellersRefusal =
  | 'not-in-draft'
  | 'teller-is-subject'
  | 'teller-named-twice'
  | 'too-few-tellers'
  | 'threshold-out-of-range';

/** The smallest body of tellers; a single one exists for demonstrations only. */
const fewestTellers = 3;
const lowestThreshold = 2;

export interface TellerRules {
  readonly singleTellerAllowed: boolean;
}

/** Tellers are never subjects; a threshold t opens the totals with 2 ≤ t < n (PROTOCOL §0). */
export function findTellerProblem(
  session: Pick<Session, 'subjects'>,
  persons: readonly PersonId[],
  threshold: number,
  rules: TellerRules,
): Exclude<TellersRefusal, 'not-in-draft'> | undefined {
  if (new Set(persons).size !== persons.length) return 'teller-named-twice';
  if (
    session.subjects.some(
      ({ personId, excludedFor }) => excludedFor === null && personId !== null && persons.includes(personId),
    )
  ) {
    return 'teller-is-subject';
  }
  if (rules.singleTellerAllowed && persons.length === 1) return threshold === 1 ? undefined : 'threshold-out-of-range';
  if (persons.length < fewestTellers) return 'too-few-tellers';
  if (threshold < lowestThreshold || threshold >= persons.length) return 'threshold-out-of-range';
  return undefined;
}

export function decideNameTellers(
  session: Session,
  named: readonly Omit<Teller, 'index'>[],
  threshold: number,
  rules: TellerRules,
): Ruling<Session, TellersRefusal> {
  if (session.state !== 'draft') return refuse('not-in-draft');
  const persons = named.map(({ personId }) => personId);
  const problem = findTellerProblem(session, persons, threshold, rules);
  if (problem !== undefined) return refuse(problem);
  const tellers = named.map((one, position) => ({ index: position + 1, ...one }));
  return accept({ ...session, tellers, settings: { ...session.settings, threshold } });
}
