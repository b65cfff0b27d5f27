import { expect, test } from 'vitest';
import { createSession, type NewSession } from '../../../src/domain/session/create-session.ts';
import { sessionId } from '../../../src/domain/session/session.ts';
import type { Summoned } from '../../../src/domain/session/summoned.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { ownForm } from '../../support/build/forms.ts';
import { aPersonId, aSeatId } from '../../support/build/ids.ts';
import { must, refusalOf, theChair } from '../../support/build/sessions.ts';

function seat(number: number, person: number, position = 'Ủy viên') {
  return {
    person: { id: aPersonId(person), name: `Lò Văn Phá ${person}`, code: null, birthYear: null },
    seat: {
      ...{ id: aSeatId(number), committeeId: aCommittee(2).id, personId: aPersonId(person) },
      ...{ position, order: number, from: null, to: null },
    },
  };
}

function made(change: Partial<NewSession> = {}): NewSession {
  return {
    ...{ id: sessionId.parse('Session11111111111111A'), readKey: 'read key', chair: theChair },
    ...{ committee: aCommittee(2), superior: aCommittee(1), form: ownForm('qd-96-2023'), seats: [seat(1, 1)] },
    settings: {
      ...{ title: 'Lấy phiếu', place: 'Hội trường', heldOn: '2026-12-01', convenedBy: 'Ban Thường vụ' },
      ...{ plan: null, phonePapers: true },
    },
    planId: null,
    summoned: [],
    ...change,
  };
}

test('every seat is a subject, in order of precedence, and every seat holder is on the roll', () => {
  const session = must(createSession(made({ seats: [seat(1, 7), seat(2, 5), seat(3, 6)] })));
  expect(session.state).toBe('draft');
  expect(session.subjects.map(({ personId }) => personId)).toEqual([7, 5, 6].map(aPersonId));
  expect(session.roll.map(({ personId }) => personId)).toEqual([7, 5, 6].map(aPersonId));
  expect(session.roll.every(({ received, present }) => received === null && !present)).toBe(true);
});

test('who holds two seats in one committee is voted on in both and votes once', () => {
  const session = must(createSession(made({ seats: [seat(1, 1, 'Bí thư'), seat(2, 2), seat(3, 1, 'Ủy viên')] })));
  expect(session.subjects).toHaveLength(3);
  expect(new Set(session.subjects.map(({ id }) => id)).size).toBe(3);
  expect(session.roll.map(({ personId }) => personId)).toEqual([aPersonId(1), aPersonId(2)]);
});

test('a committee without seats on that day holds no vote', () => {
  expect(refusalOf(createSession(made({ seats: [] })))).toBe('no-seats');
});

test('a committee at the top has no superior', () => {
  const session = must(createSession(made({ superior: null })));
  expect([session.superiorId, session.superiorName]).toEqual([null, null]);
});

test('whoever was summoned without a vote is not on the roll, and a seat holder votes whatever a list says', () => {
  const one = (number: number, votes: boolean): Summoned => ({
    ...{ id: aPersonId(number), personId: aPersonId(number), name: `Lò Văn Phá ${number}`, position: 'Đảng viên' },
    ...{ standing: 'key-cadre', votes, struck: null },
  });
  const session = must(createSession(made({ summoned: [one(1, false), one(8, true), one(9, false)] })));
  expect(session.roll.map(({ personId }) => personId)).toEqual([aPersonId(1), aPersonId(8)]);
  expect(session.nonVoters).toMatchObject([{ personId: aPersonId(9), present: false }]);
});

test('what was asked for is remembered where it was said, so that the same sent again is known', () => {
  expect(must(createSession(made({ asked: 'digest' }))).asked).toBe('digest');
  expect('asked' in must(createSession(made()))).toBe(false);
});

test('under a form that rates organisations no seat is a subject, and every holder votes', () => {
  const session = must(createSession(made({ form: ownForm('366-qd-tw-2025-org') })));
  expect(session.subjects).toEqual([]);
  expect(session.roll.map(({ personId }) => personId)).toEqual([aPersonId(1)]);
});

test('of two seats the first says how a voter is called', () => {
  const session = must(createSession(made({ seats: [seat(1, 1, 'Bí thư'), seat(2, 1, 'Ủy viên')] })));
  expect(session.roll.map(({ position }) => position)).toEqual(['Bí thư']);
});

test('whoever was summoned by name alone takes part under the id of the list, with a vote or without', () => {
  const one = (id: string, votes: boolean): Summoned => ({
    ...{ id, personId: null, name: `Đại biểu ${id}`, position: 'Đảng viên', code: 'M1', birthYear: 1980 },
    ...{ standing: 'delegate', votes, struck: null },
  });
  const session = must(createSession(made({ summoned: [one('a', true), one('b', false)] })));
  const known = { personId: null, position: 'Đảng viên', code: 'M1', birthYear: 1980, present: false };
  expect(session.roll.slice(1)).toEqual([
    { id: 'a', name: 'Đại biểu a', ...known, kind: 'participant', received: null },
  ]);
  expect(session.nonVoters).toEqual([{ id: 'b', name: 'Đại biểu b', ...known }]);
});

test('a seat holder on a list of those summoned stays a seat holder', () => {
  const listed: Summoned = {
    ...{ id: aPersonId(1), personId: aPersonId(1), name: 'Lò Văn Phá 1', position: 'Đại biểu' },
    ...{ standing: 'delegate', votes: true, struck: null },
  };
  expect(must(createSession(made({ summoned: [listed] }))).roll).toMatchObject([{ kind: 'seat', position: 'Ủy viên' }]);
});
