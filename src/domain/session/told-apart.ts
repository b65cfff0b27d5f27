import { toldApart, withShownYears } from '../roster/namesakes.ts';
import type { NonVoter, Session, Voter } from './session.ts';

type Lists = Pick<Session, 'subjects' | 'roll' | 'nonVoters' | 'tellers'>;

/** Years of birth stay with the names that need them: subjects, those who take part, tellers are a list each. */
export function withYearsShown({ subjects, roll, nonVoters, tellers }: Lists) {
  const takingPart = withShownYears<Voter | NonVoter>([...roll, ...nonVoters]);
  return {
    subjects: withShownYears(subjects),
    roll: roll.map(({ birthYear: _known, ...voter }, index) => ({ ...voter, ...yearOf(takingPart[index]) })),
    nonVoters: nonVoters.map(({ birthYear: _known, ...one }, index) => ({
      ...one,
      ...yearOf(takingPart[roll.length + index]),
    })),
    tellers: withShownYears(tellers),
  };
}

function yearOf(one: { readonly birthYear?: number } | undefined): { readonly birthYear?: number } {
  return one?.birthYear === undefined ? {} : { birthYear: one.birthYear };
}

/** The people of a draft as papers name them: namesakes with their years of birth behind the name. */
export function withNamesToldApart<One extends Lists>(session: One): One {
  const summoned = toldApart<Voter | NonVoter>([...session.roll, ...session.nonVoters]);
  const [voters, others] = [summoned.slice(0, session.roll.length), summoned.slice(session.roll.length)];
  return {
    ...session,
    subjects: toldApart(session.subjects),
    roll: session.roll.map((voter, index) => ({ ...voter, name: voters[index]?.name ?? voter.name })),
    nonVoters: session.nonVoters.map((one, index) => ({ ...one, name: others[index]?.name ?? one.name })),
    tellers: toldApart(session.tellers),
  };
}

/**
 * The people as papers, phones and record will name them from now on. What told them apart until then is not kept
 * beside their names.
 */
export function withNamesFrozen(session: Session): Session {
  const { subjects, roll, nonVoters, tellers, ...rest } = withNamesToldApart(session);
  return {
    ...rest,
    subjects: subjects.map(({ birthYear: _year, ...subject }) => subject),
    roll: roll.map(({ birthYear: _year, code: _code, ...voter }) => voter),
    nonVoters: nonVoters.map(({ birthYear: _year, code: _code, ...one }) => one),
    tellers: tellers.map(({ birthYear: _year, ...teller }) => teller),
  };
}
