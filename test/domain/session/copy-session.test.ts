import { expect, test } from 'vitest';
import { copiedParts, decideCopy } from '../../../src/domain/session/copy-session.ts';
import { type Session, sessionId } from '../../../src/domain/session/session.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { aParticipant, aSession, issued, must, tellerPerson } from '../../support/build/sessions.ts';

const draft = (change: Partial<Session> = {}): Session => ({
  ...aSession(),
  ...{ id: sessionId.parse('Session22222222222222B'), tellers: [] },
  ...change,
});

function copied(earlier: Session, to: Session = draft()) {
  const nothing = { earlierDocuments: [], documents: [], seats: [] };
  return must(decideCopy(to, { earlier, parts: copiedParts, ...nothing }));
}

test('a teller who is voted on this time, or was entered by name, is named and not taken over', () => {
  const { session: earlier } = issued();
  const [first, second, third] = earlier.tellers;
  if (!first || !second || !third) throw new Error('three tellers are needed');
  const tellers = [first, { ...second, byName: true as const }, third];
  const to = draft();
  const [subject] = to.subjects;
  if (!subject) throw new Error('a subject is needed');
  const subjects = [{ ...subject, personId: third.personId }, ...to.subjects.slice(1)];
  const { session, leftOut } = copied({ ...earlier, tellers }, { ...to, subjects });
  expect(session.tellers.map(({ personId }) => personId)).toEqual([first.personId]);
  expect(leftOut).toEqual([
    { part: 'teller', name: second.name, reason: 'by-name' },
    { part: 'teller', name: third.name, reason: 'is-subject' },
  ]);
  // One alone opens nothing, so the threshold of three is not theirs.
  expect(session.settings.threshold).toBe(to.settings.threshold);
});

test('whom the draft has already stays as they are; the others come behind, and years of birth leave their names', () => {
  const { session: earlier } = issued();
  const tellers = earlier.tellers.map((one) => ({ ...one, name: `${one.name} (1970)` }));
  const to = draft({ tellers: [{ index: 1, personId: tellerPerson(2), name: 'Như đã nhập' }] });
  const { session, leftOut } = copied({ ...earlier, tellers }, to);
  expect(session.tellers.map(({ index, personId, birthYear }) => [index, personId, birthYear])).toEqual([
    [1, tellerPerson(2), undefined],
    [2, tellerPerson(1), 1970],
    [3, tellerPerson(3), 1970],
  ]);
  expect(session.tellers[0]?.name).toBe('Như đã nhập');
  expect(session.tellers[1]?.name).not.toContain('1970');
  expect(leftOut).toEqual([]);
});

test('under a plan the briefing is the plan’s, not an earlier one; a guest comes without sheet or presence', () => {
  const { session: earlier } = issued();
  const guest = aParticipant(40, { personId: aPersonId(40), received: 'sheet', present: true });
  const briefing = { by: earlier.chair, at: '2026-01-01T00:00:00.000Z', text: 'Lần trước.' };
  const from = { ...earlier, briefing, roll: [...earlier.roll, guest] };
  expect(copied(from).session.briefingDraft).toBe('Lần trước.');
  const planId = '00000004-0000-4000-8000-000000000001' as NonNullable<Session['planId']>;
  const { session } = copied(from, draft({ planId }));
  expect(session.briefingDraft).toBeUndefined();
  expect(session.roll.find(({ personId }) => personId === guest.personId)).toMatchObject({
    ...{ kind: 'participant', received: null, present: false },
  });
});
