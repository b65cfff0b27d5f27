import { expect, test } from 'vitest';
import {
  decideAddCadre,
  decideEnterDelegates,
  decideStrike,
  type Summoned,
  type SummonedList,
  summonedOn,
} from '../../../src/domain/session/summoned.ts';
import { aCommitteeId, aPersonId } from '../../support/build/ids.ts';
import { must, refusalOf } from '../../support/build/sessions.ts';

function one(number: number, change: Partial<Summoned> = {}): Summoned {
  const personId = aPersonId(number);
  const named = { id: personId, personId, name: `Đại biểu ${number}`, position: 'Đảng viên' };
  return { ...named, standing: 'delegate', votes: true, struck: null, ...change };
}

const list: SummonedList = { committeeId: aCommitteeId(2), term: '2025–2030', people: [one(1), one(2), one(3)] };
const struck = { reason: 'Nghỉ hưu', on: '2026-11-01' };

test('a delegate no longer eligible is struck out and not replaced', () => {
  const without = must(decideStrike(list, one(2).id, struck));
  expect(summonedOn(without, '2026-12-01').map(({ name }) => name)).toEqual(['Đại biểu 1', 'Đại biểu 3']);
  const more = { ...list, people: [...list.people, one(4)] };
  expect(refusalOf(decideEnterDelegates(without, more))).toBe('summoned-list-settled');
  expect(refusalOf(decideAddCadre(without, one(2, { standing: 'key-cadre' })))).toBe('already-summoned');
});

test('whoever is struck out from a day on still took part before', () => {
  const without = must(decideStrike(list, one(2).id, struck));
  expect(summonedOn(without, '2026-10-31')).toHaveLength(3);
  expect(summonedOn(without, '2026-11-01')).toHaveLength(2);
  expect(summonedOn(must(decideStrike(without, one(2).id, null)), '2026-12-01')).toHaveLength(3);
});

test('a key cadre is added with a vote or without one', () => {
  const cadre = (number: number, votes: boolean) => one(number, { standing: 'key-cadre', votes });
  const grown = must(decideAddCadre(must(decideAddCadre(list, cadre(8, true))), cadre(9, false)));
  expect(grown.people).toHaveLength(5);
  expect(summonedOn(grown, '2026-12-01').map(({ personId }) => personId)).toContain(aPersonId(8));
  expect(summonedOn(grown, '2026-12-01').filter(({ votes }) => votes)).toHaveLength(4);
});

test('a cadre known by name only is added once under one position', () => {
  const byName = (name: string, position: string) =>
    one(8, { id: `${name} ${position}`, personId: null, name, position, standing: 'key-cadre' });
  const grown = must(decideAddCadre(list, byName('Lò Thị Ba', 'Chủ tịch Hội')));
  expect(refusalOf(decideAddCadre(grown, byName('lò thị BA', 'chủ tịch hội')))).toBe('already-summoned');
  expect(must(decideAddCadre(grown, byName('Lò Thị Ba', 'Trưởng thôn'))).people).toHaveLength(5);
});

test('somebody of one name and position is another person only where codes or years of birth differ', () => {
  const known = (change: Partial<Summoned>) => ({ ...list, people: [one(8, { name: 'Lò Thị Hòa', ...change })] });
  const cadre = (change: Partial<Summoned> = {}) =>
    one(9, { id: 'cadre', personId: null, name: 'LÒ THỊ HOÀ', standing: 'key-cadre', ...change });
  const answer = (before: Partial<Summoned>, added: Partial<Summoned>) =>
    refusalOf(decideAddCadre(known(before), cadre(added)));
  const byName = { personId: null };
  expect(answer({}, {})).toBe('already-summoned');
  expect(answer({ birthYear: 1970 }, { birthYear: 1971 })).toBeUndefined();
  expect(answer({ birthYear: 1970 }, { birthYear: 1970 })).toBe('already-summoned');
  expect(answer({ birthYear: 1970 }, {})).toBe('already-summoned');
  expect(answer({ ...byName, code: 'A1' }, { code: 'A2' })).toBeUndefined();
  expect(answer({ ...byName, code: 'A1' }, { code: 'a1' })).toBe('already-summoned');
  expect(answer({ ...byName, code: 'A1' }, { code: 'a1', name: 'Lò Thị Khác' })).toBe('already-summoned');
});

test('delegates may be entered anew until anything else has happened', () => {
  const again = { ...list, people: [one(1)] };
  expect(must(decideEnterDelegates(list, again)).people).toHaveLength(1);
  expect(must(decideEnterDelegates(undefined, list))).toBe(list);
});

test('nobody is struck or added where there is no list, and nobody unknown is struck', () => {
  expect(refusalOf(decideAddCadre(undefined, one(1)))).toBe('no-summoned-list');
  expect(refusalOf(decideStrike(undefined, one(1).id, struck))).toBe('no-summoned-list');
  expect(refusalOf(decideStrike(list, one(9).id, struck))).toBe('unknown-summoned');
});
