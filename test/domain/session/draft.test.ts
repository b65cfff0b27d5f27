import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/domain/roster/person.ts';
import {
  decideAddOrganisation,
  decideAddToRoll,
  decideAddVoter,
  decideChangeSettings,
  decideExclude,
  decideIssue,
  decideRemoveOrganisation,
  decideRemoveVoter,
  missingForIssuing,
} from '../../../src/domain/session/draft.ts';
import { type Session, standingSubjects, subjectId, voterId } from '../../../src/domain/session/session.ts';
import { decideNameTellers, type NamedTellers } from '../../../src/domain/session/tellers.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { aPlan } from '../../support/build/plans.ts';
import {
  aParticipant,
  aSession,
  issued,
  must,
  numbers,
  problemsOf,
  refusalOf,
  rulesOfHall,
} from '../../support/build/sessions.ts';

const strict = { singleTellerAllowed: false };
const person = (number: number): Person => ({
  id: aPersonId(number),
  name: `Người ${number}`,
  code: null,
  birthYear: null,
});
/** People of the service who are named as tellers. */
const people = (...of: number[]): NamedTellers => {
  const known = of.map((number) => person(number));
  return { people: known.map(({ id }) => id), entered: [], known, unvouched: new Set() };
};

function subject(session: Session, number: number) {
  return subjectId.parse(session.subjects[number - 1]?.id);
}

describe('subjects', () => {
  test('a seat is left out only for a reason that the form lists', () => {
    const session = aSession({ form: 'nq-96-2023-qh15' });
    const first = subject(session, 1);
    expect(refusalOf(decideExclude(session, first, 'no-reason'))).toBe('exclusion-not-allowed');
    const excluded = must(decideExclude(session, first, 'retirement-announced'));
    expect(standingSubjects(excluded)).toHaveLength(2);
    expect(standingSubjects(must(decideExclude(excluded, first, null)))).toHaveLength(3);
  });

  test('a form without reasons leaves nobody out', () => {
    const session = aSession({ form: 'bt-2017' });
    expect(refusalOf(decideExclude(session, subject(session, 1), 'retirement-announced'))).toBe(
      'exclusion-not-allowed',
    );
  });

  test('a subject of another session cannot be left out', () => {
    const session = aSession({ form: 'nq-96-2023-qh15' });
    expect(refusalOf(decideExclude(session, subjectId.parse('nobody'), 'retirement-announced'))).toBe(
      'unknown-subject',
    );
  });
});

describe('organisations', () => {
  const own = (session: Session) => ({ ...session, form: { ...session.form, subjects: 'organisations' as const } });
  const organisation = (number: number, name: string) => ({
    ...{ id: subjectId.parse(`organisation-${number}`), name },
    kind: 'Ban tham mưu',
  });

  test('are rated under a form that rates organisations, each once, and are taken off again', () => {
    const session = own(aSession());
    const first = must(decideAddOrganisation(session, organisation(1, 'Ban Tổ chức')));
    const nobody = { seatId: null, personId: null, excludedFor: null, struckFor: null };
    const subject = { id: 'organisation-1', name: 'Ban Tổ chức', position: 'Ban tham mưu', ...nobody };
    expect(first.subjects).toEqual([...session.subjects, subject]);
    const again = organisation(2, 'ban  Tổ chức');
    expect(refusalOf(decideAddOrganisation(first, again))).toBe('organisation-listed-already');
    const both = must(decideAddOrganisation(first, organisation(2, 'Ban Tuyên giáo')));
    const left = must(decideRemoveOrganisation(both, organisation(1, '').id));
    expect(left.subjects.map(({ name }) => name)).toEqual([
      ...session.subjects.map(({ name }) => name),
      'Ban Tuyên giáo',
    ]);
    expect(refusalOf(decideRemoveOrganisation(left, organisation(1, '').id))).toBe('unknown-subject');
  });

  test('are no subjects under another form, a seat is none, and of a frozen list none is', () => {
    const session = aSession();
    expect(refusalOf(decideAddOrganisation(session, organisation(1, 'Ban Tổ chức')))).toBe('form-has-no-organisations');
    expect(refusalOf(decideRemoveOrganisation(session, subject(session, 1)))).toBe('unknown-subject');
    const frozen = own(issued().session);
    expect(refusalOf(decideAddOrganisation(frozen, organisation(1, 'Ban Tổ chức')))).toBe('not-in-draft');
    expect(refusalOf(decideRemoveOrganisation(frozen, subject(frozen, 1)))).toBe('not-in-draft');
  });
});

describe('what papers cannot print', () => {
  test('keeps a draft from being frozen, with whose name it is and the letter', () => {
    const ready = aSession({ form: 'qd-96-2023' });
    expect(decideIssue(ready, strict).ok).toBe(true);
    const [first, ...others] = ready.subjects;
    if (first === undefined) throw new Error('no subjects');
    const subjects = [{ ...first, name: 'Thạch សុខ' }, ...others];
    const guest = aParticipant(1, { name: 'Lý Văn Tư', position: 'Phó ban 漢' });
    const settings = { ...ready.settings, place: 'Hội trường ꨀ' };
    const tellers = ready.tellers.map((teller) => ({ ...teller, name: 'Y Ƀhăm Êƀan, ê̆' }));
    const drawn = { ...ready, subjects, settings, tellers, roll: [...ready.roll, guest] };
    const issued = decideIssue(drawn, strict);
    expect(issued).toMatchObject({ ok: false, refusal: 'not-ready-to-issue' });
    expect(issued.ok ? [] : issued.problems).toEqual([
      { code: 'unprintable-letter', about: 'Hội trường ꨀ – “ꨀ” (U+AA00)' },
      { code: 'unprintable-letter', about: 'Thạch សុខ – “សុ” (U+179F U+17BB)' },
      { code: 'unprintable-letter', about: 'Lý Văn Tư, Phó ban 漢 – “漢” (U+6F22)' },
    ]);
  });
});

describe('the roll', () => {
  test('has seat holders by precedence, then everybody else by given name, whenever they were added', () => {
    const names = ['Lê Văn Đức', 'Trần Thị Hoà', 'Nguyễn Thị Hoa', 'Phạm Dũng'];
    const guests = names.map((name, at) => aParticipant(at + 1, { name }));
    const before = aSession();
    const joined = guests.reduce((session, guest) => must(decideAddVoter(session, guest)), before);
    const seats = before.roll.map(({ name }) => name);
    const called = [...seats, 'Phạm Dũng', 'Lê Văn Đức', 'Nguyễn Thị Hoa', 'Trần Thị Hoà'];
    expect(joined.roll.map(({ name }) => name)).toEqual(called);
    expect(must(decideAddToRoll(before, guests)).roll).toEqual(joined.roll);
    expect(refusalOf(decideAddToRoll(before, [...guests, ...guests.slice(3)]))).toBe('voter-already-on-roll');
    const asAdded = { ...joined, roll: [...before.roll, ...guests] };
    expect(must(decideIssue(asAdded, strict)).roll).toEqual(joined.roll);
  });

  test('others who were summoned join the roll, each once', () => {
    const session = aSession();
    const guest = aParticipant(1);
    const joined = must(decideAddVoter(session, guest));
    expect(joined.roll).toHaveLength(session.roll.length + 1);
    expect(refusalOf(decideAddVoter(joined, guest))).toBe('voter-already-on-roll');
    const samePerson = { ...guest, id: voterId.parse('another-id') };
    expect(refusalOf(decideAddVoter(joined, samePerson))).toBe('voter-already-on-roll');
  });

  test('a guest without a readable name is refused, unless the lists are frozen anyway', () => {
    const nameless = aParticipant(1, { name: '…' });
    expect(refusalOf(decideAddVoter(aSession(), nameless))).toBe('bad-name');
    expect(refusalOf(decideAddVoter(issued().session, nameless))).toBe('not-in-draft');
  });

  test('one of a name and position with somebody there is refused where namesakes are, and is another where they are not', () => {
    const unknown = { personId: null, name: 'Lê Văn Tư', position: 'Trưởng thôn' };
    const [guest, other] = [aParticipant(1, unknown), aParticipant(2, unknown)];
    const session = must(decideAddVoter(aSession(), guest));
    const refused = decideAddVoter(session, other, 'refused');
    expect(refusalOf(refused)).toBe('voter-already-on-roll');
    const respelt = decideAddVoter(session, { ...other, name: 'LÊ VĂN TƯ' }, 'refused');
    expect(problemsOf(respelt)).toHaveLength(1);
    expect(decideAddVoter(session, other, 'wanted').ok).toBe(true);
    expect(decideAddVoter(session, other).ok).toBe(true);
    expect(decideAddVoter(session, { ...other, name: 'Lê Văn Năm' }, 'refused').ok).toBe(true);
    const { id, name, position } = guest;
    const listening = { ...aSession(), nonVoters: [{ id, personId: null, name, position, present: false }] };
    expect(refusalOf(decideAddVoter(listening, other, 'refused'))).toBe('voter-already-on-roll');
    const frozen = { ...issued().session, roll: session.roll };
    expect(refusalOf(decideAddVoter(frozen, other, 'refused'))).toBe('not-in-draft');
    expect(problemsOf(decideAddVoter(frozen, other, 'refused'))).toEqual([]);
  });

  test('the same entry twice at once is refused, by its id alone too', () => {
    const guest = aParticipant(1, { personId: null });
    expect(refusalOf(decideAddToRoll(aSession(), [guest, guest]))).toBe('voter-already-on-roll');
    const two = [guest, { ...aParticipant(2), personId: null }];
    expect(decideAddToRoll(aSession(), two).ok).toBe(true);
  });

  test('whoever only listens is taken off without touching the roll, and once', () => {
    const session = aSession({ voters: 4 });
    const { id, personId, name, position } = aParticipant(9);
    const listening = { ...session, nonVoters: [{ id, personId, name, position, present: false }] };
    const without = must(decideRemoveVoter(listening, id));
    expect(without.nonVoters).toEqual([]);
    expect(without.roll).toEqual(session.roll);
    expect(refusalOf(decideRemoveVoter(without, id))).toBe('unknown-voter');
    const guest = session.roll.at(-1)?.id ?? id;
    const both = must(decideRemoveVoter(listening, guest));
    expect(both.nonVoters).toEqual(listening.nonVoters);
    expect('rollImports' in both, 'nobody was added at once').toBe(false);
  });

  test('two guests known by name only are two people', () => {
    const one = must(decideAddVoter(aSession(), aParticipant(1, { personId: null })));
    expect(decideAddVoter(one, aParticipant(2, { personId: null })).ok).toBe(true);
  });

  test('a seat holder cannot be taken off the roll, a guest can', () => {
    const session = aSession({ voters: 4 });
    const [holder] = session.roll;
    const guest = session.roll.at(-1);
    if (holder === undefined || guest === undefined) throw new Error('an empty roll');
    expect(refusalOf(decideRemoveVoter(session, holder.id))).toBe('seat-holder-stays-on-roll');
    expect(must(decideRemoveVoter(session, guest.id)).roll).toHaveLength(3);
    expect(refusalOf(decideRemoveVoter(session, voterId.parse('nobody')))).toBe('unknown-voter');
  });
});

describe('tellers', () => {
  test('a teller who is a subject is refused', () => {
    expect(refusalOf(decideNameTellers(aSession(), people(1, 101, 102), 2, strict))).toBe('teller-is-subject');
  });

  test('a seat holder who was lawfully left out may be a teller, until taken in again', () => {
    const session = aSession({ form: 'nq-96-2023-qh15' });
    const excluded = must(decideExclude(session, subject(session, 1), 'retirement-announced'));
    const { session: named } = must(decideNameTellers(excluded, people(1, 101, 102), 2, strict));
    const taken = must(decideExclude(named, subject(session, 1), null));
    expect(problemsOf(decideIssue(taken, strict))).toEqual(['teller-is-subject']);
  });

  test('nobody is teller twice', () => {
    expect(refusalOf(decideNameTellers(aSession(), people(101, 101, 102), 2, strict))).toBe('teller-named-twice');
  });

  test.each([
    ['a single teller is for demonstrations only', 1, 1, strict, 'too-few-tellers'],
    ['a single teller where the setting allows it', 1, 1, rulesOfHall, undefined],
    ['a single teller holds the whole key', 1, 2, rulesOfHall, 'threshold-out-of-range'],
    ['two tellers are too few', 2, 2, rulesOfHall, 'too-few-tellers'],
    ['no teller at all', 0, 0, rulesOfHall, 'too-few-tellers'],
    ['two of three', 3, 2, strict, undefined],
    ['three of five', 5, 3, strict, undefined],
    ['one of three would open the totals alone', 3, 1, strict, 'threshold-out-of-range'],
    ['three of three would be stopped by one lost key', 3, 3, strict, 'threshold-out-of-range'],
  ] as const)('%s', (_rule, size, threshold, rules, refusal) => {
    const named = people(...numbers(size).map((number) => 100 + number));
    expect(refusalOf(decideNameTellers(aSession(), named, threshold, rules))).toBe(refusal);
  });

  test('tellers are numbered from one, in the order they were named', () => {
    const { tellers } = must(decideNameTellers(aSession(), people(103, 101, 102), 2, strict)).session;
    expect(tellers.map(({ index, personId }) => [index, personId])).toEqual([
      [1, aPersonId(103)],
      [2, aPersonId(101)],
      [3, aPersonId(102)],
    ]);
  });
});

describe('a teller who is entered by name', () => {
  const entered = (name: string, birthYear: number | null = null, number = 900) => [
    { id: aPersonId(number), name, birthYear },
  ];
  const name = (session: Session, named: Partial<NamedTellers>) =>
    decideNameTellers(session, { ...people(101, 102), ...named }, 2, strict);
  const subjectName = (session: Session) => session.subjects[0]?.name ?? 'nobody';

  test('becomes a new person, whoever else is called so, and can be issued', () => {
    const { session, people: added } = must(name(aSession(), { entered: entered('Người 7', 1980) }));
    expect(added).toEqual([{ id: aPersonId(900), name: 'Người 7', code: null, birthYear: 1980 }]);
    expect(session.tellers.at(-1)).toMatchObject({ index: 3, personId: aPersonId(900), byName: true });
    expect(session.tellers.filter(({ byName }) => byName)).toHaveLength(1);
    expect(must(decideIssue(session, strict)).tellers.at(-1)).toMatchObject({ name: 'Người 7', byName: true });
  });

  test('is no second person when the command comes twice or the list is saved again, and takes nobody’s id', () => {
    const first = must(name(aSession(), { entered: entered('Người 7') }));
    const known = [person(101), person(102), ...first.people];
    const again = must(name(first.session, { entered: entered('Người 7'), known }));
    expect(again).toEqual({ session: first.session, people: [] });
    const kept = must(name(first.session, { people: known.map(({ id }) => id), known }));
    expect(kept).toEqual(again);
    expect(refusalOf(name(first.session, { entered: entered('Người 8'), known }))).toBe('id-in-use');
    expect(refusalOf(name(aSession(), { entered: entered('Tổng cộng: 5') }))).toBe('bad-name');
  });

  test('is not called like a subject, however the name is spelled, unless both years of birth say that they are two', () => {
    const session = aSession();
    for (const like of [subjectName(session), ` ${subjectName(session).toUpperCase().normalize('NFD')}`]) {
      expect(refusalOf(name(session, { entered: entered(like.trim(), 1980) }))).toBe('teller-named-like-subject');
    }
    const born = { ...session, subjects: session.subjects.map((one) => ({ ...one, birthYear: 1970 })) };
    expect(refusalOf(name(born, { entered: entered(subjectName(session), 1970) }))).toBe('teller-named-like-subject');
    expect(refusalOf(name(born, { entered: entered(subjectName(session), 1980) }))).toBeUndefined();
  });

  test('is not a second key for somebody who is teller already', () => {
    expect(refusalOf(name(aSession(), { entered: entered('người 101') }))).toBe('teller-named-twice');
    const twice = [...entered('Người 7'), ...entered('Người 7', 1980, 901)];
    expect(refusalOf(name(aSession(), { entered: twice }))).toBe('teller-named-twice');
  });

  test('keeps a draft from being issued once a subject has got the name', () => {
    const { session } = must(name(aSession(), { entered: entered('Người 7') }));
    const subjects = session.subjects.map((one, at) => (at === 0 ? { ...one, name: 'Người 7' } : one));
    expect(problemsOf(decideIssue({ ...session, subjects }, strict))).toEqual(['teller-named-like-subject']);
  });
});

describe('issuing', () => {
  test('a draft without tellers is not issued, and says what it lacks', () => {
    const session = { ...aSession(), tellers: [] };
    expect(missingForIssuing(session, strict).map(({ code }) => code)).toEqual(['too-few-tellers']);
    expect(refusalOf(decideIssue(session, strict))).toBe('not-ready-to-issue');
  });

  test('a vote on nobody is not issued', () => {
    const session = aSession({ form: 'nq-96-2023-qh15', subjects: 1 });
    const excluded = must(decideExclude(session, subject(session, 1), 'retirement-announced'));
    expect(problemsOf(decideIssue(excluded, strict))).toEqual(['no-subjects']);
  });

  test('a single teller of a demonstration is not issued without the setting', () => {
    const session = aSession({ tellers: 1 });
    expect(problemsOf(decideIssue(session, strict))).toEqual(['too-few-tellers']);
    expect(must(decideIssue(session, rulesOfHall)).state).toBe('issued');
  });

  test('once issued, subjects, roll, tellers and settings are frozen', () => {
    const { session } = issued({ voters: 4 });
    const guest = session.roll.at(-1)?.id ?? voterId.parse('nobody');
    const { threshold: _threshold, ...settings } = session.settings;
    for (const decision of [
      decideExclude(session, subject(session, 1), null),
      decideAddVoter(session, aParticipant(9)),
      decideRemoveVoter(session, guest),
      decideNameTellers(session, people(101, 102, 103), 2, strict),
      decideChangeSettings(session, { ...settings, title: 'khác' }),
      decideIssue(session, strict),
    ]) {
      expect(refusalOf(decision)).toBe('not-in-draft');
    }
  });
});

test('changing the settings of a draft leaves the threshold to the naming of tellers', () => {
  const session = aSession({ tellers: 5, threshold: 3 });
  const { threshold: _threshold, ...settings } = session.settings;
  const changed = must(decideChangeSettings(session, { ...settings, place: 'Nhà văn hóa' }));
  expect(changed.settings).toEqual({ ...session.settings, place: 'Nhà văn hóa', threshold: 3 });
});

test('a session under a plan cites that plan, whatever is typed', () => {
  const { threshold: _threshold, ...settings } = { ...aSession().settings, plan: '12-KH/TU' };
  expect(must(decideChangeSettings(aSession(), settings)).settings.plan).toBe('12-KH/TU');
  const planId = aPlan(1).id;
  const under = { ...aSession(), planId, settings: { ...aSession().settings, plan: '7-KH/TU' } };
  expect(must(decideChangeSettings(under, settings)).settings.plan).toBe('7-KH/TU');
});

test('without anybody on its roll a draft is not issued', () => {
  expect(missingForIssuing({ ...aSession(), roll: [] }, strict).map(({ code }) => code)).toEqual(['empty-roll']);
});

test('issuing freezes the names that tell namesakes apart, and keeps nothing else that did', () => {
  const session = aSession({ voters: 4 });
  const twin = { name: 'Lò Thị Hòa', birthYear: 1970 };
  const named = {
    ...session,
    subjects: session.subjects.map((one, at) => (at < 2 ? { ...one, ...twin, birthYear: 1970 + at } : one)),
    roll: session.roll.map((one, at) => (at < 2 ? { ...one, ...twin, birthYear: 1970 + at, code: 'A1' } : one)),
  };
  const frozen = must(decideIssue(named, rulesOfHall));
  expect(frozen.subjects.slice(0, 2).map(({ name }) => name)).toEqual(['Lò Thị Hòa (1970)', 'Lò Thị Hòa (1971)']);
  expect(frozen.roll.slice(0, 2).map(({ name }) => name)).toEqual(['Lò Thị Hòa (1970)', 'Lò Thị Hòa (1971)']);
  expect(JSON.stringify(frozen)).not.toMatch(/birthYear|"code"/);
});
