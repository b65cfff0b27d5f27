import { expect, test } from 'vitest';
import { copiedParts, decideCopy } from '../../../src/domain/session/copy-session.ts';
import { mostDossiers } from '../../../src/domain/session/most-dossiers.ts';
import { type Session, sessionId } from '../../../src/domain/session/session.ts';
import { mostTellers } from '../../../src/domain/session/tellers.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../../support/build/ids.ts';
import { aParticipant, aSession, issued, must, refusalOf, tellerPerson } from '../../support/build/sessions.ts';

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

test('only a draft takes over, and only from an earlier session of its own committee that was no draft', () => {
  const { session: earlier } = issued();
  const asked = { parts: copiedParts, earlierDocuments: [], documents: [], seats: [] };
  const refused = (to: Session, from: Session) => refusalOf(decideCopy(to, { ...asked, earlier: from }));
  expect(refused({ ...draft(), state: 'issued' }, earlier)).toBe('not-in-draft');
  expect(refused(draft(), { ...earlier, state: 'draft' })).toBe('not-an-earlier-session');
  expect(refused(draft(), { ...earlier, id: draft().id })).toBe('not-an-earlier-session');
  expect(refused(draft(), { ...earlier, committeeId: aCommitteeId(77) })).toBe('not-an-earlier-session');
});

test('what was not asked for stays; more tellers than there may be are named, and whoever has left', () => {
  const { session: earlier } = issued();
  const asked = { earlier, earlierDocuments: [], documents: [], seats: [] };
  const nothing = must(decideCopy(draft(), { ...asked, parts: [] }));
  expect([nothing.session, nothing.dossiers, nothing.leftOut]).toEqual([draft(), [], []]);
  const many = Array.from({ length: mostTellers }, (_, at) => ({
    ...{ index: at + 1, personId: aPersonId(200 + at), name: `Kiểm phiếu ${at}` },
  }));
  const full = copied(earlier, draft({ tellers: many }));
  expect(full.leftOut.map(({ reason }) => reason)).toEqual(['full', 'full', 'full']);
  const [first] = earlier.tellers;
  if (first === undefined) throw new Error('a teller is needed');
  const ended = {
    ...{ id: aSeatId(1), committeeId: aCommitteeId(1), personId: first.personId, position: 'Ủy viên', order: 1 },
    ...{ from: null, to: '2020-01-01' },
  };
  const left = must(decideCopy(draft(), { ...asked, parts: ['tellers'], seats: [ended] }));
  expect(left.leftOut).toEqual([{ part: 'teller', name: first.name, reason: 'left-office' }]);
});

test('dossiers go to the same person, those of nobody on this ballot are named, and none comes twice', () => {
  const { session: earlier } = issued();
  const [before] = earlier.subjects;
  if (before === undefined) throw new Error('a subject is needed');
  const dossier = (id: string, subjectId: string | null, kind = 'dossier') => ({
    ...{ id, kind, subjectId, title: `Tài liệu ${id}`, bytesHash: id },
  });
  const earlierDocuments = [
    ...[dossier('a', null), dossier('b', before.id), dossier('c', 'nobody'), dossier('d', null)],
    dossier('e', null, 'signed-minutes'),
  ];
  const subjects = [{ ...before, id: 'new-line' as typeof before.id }, ...draft().subjects.slice(1)];
  const given = { earlier, earlierDocuments, documents: [dossier('d', null)], seats: [] };
  const { dossiers, leftOut } = must(decideCopy(draft({ subjects }), { ...given, parts: copiedParts }));
  expect(dossiers.map(({ of, subjectId }) => [of.id, subjectId])).toEqual([
    ['a', null],
    ['b', 'new-line'],
  ]);
  expect(leftOut).toContainEqual({ part: 'dossier', name: 'Tài liệu c', reason: 'not-voted-on' });
  const conference = must(decideCopy(draft({ subjects }), { ...given, parts: ['conference-dossiers'] }));
  expect(conference.dossiers.map(({ of }) => of.id)).toEqual(['a']);
  const full = Array.from({ length: mostDossiers }, (_, at) => dossier(`x${at}`, null));
  const late = must(decideCopy(draft({ subjects }), { ...given, documents: full, parts: copiedParts }));
  expect(late.leftOut.filter(({ reason }) => reason === 'full').length).toBeGreaterThan(1);
});
