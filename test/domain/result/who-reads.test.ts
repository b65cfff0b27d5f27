import { expect, test } from 'vitest';
import { type Relation, relations } from '../../../src/domain/account/relations.ts';
import { mayReadRecord, mayReadResult, resultReaders } from '../../../src/domain/result/who-reads.ts';
import { sessionStates } from '../../../src/domain/session/session.ts';

type Rule = typeof mayReadResult;
const statesFor = (rule: Rule, relation: Relation) => sessionStates.filter((state) => rule(new Set([relation]), state));

test('seat holders of both committees read a result once it is published; chair and tellers as soon as it is there', () => {
  for (const relation of ['chair', 'teller'] as const) {
    expect(statesFor(mayReadResult, relation)).toEqual([...sessionStates]);
  }
  for (const relation of ['seat-holder', 'superior-seat-holder'] as const) {
    expect(statesFor(mayReadResult, relation)).toEqual(['published']);
  }
});

test('tellers have the record from counting on, the chair from closing, seat holders once it is published', () => {
  const ended = ['closed', 'tallied', 'published', 'cancelled', 'unopenable'];
  expect(statesFor(mayReadRecord, 'teller').sort()).toEqual(['counting', ...ended].sort());
  expect(statesFor(mayReadRecord, 'chair').sort()).toEqual([...ended].sort());
  expect(statesFor(mayReadRecord, 'seat-holder')).toEqual(['published']);
  expect(statesFor(mayReadRecord, 'superior-seat-holder')).toEqual(['published']);
});

test('nobody else reads either in any state, and standing to a session in several ways never takes anything', () => {
  const others = relations.filter((relation) => !resultReaders.some((reader) => reader === relation));
  expect(others).toContain('superior-chair');
  expect(others).toContain('office');
  for (const rule of [mayReadResult, mayReadRecord]) {
    for (const relation of others) expect(statesFor(rule, relation)).toEqual([]);
    for (const state of sessionStates) {
      const alone = resultReaders.some((relation) => rule(new Set([relation]), state));
      expect(rule(new Set(relations), state)).toBe(alone);
    }
  }
});
