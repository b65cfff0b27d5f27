import { describe, expect, test } from 'vitest';
import { decideCancelBeforeOpening, decideCancelJointly } from '../../../src/domain/session/cancellation.ts';
import { decideAnnul, decidePublish, reportLostKey, survivingKeys } from '../../../src/domain/session/publication.ts';
import { decideUnopenable } from '../../../src/domain/session/unopenable.ts';
import {
  announced,
  aSession,
  at,
  closed,
  counting,
  issued,
  must,
  openedWith,
  refusalOf,
  sheet,
  tallied,
  theChair,
  unused,
  withShares,
} from '../../support/build/sessions.ts';

const emptyBox = () => closed(unused(announced(counting(openedWith({}, { sheets: 1 }))), sheet(1)));
const nothing = [0, 0, 0];
const done = () => tallied(emptyBox(), [nothing, nothing, nothing]).session;

/** Of the scan of the signed minutes. */
const hash = 'a'.repeat(64);

describe('publishing', () => {
  test('needs the totals and the scan of the signed minutes', () => {
    expect(refusalOf(decidePublish(emptyBox().session, hash, theChair, at(0)))).toBe('not-tallied');
    expect(refusalOf(decidePublish(done(), undefined, theChair, at(0)))).toBe('signed-minutes-missing');
    const published = must(decidePublish(done(), hash, theChair, at(0)));
    expect(published.state).toBe('published');
    expect(refusalOf(decidePublish(published, hash, theChair, at(0)))).toBe('published-already');
  });

  test('a published result is annotated as annulled once, and nothing is deleted', () => {
    const annulment = { by: theChair, at: at(0).toISOString(), decision: '12-QĐ/TU', reason: 'sai thành phần' };
    expect(refusalOf(decideAnnul(done(), annulment))).toBe('not-published');
    const published = must(decidePublish(done(), hash, theChair, at(0)));
    const annulled = must(decideAnnul(published, annulment));
    expect(annulled).toMatchObject({ state: 'published', tally: published.tally, publication: { annulment } });
    expect(refusalOf(decideAnnul(annulled, annulment))).toBe('annulled-already');
  });
});

describe('cancelling', () => {
  test('before opening the chair cancels alone', () => {
    for (const session of [aSession(), issued().session]) {
      const cancelled = must(decideCancelBeforeOpening(session, theChair, 'bão', at(0)));
      expect(cancelled).toMatchObject({ state: 'cancelled', cancellation: { reason: 'bão', from: session.state } });
      expect(refusalOf(decideCancelBeforeOpening(cancelled, theChair, 'bão', at(0)))).toBe('cannot-be-cancelled');
    }
  });

  test('after opening the chair alone cancels nothing', () => {
    const opened = openedWith({}, { sheets: 1 });
    for (const { session } of [opened, announced(counting(opened))]) {
      expect(refusalOf(decideCancelBeforeOpening(session, theChair, 'bão', at(0)))).toBe('joint-decision-needed');
    }
  });

  test('after opening chair and tellers cancel, and the state it was in is kept', () => {
    const opened = openedWith({}, { sheets: 1 });
    expect(must(decideCancelJointly(opened.session, theChair, 'bão', at(90))).cancellation?.from).toBe('open');
    const ended = counting(opened).session;
    expect(must(decideCancelJointly(ended, theChair, 'bão', at(300))).cancellation?.from).toBe('counting');
    expect(refusalOf(decideCancelJointly(issued().session, theChair, 'bão', at(0)))).toBe('cannot-be-cancelled');
  });

  test('a closed box is never cancelled, and only a closed box can be declared not to open', () => {
    const lost = [1, 2].reduce(reportLostKey, emptyBox().session);
    expect(refusalOf(decideCancelJointly(lost, theChair, 'mất khóa', at(0)))).toBe('cannot-be-cancelled');
    expect(refusalOf(decideCancelBeforeOpening(lost, theChair, 'mất khóa', at(0)))).toBe('cannot-be-cancelled');
    for (const session of [openedWith({}, { sheets: 1 }).session, done()]) {
      const without = [1, 2, 3].reduce(reportLostKey, session);
      expect(refusalOf(decideUnopenable(without, theChair, 'mất khóa', at(0)))).toBe('not-closed');
    }
  });

  test('a closed box is declared not to open only when too few keys survive', () => {
    const { session } = emptyBox();
    const one = reportLostKey(session, 1);
    expect(refusalOf(decideUnopenable(one, theChair, 'mất khóa', at(0)))).toBe('enough-keys-survive');
    const two = reportLostKey(one, 3);
    expect(survivingKeys(two)).toBe(1);
    const ended = must(decideUnopenable(two, theChair, 'mất khóa', at(0)));
    expect(ended).toMatchObject({ state: 'unopenable', unopenable: { reason: 'mất khóa' }, cancellation: null });
    expect(ended.closing).toEqual(two.closing);
    expect(refusalOf(decideUnopenable(ended, theChair, 'mất khóa', at(0)))).toBe('not-closed');
  });

  test('a key that was lost after it was used still counts', () => {
    const { session } = withShares(emptyBox(), 1, 2);
    const lost = [1, 2, 3].reduce(reportLostKey, session);
    expect(survivingKeys(lost)).toBe(2);
    expect(refusalOf(decideUnopenable(lost, theChair, 'mất khóa', at(0)))).toBe('enough-keys-survive');
  });

  test('saying twice that a key is lost loses one key', () => {
    const { session } = emptyBox();
    expect(survivingKeys(reportLostKey(reportLostKey(session, 1), 1))).toBe(2);
  });

  test('open totals are never cancelled', () => {
    expect(refusalOf(decideCancelJointly(done(), theChair, 'không vừa ý', at(0)))).toBe('cannot-be-cancelled');
    expect(refusalOf(decideCancelBeforeOpening(done(), theChair, 'không vừa ý', at(0)))).toBe('cannot-be-cancelled');
  });
});
