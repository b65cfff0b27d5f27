import { describe, expect, test } from 'vitest';
import { decideExclude, decideIssue } from '../../../src/domain/session/draft.ts';
import { subjectsLeftOut } from '../../../src/domain/session/left-out.ts';
import { type NonVoter, type Session, voterId } from '../../../src/domain/session/session.ts';
import { withNamesToldApart, withYearsShown } from '../../../src/domain/session/told-apart.ts';
import { aParticipant, aSession, must, rulesOfHall } from '../../support/build/sessions.ts';

describe('those left out', () => {
  test('are named with the reason as the form words it, and nobody else is', () => {
    const session = aSession({ form: 'nq-96-2023-qh15' });
    expect(subjectsLeftOut(session)).toEqual([]);
    const second = session.subjects[1];
    if (second === undefined) throw new Error('no second subject');
    const without = must(decideExclude(session, second.id, 'retirement-announced'));
    const reason = session.form.exclusionReasons.find(({ id }) => id === 'retirement-announced');
    expect(subjectsLeftOut(without)).toEqual([{ subject: without.subjects[1], reason }]);
  });

  test('are not those who were struck off since', () => {
    const session = aSession();
    const subjects = session.subjects.map((one, at) => (at === 0 ? { ...one, struckFor: 'từ trần' } : one));
    expect(subjectsLeftOut({ ...session, subjects })).toEqual([]);
  });
});

const guest = (number: number, name: string, birthYear: number) =>
  aParticipant(number, { name, birthYear, code: `M${number}` });

function listener(number: number, name: string, birthYear: number): NonVoter {
  const { id, personId, position } = aParticipant(number);
  return { id, personId, name, position, birthYear, code: `M${number}`, present: false };
}

/** Hoa twice among those who take part, one with a vote and one without; one of them also is called like a teller. */
function withNamesakes(): Session {
  const session = aSession({ subjects: 2, voters: 2 });
  const [first, second] = session.subjects;
  if (first === undefined || second === undefined) throw new Error('no subjects');
  return {
    ...session,
    subjects: [
      { ...first, name: 'Lò Văn Ba', birthYear: 1970 },
      { ...second, name: 'Lò Văn Ba', birthYear: 1975 },
    ],
    roll: [...session.roll, guest(1, 'Trần Thị Hoa', 1980), guest(2, 'Lê Văn Tư', 1981)],
    nonVoters: [listener(3, 'Bùi Văn Năm', 1983), listener(4, 'Trần Thị Hoa', 1984)],
    tellers: session.tellers.map((teller, at) =>
      at === 0 ? { ...teller, name: 'Trần Thị Hoa', birthYear: 1980 } : teller,
    ),
  };
}
const roll = ['Lò Văn Phá 1', 'Lò Văn Phá 2'];
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('namesakes', () => {
  test('are told apart by their years of birth within each list, voters and listeners together', () => {
    const { subjects, roll: voters, nonVoters, tellers } = withNamesToldApart(withNamesakes());
    expect(names(subjects)).toEqual(['Lò Văn Ba (1970)', 'Lò Văn Ba (1975)']);
    expect(names(voters)).toEqual([...roll, 'Trần Thị Hoa (1980)', 'Lê Văn Tư']);
    expect(names(nonVoters)).toEqual(['Bùi Văn Năm', 'Trần Thị Hoa (1984)']);
    expect(names(tellers)).toEqual(['Trần Thị Hoa', 'Kiểm phiếu 2', 'Kiểm phiếu 3']);
  });

  test('a year of birth is shown with the names that need it only', () => {
    const shown = withYearsShown(withNamesakes());
    const years = (list: readonly { readonly birthYear?: number | null }[]) => list.map(({ birthYear }) => birthYear);
    expect(years(shown.subjects)).toEqual([1970, 1975]);
    expect(years(shown.roll)).toEqual([undefined, undefined, 1980, undefined]);
    expect(years(shown.nonVoters)).toEqual([undefined, 1984]);
    expect(years(shown.tellers)).toEqual([undefined, undefined, undefined]);
    expect(shown.roll.some((one) => 'birthYear' in one && one.birthYear === undefined)).toBe(false);
  });

  test('once the lists are frozen a name says it all: no year of birth and no code stands beside it', () => {
    const session = must(decideIssue(withNamesakes(), rulesOfHall));
    expect(names(session.subjects)).toEqual(['Lò Văn Ba (1970)', 'Lò Văn Ba (1975)']);
    expect(names(session.roll)).toEqual([...roll, 'Trần Thị Hoa (1980)', 'Lê Văn Tư']);
    expect(names(session.nonVoters)).toEqual(['Trần Thị Hoa (1984)', 'Bùi Văn Năm']);
    const people = [...session.subjects, ...session.roll, ...session.nonVoters, ...session.tellers];
    expect(people.filter((one) => 'birthYear' in one || 'code' in one)).toEqual([]);
  });

  test('whoever is known by name only is nobody else on the list', () => {
    const session = aSession({ voters: 3 });
    const twice = [1, 2].map((number) => ({
      ...guest(number, 'Trần Thị Hoa', 1980),
      ...{ id: voterId.parse(`by-name-${number}`), personId: null },
    }));
    const told = withNamesToldApart({ ...session, roll: twice });
    expect(names(told.roll)).toEqual(['Trần Thị Hoa (1980)', 'Trần Thị Hoa (1980)']);
  });
});
