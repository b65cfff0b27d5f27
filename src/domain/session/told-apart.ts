import { toldApart } from '../roster/namesakes.ts';
import type { NonVoter, Session, Voter } from './session.ts';

type Lists = Pick<Session, 'subjects' | 'roll' | 'nonVoters' | 'tellers'>;

/** The people of a draft as its lists name them: namesakes with their years of birth. */
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
