import { expect, test } from 'vitest';
import { importId } from '../../../src/domain/roster/import-id.ts';
import { decideAddVoter, decideIssue, decideRemoveVoter } from '../../../src/domain/session/draft.ts';
import { decideAddVoters, decideTakeBackVoters } from '../../../src/domain/session/roll-import.ts';
import type { Session } from '../../../src/domain/session/session.ts';
import { aParticipant, aSession, at, must, refusalOf, rulesOfHall, theChair } from '../../support/build/sessions.ts';

const [first, second] = ['00000007-0000-4000-8000-000000000001', '00000007-0000-4000-8000-000000000002'].map((id) =>
  importId.parse(id),
);
if (first === undefined || second === undefined) throw new Error('no ids');
const made = { id: first, by: theChair, at: at(0).toISOString() };
const takenBack = { by: theChair, at: at(60).toISOString() };
const guests = [1, 2, 3].map((number) => aParticipant(number));
const [one, two] = guests.map(({ id }) => id);
if (one === undefined || two === undefined) throw new Error('no guests');
const idsOn = ({ roll }: Session) => roll.map(({ id }) => id);

test('several people are added at once, all of them or nobody, and it is remembered who came together', () => {
  const before = aSession();
  const added = must(decideAddVoters(before, guests, made));
  expect(added.roll).toHaveLength(before.roll.length + 3);
  expect(added.rollImports).toEqual([{ ...made, voters: guests.map(({ id }) => id), takenBack: null }]);
  expect(refusalOf(decideAddVoters(added, [aParticipant(4), aParticipant(1)], made))).toBe('voter-already-on-roll');
  const nameless = aParticipant(5, { name: '…' });
  expect(refusalOf(decideAddVoters(before, [...guests, nameless], made))).toBe('bad-name');
  const more = must(decideAddVoters(added, [aParticipant(4)], { ...made, id: second }));
  expect(more.rollImports?.map(({ id, voters }) => [id, voters.length])).toEqual([
    [first, 3],
    [second, 1],
  ]);
});

test('taken back, they all go, once; who was taken off and added anew stays', () => {
  const before = aSession();
  const added = must(decideAddVoters(before, guests, made));
  const without = must(decideRemoveVoter(added, one));
  expect(without.rollImports?.[0]?.voters).toEqual(guests.slice(1).map(({ id }) => id));
  const anew = must(decideAddVoter(without, aParticipant(1)));
  const back = must(decideTakeBackVoters(anew, first, takenBack));
  expect(idsOn(back)).toEqual([...idsOn(before), one]);
  expect(back.rollImports).toEqual([{ ...made, voters: [], takenBack }]);
  const later = { ...takenBack, at: at(90).toISOString() };
  expect(must(decideTakeBackVoters(back, first, later))).toBe(back);
});

test('taking one list back leaves those of another', () => {
  const added = must(decideAddVoters(aSession(), guests.slice(0, 2), made));
  const both = must(decideAddVoters(added, guests.slice(2), { ...made, id: second }));
  const back = must(decideTakeBackVoters(both, first, takenBack));
  expect(idsOn(back).filter((id) => guests.some((guest) => guest.id === id))).toEqual([guests[2]?.id]);
  expect(back.rollImports?.map((each) => each.takenBack)).toEqual([takenBack, null]);
});

test('only of a draft, and only what was added to it', () => {
  const session = aSession();
  expect(refusalOf(decideTakeBackVoters(session, first, takenBack))).toBe('not-found');
  const added = must(decideAddVoters(session, guests, made));
  expect(refusalOf(decideTakeBackVoters(added, second, takenBack))).toBe('not-found');
  const issued = must(decideIssue(added, rulesOfHall));
  expect(issued.rollImports).toBeUndefined();
  expect(refusalOf(decideTakeBackVoters(issued, first, takenBack))).toBe('not-in-draft');
  expect(refusalOf(decideAddVoters(issued, [aParticipant(9, { name: '…' })], made))).toBe('not-in-draft');
});
