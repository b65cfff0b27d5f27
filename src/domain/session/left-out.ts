import type { BallotForm } from '../ballot-form.ts';
import type { Session, Subject } from './session.ts';

/** A seat that is not voted on, and the lawful reason as the session's form words it. */
export interface LeftOut {
  readonly subject: Subject;
  readonly reason: BallotForm['exclusionReasons'][number];
}

/** Whoever was left out of the vote before the lists were frozen, in order of precedence; not those struck off since. */
export function subjectsLeftOut({ subjects, form }: Pick<Session, 'subjects' | 'form'>): readonly LeftOut[] {
  return subjects.flatMap((subject) => {
    const reason = form.exclusionReasons.find(({ id }) => id === subject.excludedFor);
    return reason === undefined ? [] : [{ subject, reason }];
  });
}
