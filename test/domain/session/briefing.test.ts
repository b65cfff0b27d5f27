import { expect, test } from 'vitest';
import { personId } from '../../../src/domain/roster/person.ts';
import { type BriefingCapacity, decideBrief, isSecretaryOf } from '../../../src/domain/session/briefing.ts';
import { at, issued, must, refusalOf, theChair } from '../../support/build/sessions.ts';

test.each([
  ['Đảng ủy xã Tân Phú', 'Bí thư', true],
  ['Đảng ủy xã Tân Phú', 'Bí thư Đảng ủy, Chủ tịch HĐND xã', true],
  ['Đảng ủy xã Tân Phú', 'Chủ tịch HĐND; Bí thư Đảng uỷ xã Tân Phú', true],
  ['Ban Chấp hành Đảng bộ tỉnh Bến Tre', 'Bí thư Tỉnh ủy', true],
  ['Chi bộ Trường Tiểu học', 'Bí thư Chi bộ', true],
  ['Đảng ủy xã Tân Phú', 'Phó Bí thư Thường trực', false],
  ['Đảng ủy xã Tân Phú', 'Bí thư Đoàn xã', false],
  ['Đảng ủy xã Tân Phú', 'Ủy viên, Bí thư Chi bộ ấp 3', false],
  ['Đảng ủy xã Tân Phú', 'Thư ký', false],
  ['Đảng ủy xã Tân Phú', '', false],
])('of %s, “%s” is its secretary: %s', (committee, position, expected) => {
  expect(isSecretaryOf(committee, position)).toBe(expected);
});

const person = (number: number) => personId.parse(issued().session.roll[number]?.personId);

/** The first on the roll is the secretary of the committee. */
function drawnUp() {
  const { session } = issued();
  const roll = session.roll.map((voter, index) => (index === 0 ? { ...voter, position: 'Bí thư' } : voter));
  return { ...session, roll };
}

test('the chair records the briefing as the secretary, or where it is nobody’s duty; never in the secretary’s place', () => {
  const briefing = { by: theChair, at: at(0).toISOString(), text: 'Khách quan.' };
  const by = (capacity: BriefingCapacity) => decideBrief(drawnUp(), briefing, capacity);
  const chair = { as: 'chair', isSomebodysDuty: true } as const;
  expect(must(by({ as: 'briefer' })).briefing).toEqual(briefing);
  expect(must(by({ ...chair, personId: person(0) })).briefing).toEqual(briefing);
  expect(refusalOf(by({ ...chair, personId: person(1) }))).toBe('briefing-is-anothers');
  expect(refusalOf(by({ ...chair, personId: null }))).toBe('briefing-is-anothers');
  expect(must(by({ as: 'chair', personId: null, isSomebodysDuty: false })).briefing).toEqual(briefing);
});
