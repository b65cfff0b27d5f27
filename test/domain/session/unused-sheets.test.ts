import { expect, test } from 'vitest';
import { decideCastSheet } from '../../../src/domain/session/casting.ts';
import { findLedgerProblems, ledgerOf } from '../../../src/domain/session/counting.ts';
import { decideVoidSheet, type SessionWithPapers } from '../../../src/domain/session/papers.ts';
import { sheetsLeftOver } from '../../../src/domain/session/sheets-left-over.ts';
import { decideMarkRemaining } from '../../../src/domain/session/unused-sheets.ts';
import {
  announced,
  cast,
  counting,
  keyed,
  must,
  openedWith,
  phone,
  refusalOf,
  sheet,
  unused,
} from '../../support/build/sessions.ts';

/** Five sheets: two handed out, one void, two on the pile; one phone paper. All three present vote. */
function inTheHall(): SessionWithPapers {
  const opened = openedWith({ voters: 5 }, { sheets: 5, sheetsTo: [2, 3], phonesOf: [1] });
  return counting(cast(must(decideVoidSheet(opened, sheet(5))), phone(1)));
}

const numbers = { issued: 3, collected: 3, sheets: 2 };

test('all that remain are left over once the last sheet of the box is keyed, and not a sheet before', () => {
  const state = inTheHall();
  expect(refusalOf(decideMarkRemaining(state, 2)), 'nothing is announced').toBe('sheets-not-keyed');
  const one = keyed(announced(state, numbers), sheet(1));
  expect(refusalOf(decideMarkRemaining(one, 2)), 'a sheet of the box would count as left over').toBe(
    'sheets-not-keyed',
  );
  const both = keyed(one, sheet(2));
  expect(sheetsLeftOver(ledgerOf(both))).toBe(2);
  const done = must(decideMarkRemaining(both, 2));
  expect(ledgerOf(done)).toMatchObject({ unused: 2, void: 1 });
  expect(findLedgerProblems(done)).toEqual([]);
  const late = { paper: done.papers.get(sheet(3)), alreadyInBox: false, invalidReason: null };
  expect(refusalOf(decideCastSheet(done.session, late))).toBe('unused-paper');
});

test('sent twice it is done once; beside stubs that were counted it takes the rest', () => {
  const both = keyed(keyed(announced(unused(inTheHall(), sheet(3)), numbers), sheet(1)), sheet(2));
  const done = must(decideMarkRemaining(both, 2));
  expect(ledgerOf(done).unused).toBe(2);
  expect(must(decideMarkRemaining(done, 2))).toEqual(done);
});

test('while a paper that was issued is still out nobody says which sheets lie on the pile', () => {
  const opened = openedWith({ voters: 5 }, { sheets: 4, sheetsTo: [2, 3] });
  const state = keyed(announced(counting(opened), { issued: 2, collected: 1, sheets: 1 }), sheet(1));
  expect(refusalOf(decideMarkRemaining(state, 2))).toBe('ballots-still-out');
});

test('another number than lies on the pile is refused, and so is one that only a sheet nobody handed out makes up', () => {
  const both = keyed(keyed(announced(inTheHall(), numbers), sheet(1)), sheet(2));
  expect(refusalOf(decideMarkRemaining(both, 1))).toBe('left-over-differs');
  // A phone paper never came; a sheet from the pile lies in the box instead.
  const opened = openedWith({ voters: 5 }, { sheets: 4, sheetsTo: [2, 3], phonesOf: [1] });
  const box = announced(counting(opened), { issued: 3, collected: 3, sheets: 3 });
  const stolen = [1, 2, 3].reduce((state, number) => keyed(state, sheet(number)), box);
  expect(refusalOf(decideMarkRemaining(stolen, 2))).toBe('left-over-differs');
  expect(refusalOf(decideMarkRemaining(stolen, 1))).toBe('left-over-differs');
});

test('while the box is open nothing but stubs says what is left over', () => {
  const opened = openedWith({ voters: 5 }, { sheets: 2 });
  expect(refusalOf(decideMarkRemaining(opened, 2))).toBe('not-counting');
});
