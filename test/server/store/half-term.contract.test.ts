import { describe, expect, test } from 'vitest';
import { decideReopenReview, type HalfTermReview, unwrittenReview } from '../../../src/domain/half-term/review.ts';
import { accept, refuse } from '../../../src/domain/ruling.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId } from '../../support/build/ids.ts';
import { aSessionId } from '../../support/build/stored-sessions.ts';
import { bothStores } from '../../support/service/stores.ts';

const committeeId = aCommitteeId(1);
const older: HalfTermReview = {
  ...{ ...unwrittenReview(committeeId, '2020–2025'), version: 1, finishedAt: '2026-11-22T03:00:00.000Z' },
  attendance: { halfTerm: null, yearEnd: { summoned: 9, present: 8 } },
  conference: { days: 1.5, agenda: [{ time: '07:30', item: 'Khai mạc' }] },
};
const newer: HalfTermReview = { ...older, term: '2025–2030', version: 3 };
const place = { period: 'half-term', kind: 'inspection' } as const;
const file = Uint8Array.of(1, 2, 3);

describe.each(bothStores)('half-term reviews in %s', (_name, open) => {
  async function opened() {
    const store = await open();
    await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(1) }));
    for (const one of [older, newer]) await store.halfTerm.change(committeeId, one.term, () => accept(one));
    return store.halfTerm;
  }

  test('a review is kept for each term, the latest first, and a refused change keeps nothing', async () => {
    const halfTerm = await opened();
    await halfTerm.change(committeeId, older.term, (known) => (known?.version === 1 ? refuse('no') : accept(newer)));
    expect(await halfTerm.list(committeeId)).toEqual([newer, older]);
    expect(await halfTerm.find(committeeId, older.term)).toEqual(older);
    const sessionId = aSessionId(1);
    expect(await halfTerm.termOf(committeeId, sessionId)).toBeUndefined();
    await halfTerm.change(committeeId, older.term, () => accept({ ...older, sessionId }));
    expect(await halfTerm.termOf(committeeId, sessionId)).toBe(older.term);
    expect(await halfTerm.termOf(aCommitteeId(2), sessionId)).toBeUndefined();
    expect(await halfTerm.ofTerm([committeeId, aCommitteeId(2)], newer.term)).toEqual([newer]);
    expect(await halfTerm.find(aCommitteeId(2), older.term)).toBeUndefined();
  });

  test('the half term’s reports and the year’s are kept apart, each in its term', async () => {
    const halfTerm = await opened();
    const put = (bytes: Uint8Array, period: 'half-term' | 'year' = 'half-term') =>
      halfTerm.putReport(committeeId, newer.term, { ...place, period, bytes }, decideReopenReview);
    await put(Uint8Array.of(9), 'year');
    await put(Uint8Array.of(7));
    expect(await put(file)).toEqual(accept({ ...newer, finishedAt: null }));
    expect(await halfTerm.reports(committeeId, newer.term)).toEqual([
      { ...place, size: 3 },
      { ...place, period: 'year', size: 1 },
    ]);
    expect(await halfTerm.readReport(committeeId, newer.term, place)).toEqual(file);
    expect(await halfTerm.readReport(committeeId, older.term, place)).toBeUndefined();
    const remove = () => halfTerm.removeReport(committeeId, newer.term, place, decideReopenReview);
    expect(await remove()).toEqual(accept({ ...newer, finishedAt: null }));
    expect(await remove()).toEqual(refuse('unknown-report'));
    expect(await halfTerm.reports(committeeId, newer.term)).toEqual([{ ...place, period: 'year', size: 1 }]);
  });

  test('a report and what it makes of its review are one step: a refusal keeps neither', async () => {
    const halfTerm = await opened();
    const no = () => refuse('no');
    const report = { ...place, bytes: file };
    expect(await halfTerm.putReport(committeeId, newer.term, report, no)).toEqual(refuse('no'));
    expect(await halfTerm.reports(committeeId, newer.term)).toEqual([]);
    await halfTerm.putReport(committeeId, newer.term, report, decideReopenReview);
    await halfTerm.change(committeeId, newer.term, () => accept(newer));
    expect(await halfTerm.removeReport(committeeId, newer.term, place, no)).toEqual(refuse('no'));
    expect(await halfTerm.readReport(committeeId, newer.term, place)).toEqual(file);
    expect(await halfTerm.find(committeeId, newer.term)).toEqual(newer);
    const broken = () => halfTerm.removeReport(committeeId, newer.term, place, () => Number.NaN.toFixed(101) as never);
    await expect(broken()).rejects.toThrow();
    expect(await halfTerm.readReport(committeeId, newer.term, place)).toEqual(file);
  });
});
