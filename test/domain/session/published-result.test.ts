import { expect, test } from 'vitest';
import { decideAnnul, decidePublish } from '../../../src/domain/session/publication.ts';
import { publishedResult } from '../../../src/domain/session/published-result.ts';
import { searchKey } from '../../../src/domain/text/search-key.ts';
import {
  announced,
  at,
  cast,
  closed,
  counting,
  must,
  openedWith,
  phone,
  sheet,
  tallied,
  theChair,
  unused,
} from '../../support/build/sessions.ts';

/** Three ballots on two subjects: the first has low marks from two of three. */
function tally() {
  const open = openedWith({ subjects: 2, voters: 3 }, { sheets: 1, phonesOf: [1, 2, 3] });
  const voted = [1, 2, 3].reduce((state, number) => cast(state, phone(number)), open);
  const box = closed(unused(announced(counting(voted)), sheet(1)));
  return tallied(box, [
    [0, 1, 2],
    [3, 0, 0],
  ]).session;
}
const publish = () => must(decidePublish(tally(), 'a'.repeat(64), theChair, at(900)));

test('what is published is kept small: totals, tiers and what the rules attach to them', () => {
  const session = publish();
  const result = publishedResult(session);
  expect(result).toMatchObject({
    ...{ sessionId: session.id, committeeId: session.committeeId, committeeName: session.committeeName },
    ...{ committeeRank: session.committeeRank, title: session.settings.title, heldOn: '2026-12-01' },
    ...{ planId: null, plan: null, collected: 3, base: { value: 3 }, annulled: false },
    publishedAt: at(900).toISOString(),
    subjects: [
      { name: 'Lò Văn Phá 1', key: searchKey('Lò Văn Phá 1'), position: 'Ủy viên', counts: [0, 1, 2] },
      { name: 'Lò Văn Phá 2', counts: [3, 0, 0], tier: 0 },
    ],
  });
  expect(result?.subjects[0]?.tier).toBeGreaterThan(0);
  const { form } = session;
  const tiers = form.tiers.map(({ tier, article, consequence }) => ({ tier, article, consequence }));
  expect(result?.form.tiers).toEqual([{ tier: 0, article: null, consequence: form.wording.noTier }, ...tiers]);
  expect(Object.keys(result?.form ?? {})).not.toContain('wording');
});

test('one that was annulled says so', () => {
  const annulment = { by: theChair, at: at(990).toISOString(), decision: '12-QĐ/TU', reason: 'sai thành phần' };
  expect(publishedResult(must(decideAnnul(publish(), annulment)))?.annulled).toBe(true);
});

test('nothing is published of a session that is not, and one without totals is a bug', () => {
  expect(publishedResult(tally())).toBeUndefined();
  expect(() => publishedResult({ ...publish(), tally: null })).toThrow('has no totals');
  expect(() => publishedResult({ ...publish(), publication: null })).toThrow('has no totals');
});
