import { describe, expect, test } from 'vitest';
import { seatId } from '../../../src/domain/roster/seat.ts';
import { accept, type Ruling, refuse } from '../../../src/domain/ruling.ts';
import {
  decideGiveUpPhonePapers,
  decideHandOut,
  decideRegisterPhonePaper,
  hasLostLinks,
} from '../../../src/domain/session/papers.ts';
import { publishedResult } from '../../../src/domain/session/published-result.ts';
import { type SessionId, voterId } from '../../../src/domain/session/session.ts';
import { joinBytes } from '../../../src/protocol/encoding/bytes.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { readRecord } from '../../../src/protocol/record/read-record.ts';
import { newDocument } from '../../../src/server/store/document-store.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { type SessionStep, withAllPapers } from '../../../src/server/store/session-store.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { aCommitteeId, aPersonId } from '../../support/build/ids.ts';
import {
  aBallot,
  aCredential,
  aPublishedSession,
  appendTo,
  aSessionId,
  aSetup,
  aStoredPaper,
  aStoredSession,
  partsOf,
  withPapers,
} from '../../support/build/stored-sessions.ts';
import { dropDocument, keepDocument } from '../../support/service/documents.ts';
import { bothStores } from '../../support/service/stores.ts';

const id = aSessionId(1);
const first = voterId.parse(aPersonId(1));

describe.each(bothStores)('sessions in %s', (_name, open) => {
  test('a session comes back as it was drawn up, without papers', async () => {
    const { sessions } = await open();
    const session = aStoredSession(1);
    await sessions.create(session);
    expect(await sessions.find(id)).toEqual(session);
    expect(await sessions.findWithPapers(id)).toEqual({ session, papers: new Map(), phoneLinks: new Map() });
    expect(await sessions.find(aSessionId(2))).toBeUndefined();
    expect(await sessions.findWithPapers(aSessionId(2))).toBeUndefined();
  });

  test('one is drawn up from what its committee is at that moment', async () => {
    const { sessions, committees, summoned } = await open();
    const [above, own] = [aCommittee(1), aCommittee(2, { superiorId: aCommitteeId(1) })];
    const person = { id: aPersonId(1), name: 'Lê Thị Một', code: null, birthYear: null };
    const seat = {
      ...{ id: seatId.parse('00000005-0000-4000-8000-000000000001'), committeeId: own.id, personId: person.id },
      ...{ position: 'Bí thư', order: 1, from: '2025-01-01', to: null },
    };
    const past = { ...seat, id: seatId.parse('00000005-0000-4000-8000-000000000002'), to: '2025-06-30', order: 2 };
    await committees.importRoster(null, () => ({
      ok: true,
      committees: [above, own],
      people: [person],
      seats: [seat, past],
    }));
    const list = { committeeId: own.id, term: '2025–2030', people: [] };
    await summoned.change(own.id, list.term, () => accept(list));
    const session = aStoredSession(1, { committeeId: own.id });
    const from = { id: session.id, committeeId: own.id, day: '2026-12-05', term: list.term };
    const seats = [{ seat, person }];
    const drawn = await sessions.drawUp(from, (known) => {
      expect(known).toEqual({ committee: own, superior: above, seats, summoned: list });
      return accept(session);
    });
    expect(drawn).toEqual(accept(session));
    expect(await sessions.drawUp(from, ({ there }) => (there ? accept(there) : refuse('no-seats')))).toEqual(drawn);
    expect(await sessions.find(id)).toEqual(session);
    await expect(sessions.drawUp(from, () => accept({ ...session }))).rejects.toThrow();
    const other = { id: aSessionId(2), committeeId: above.id, day: '2025-03-01', term: null };
    const refused = await sessions.drawUp(other, (known) => {
      expect(known).toEqual({ committee: above, superior: null, seats: [], summoned: undefined });
      return refuse('no-seats');
    });
    expect(refused).toEqual(refuse('no-seats'));
    expect(await sessions.all()).toEqual([{ id, state: 'draft' }]);
  });

  test('every session is listed by its id, opened or not', async () => {
    const { sessions } = await open();
    for (const number of [2, 1]) await sessions.create(aStoredSession(number));
    expect((await sessions.all()).map(({ id: one }) => one)).toEqual([aSessionId(1), aSessionId(2)]);
    const { title } = aStoredSession(1).settings;
    expect(await sessions.titles([aSessionId(1), aSessionId(3)])).toEqual(new Map([[aSessionId(1), title]]));
  });

  test('a second session of one id is not kept', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    await expect(sessions.create(aStoredSession(1, { listVersion: 9 }))).rejects.toThrow();
    expect((await sessions.find(id))?.listVersion).toBe(1);
  });

  test('a step keeps the session, its papers and the links of phone papers', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const paper = aStoredPaper(id, 1, { channel: 'phone' });
    const made = await sessions.update(id, withAllPapers, (state) => {
      const issued = { ...state.session, state: 'issued' as const };
      const phoneLinks = new Map([[first, paper.credential]]);
      return accept({ after: { ...withPapers(state, aStoredPaper(id, 2), paper), session: issued, phoneLinks } });
    });
    expect(made.ok).toBe(true);
    const kept = await sessions.findWithPapers(id);
    expect(kept?.session.state).toBe('issued');
    expect(kept?.papers.get(paper.credential)).toEqual(paper);
    expect(kept?.papers.size).toBe(2);
    expect(kept?.phoneLinks.get(first)).toBe(paper.credential);
  });

  test('links that a step leaves out are gone, and a voter can get another', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const link = (text: string | null) =>
      sessions.update(id, withAllPapers, (state) =>
        accept({ after: { ...state, phoneLinks: new Map(text === null ? [] : [[first, aCredential(text)]]) } }),
      );
    for (const text of ['a', 'b', null]) {
      await link(text);
      const kept = await sessions.findWithPapers(id);
      expect(kept?.phoneLinks.get(first)).toBe(text === null ? undefined : aCredential(text));
    }
  });

  test('links that lost their key are told to nobody, end with a new key once they are given up, and with the box', async () => {
    const { sessions, linkKeys } = await open();
    await sessions.create(aStoredSession(1, { state: 'issued' }));
    const register = (credential: string) =>
      sessions.update(id, withAllPapers, (state) => {
        const decided = decideRegisterPhonePaper(state, first, credential);
        return decided.ok ? accept({ after: decided.value }) : decided;
      });
    await register(aCredential('a'));
    linkKeys.destroy(id);
    const lost = await sessions.findWithPapers(id);
    expect([lost?.phoneLinks.size, lost?.papers.size, lost && hasLostLinks(lost)]).toEqual([0, 0, true]);
    expect(await register(aCredential('b'))).toMatchObject({ ok: false, refusal: 'phone-links-lost' });
    expect(linkKeys.has(id)).toBe(false);
    await sessions.update(id, withAllPapers, (state) => {
      const decided = decideGiveUpPhonePapers(state);
      return decided.ok ? accept({ after: decided.value }) : decided;
    });
    await register(aCredential('b'));
    const again = await sessions.findWithPapers(id);
    expect([...(again?.phoneLinks ?? [])]).toEqual([[first, aCredential('b')]]);
    expect(linkKeys.has(id)).toBe(true);
    await sessions.update(id, withAllPapers, (state) =>
      accept({ after: { ...state, session: { ...state.session, state: 'cancelled' }, phoneLinks: new Map() } }),
    );
    expect(linkKeys.list()).not.toContain(id);
    expect((await sessions.findWithPapers(id))?.papers.get(aCredential('b'))?.channel).toBe('phone');
  });

  test('steps side by side all count', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const papers = Array.from({ length: 20 }, (_, at) => aStoredPaper(id, at));
    await Promise.all(
      papers.map((paper) => sessions.update(id, withAllPapers, (state) => accept({ after: withPapers(state, paper) }))),
    );
    expect((await sessions.findWithPapers(id))?.papers.size).toBe(20);
  });

  test('a refused step changes nothing, and an unknown session is refused', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const refused = await sessions.update(id, withAllPapers, (state) => {
      const decision = decideHandOut(state, first);
      return decision.ok ? accept({ after: decision.value }) : decision;
    });
    expect(refused).toEqual({ ok: false, refusal: 'papers-not-open' });
    expect(await sessions.update(aSessionId(2), withAllPapers, () => refuse('no'))).toEqual({
      ok: false,
      refusal: 'not-found',
    });
    expect(await sessions.find(id)).toEqual(aStoredSession(1));
  });

  test('a decision that throws leaves nothing behind', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    const thrown = store.sessions.update(id, withAllPapers, () => {
      throw new Error('a bug');
    });
    await expect(thrown).rejects.toThrow('a bug');
    expect((await appendTo(store, id, () => [aSetup()])).ok).toBe(true);
  });

  test('a step answers with what its decision yielded, more than the step included', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const step = await sessions.update(id, withAllPapers, (after) => accept({ after, tracker: 'abc' }));
    expect(step.ok && step.value.tracker).toBe('abc');
  });

  test('sessions are found by committee, by superior and by anybody in them, newest first', async () => {
    const { sessions } = await open();
    const other = { committeeId: aCommitteeId(5), superiorId: null };
    const heldOn = (day: string) => ({ settings: { ...aStoredSession(1).settings, heldOn: day } });
    const teller = { index: 1, personId: aPersonId(70), name: 'Kiểm phiếu' };
    await sessions.create(aStoredSession(1, heldOn('2026-11-01')));
    await sessions.create(aStoredSession(2, heldOn('2026-12-01')));
    await sessions.create(aStoredSession(3, { ...other, ...heldOn('2026-10-01'), tellers: [teller] }, 5));
    const found = async (filter: Parameters<typeof sessions.list>[0]) =>
      (await sessions.list(filter)).map((session) => session.id);
    expect(await found({ committeeIds: [aCommittee(2).id] })).toEqual([aSessionId(2), aSessionId(1)]);
    expect(await found({ superiorIds: [aCommittee(1).id] })).toEqual([aSessionId(2), aSessionId(1)]);
    expect(await found({ personIds: [aPersonId(1)] })).toEqual([aSessionId(2), aSessionId(1), aSessionId(3)]);
    expect(await found({ personIds: [aPersonId(5)] })).toEqual([aSessionId(3)]);
    expect(await found({ personIds: [aPersonId(70)], committeeIds: [] })).toEqual([aSessionId(3)]);
    expect(await found({ personIds: [aPersonId(71)], superiorIds: [aCommitteeId(5)] })).toEqual([]);
    expect(await found({})).toEqual([]);
  });

  test('what published sessions came to is found as they are, from publishing on, newest first; annulling shows', async () => {
    const { sessions } = await open();
    const heldOn = (day: string) => ({ settings: { ...aStoredSession(1).settings, heldOn: day } });
    await sessions.create(aPublishedSession(1, heldOn('2026-11-01')));
    await sessions.create(aStoredSession(2, heldOn('2026-12-01')));
    await sessions.create(aPublishedSession(3, { committeeId: aCommitteeId(5), superiorId: null }, 5));
    const found = async (filter: Parameters<typeof sessions.list>[0]) =>
      (await sessions.published(filter)).map(({ sessionId, annulled }) => [sessionId, annulled]);
    expect(await found({ superiorIds: [aCommittee(1).id] })).toEqual([[aSessionId(1), false]]);
    const { publication } = aPublishedSession(2);
    const reason = { decision: 'Quyết định số 1', reason: 'Không đủ người.', by: aStoredSession(1).chair, at: '' };
    const published = aPublishedSession(2, {
      ...heldOn('2026-12-01'),
      publication: publication && { ...publication, annulment: reason },
    });
    await sessions.update(aSessionId(2), withAllPapers, (state) => accept({ after: { ...state, session: published } }));
    expect(await found({ superiorIds: [aCommittee(1).id] })).toEqual([
      [aSessionId(2), true],
      [aSessionId(1), false],
    ]);
    expect(await found({ personIds: [aPersonId(5)] })).toEqual([[aSessionId(3), false]]);
    expect(await sessions.published({ committeeIds: [aCommitteeId(5)] })).toEqual([
      publishedResult(aPublishedSession(3, { committeeId: aCommitteeId(5), superiorId: null }, 5)),
    ]);
    expect(await found({})).toEqual([]);
  });

  test('a teller who was replaced no longer finds the session', async () => {
    const { sessions } = await open();
    const teller = (number: number) => ({ index: 1, personId: aPersonId(number), name: 'Kiểm phiếu' });
    await sessions.create(aStoredSession(1, { tellers: [teller(70)] }));
    await sessions.update(id, withAllPapers, (state) =>
      accept({ after: { ...state, session: { ...state.session, tellers: [teller(71)] } } }),
    );
    expect(await sessions.list({ personIds: [aPersonId(70)] })).toEqual([]);
    expect(await sessions.list({ personIds: [aPersonId(71)] })).toHaveLength(1);
  });

  test('steps that would lose a paper or take another session are bugs, and keep nothing', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const paper = aStoredPaper(id, 1);
    await sessions.update(id, withAllPapers, (state) => accept({ after: withPapers(state, paper) }));
    const wrong: SessionStep['after'][] = [
      { session: aStoredSession(1), papers: new Map(), phoneLinks: new Map() },
      { session: aStoredSession(2), papers: new Map([[paper.credential, paper]]), phoneLinks: new Map() },
      {
        session: aStoredSession(1),
        papers: new Map([paper, aStoredPaper(aSessionId(2), 2)].map((one) => [one.credential, one])),
        phoneLinks: new Map(),
      },
    ];
    for (const after of wrong)
      await expect(sessions.update(id, withAllPapers, () => accept({ after }))).rejects.toThrow();
    expect((await sessions.findWithPapers(id))?.papers).toEqual(new Map([[paper.credential, paper]]));
  });
});

describe.each(bothStores)('records in %s', (_name, open) => {
  test('the parts of a record, joined, are the record', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    expect(await store.sessions.recordState(ownRecord(id))).toBeUndefined();
    expect(await store.sessions.record(ownRecord(id))).toEqual([]);
    await appendTo(store, id, () => [aSetup()]);
    await appendTo(store, id, () => [aBallot(1), aBallot(2)]);
    await appendTo(store, id, () => [{ type: 'EndBallots', files: [] }]);
    const parts = await store.sessions.record(ownRecord(id));
    const opened = readRecord(joinBytes(parts.map((part) => part.bytes)));
    expect(opened.ok && opened.value.events.map((event) => event.type)).toEqual([
      'Setup',
      'Ballot',
      'Ballot',
      'EndBallots',
    ]);
    const state = await store.sessions.recordState(ownRecord(id));
    expect(state).toMatchObject({ nextHeight: 4, lastType: 'EndBallots' });
    expect(state?.head).toBe(opened.ok && opened.value.events.at(-1)?.hash);
    expect(state?.timestamp).toBe(opened.ok && opened.value.timestamp);
  });

  test('a record is read from a height on, and piecemeal', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    await appendTo(store, id, () => [aSetup(), aBallot(1), aBallot(2), aBallot(3)]);
    const heights = async (from?: number, limit?: number) =>
      (await store.sessions.record(ownRecord(id), from, limit)).map((part) => part.height);
    expect(await heights()).toEqual([0, 1, 2, 3]);
    expect(await heights(2)).toEqual([2, 3]);
    expect(await heights(1, 2)).toEqual([1, 2]);
    expect(await heights(4, 2)).toEqual([]);
  });

  test('hints of ballots come with them in the order of the record, and only beside a ballot of the same step', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    await appendTo(store, id, () => [aSetup(), aBallot('b')]);
    const append = partsOf(id, await store.sessions.recordState(ownRecord(id)), [
      aBallot('c'),
      aBallot('a'),
      aBallot('d'),
    ]);
    const [b, c, a, d] = [...(await store.sessions.record(ownRecord(id), 1)), ...append].map(
      ({ payload }) => payload ?? '',
    );
    const hintOf = (ballot = '', electionId = id) => ({ electionId, ballot, hint: utf8Bytes(`hint of ${ballot}`) });
    const keep = (step: Pick<SessionStep, 'append' | 'hints'>) =>
      store.sessions.update(id, withAllPapers, (after) => accept({ after, ...step }));
    for (const hint of [hintOf(b), hintOf('another'), hintOf(c, aSessionId(2))]) {
      await expect(keep({ append, hints: [hint] })).rejects.toThrow('a hint without its ballot');
    }
    await keep({ append, hints: [hintOf(d), hintOf(c)] });
    const kept = (ballot = '') => ({ hash: ballot, hint: hintOf(ballot).hint });
    const read = async (from: number, before: number) =>
      (await store.sessions.hints(ownRecord(id), from, before)).map(({ hash, hint }) => ({
        hash,
        ...(hint && { hint: new Uint8Array(hint) }),
      }));
    expect(await read(0, 5)).toEqual([{ hash: b }, kept(c), { hash: a }, kept(d)]);
    expect(await read(2, 4)).toEqual([kept(c), { hash: a }]);
    expect(await store.sessions.hints(ownRecord(aSessionId(2)), 0, 5)).toEqual([]);
  });

  test('a decision sees what the box holds, and payloads come in order', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    await appendTo(store, id, () => [aSetup(), aBallot('b'), aBallot('a')]);
    const [, b, a] = await store.sessions.record(ownRecord(id));
    expect(await store.sessions.payloads(ownRecord(id), 'Ballot')).toEqual([b?.payload, a?.payload]);
    const seen = async (electionId: SessionId, payload: string, from?: number) => {
      const asked = { record: { electionId, payload, from } };
      const looked = await store.sessions.look(id, asked, (_state, { record }) => accept(record));
      return looked.ok ? looked.value : undefined;
    };
    const end = await store.sessions.recordState(ownRecord(id));
    expect(await seen(id, a?.payload ?? '')).toEqual({ end, holdsPayload: true, parts: [] });
    expect(await seen(id, aCredential(1), 2)).toEqual({ end, holdsPayload: false, parts: [a] });
    expect(await seen(aSessionId(2), a?.payload ?? '', 0)).toEqual({ end: undefined, holdsPayload: false, parts: [] });
    expect(end?.nextHeight).toBe(3);
  });

  test('a step that names papers sees these alone, with the links to them, and the others stay as they are', async () => {
    const { sessions } = await open();
    await sessions.create(aStoredSession(1));
    const [one, two, three] = [aStoredPaper(id, 1), aStoredPaper(id, 2), aStoredPaper(id, 3)];
    const second = voterId.parse(aPersonId(2));
    await sessions.update(id, withAllPapers, (state) =>
      accept({
        after: {
          ...withPapers(state, one, two, three),
          phoneLinks: new Map([
            [first, one.credential],
            [second, two.credential],
          ]),
        },
      }),
    );
    const asked = { papers: [two.credential, aCredential('nobody’s')] };
    const voted = { ...two, votedBy: 'sheet' } as const;
    const step = await sessions.update(id, asked, (state) => {
      expect([...state.papers]).toEqual([[two.credential, two]]);
      expect([...state.phoneLinks]).toEqual([[second, two.credential]]);
      return accept({ after: { ...withPapers(state, voted), phoneLinks: new Map() } });
    });
    expect(step.ok && [...step.value.after.papers.keys()]).toEqual([two.credential]);
    const after = await sessions.findWithPapers(id);
    expect(after?.papers).toEqual(new Map([one, voted, three].map((paper) => [paper.credential, paper])));
    expect([...(after?.phoneLinks ?? [])]).toEqual([[first, one.credential]]);
    const lost = sessions.update(id, asked, (state) => accept({ after: { ...state, papers: new Map() } }));
    await expect(lost).rejects.toThrow('about to disappear');
  });

  test("a session's vote and its rehearsal have a record each", async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    await store.sessions.create(aStoredSession(2));
    const rehearsal = aSessionId(9);
    const parts = [...partsOf(rehearsal, undefined, [aSetup()]), ...partsOf(id, undefined, [aSetup()])];
    await store.sessions.update(id, withAllPapers, (after) => accept({ after, append: parts }));
    expect(await store.sessions.recordsOf(id)).toEqual([id, rehearsal]);
    expect(await store.sessions.recordsOf(aSessionId(2))).toEqual([]);
    const [next] = partsOf(rehearsal, await store.sessions.recordState({ sessionId: id, electionId: rehearsal }), [
      aBallot(1),
    ]);
    const byOther = store.sessions.update(aSessionId(2), withAllPapers, (after) =>
      accept({ after, append: next === undefined ? [] : [next] }),
    );
    await expect(byOther).rejects.toThrow();
    expect((await store.sessions.recordState({ sessionId: id, electionId: rehearsal }))?.nextHeight).toBe(1);
  });

  test('what does not continue the record exactly is a bug, and the whole step keeps nothing', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    await appendTo(store, id, () => [aSetup(), aBallot(1)]);
    const state = await store.sessions.recordState(ownRecord(id));
    if (state === undefined) throw new Error('no record');
    const [good] = partsOf(id, state, [aBallot(2)]);
    const [late] = partsOf(id, { ...state, nextHeight: 3 }, [aBallot(2)]);
    const [strange] = partsOf(id, { ...state, head: aCredential('other') }, [aBallot(2)]);
    const [again] = partsOf(id, { ...state, lastType: 'EndBallots' }, [{ type: 'EncryptedTally', files: aTally() }]);
    if (!good || !late || !strange || !again) throw new Error('no part');
    const wrong = [
      late,
      strange,
      again,
      { ...good, hash: aCredential('hash') },
      { ...good, payload: aCredential('payload') },
      { ...good, height: 3 },
      { ...good, type: 'EndBallots' as const },
      { ...good, bytes: good.bytes.subarray(512) },
      { ...good, bytes: joinBytes([good.bytes, good.bytes.subarray(0, 512)]) },
    ];
    for (const part of wrong) {
      const step = store.sessions.update(id, withAllPapers, (before) =>
        accept({ after: withPapers(before, aStoredPaper(id, 1)), append: [part] }),
      );
      await expect(step).rejects.toThrow();
    }
    expect(await store.sessions.recordState(ownRecord(id))).toEqual(state);
    expect((await store.sessions.findWithPapers(id))?.papers.size).toBe(0);
    expect((await appendTo(store, id, () => [aBallot(2)])).ok).toBe(true);
  });

  test('a record begins with its own first file', async () => {
    const store = await open();
    await store.sessions.create(aStoredSession(1));
    const [setup] = partsOf(id, { timestamp: 1, nextHeight: 0 }, [aSetup()]);
    const step = store.sessions.update(id, withAllPapers, (after) => accept({ after, append: setup ? [setup] : [] }));
    await expect(step).rejects.toThrow();
    expect(await store.sessions.recordsOf(id)).toEqual([]);
  });
});

function aTally(): [Uint8Array, Uint8Array] {
  return [new TextEncoder().encode('{}'), new TextEncoder().encode('{"num_tallied":0}')];
}

describe.each(bothStores)('documents in %s', (_name, open) => {
  const dossier = { id: 'a', sessionId: id, kind: 'dossier', subjectId: null, title: 'Báo cáo' } as const;

  test('a document is read, replaced, listed and removed', async () => {
    const store = await open();
    const { sessions, documents } = store;
    await sessions.create(aStoredSession(1));
    await keepDocument(store, dossier, Uint8Array.of(1));
    await keepDocument(store, { ...dossier, id: 'b', subjectId: 'x' }, Uint8Array.of(2));
    await keepDocument(store, { ...dossier, title: 'Bản mới' }, Uint8Array.of(3, 4));
    expect((await documents.list(id)).map(({ title, subjectId }) => [title, subjectId])).toEqual([
      ['Bản mới', null],
      ['Báo cáo', 'x'],
    ]);
    const read = await documents.read(id, 'a');
    expect([...(read?.bytes ?? [])]).toEqual([3, 4]);
    expect(read?.document).toEqual({ ...dossier, title: 'Bản mới' });
    await dropDocument(store, id, 'a');
    expect(await documents.read(id, 'a')).toBeUndefined();
  });

  test("another session's document is not found", async () => {
    const store = await open();
    const { sessions, documents } = store;
    await sessions.create(aStoredSession(1));
    await sessions.create(aStoredSession(2));
    await keepDocument(store, dossier, Uint8Array.of(1));
    expect(await documents.read(aSessionId(2), 'a')).toBeUndefined();
    expect(await documents.list(aSessionId(2))).toEqual([]);
  });

  test('a step sees the documents that are there, and what it decides of them and of the session is kept together', async () => {
    const store = await open();
    const { sessions, documents } = store;
    await sessions.create(aStoredSession(1));
    await keepDocument(store, dossier, Uint8Array.of(1));
    const asked = { papers: [], documents: true } as const;
    const seen = await sessions.look(id, asked, (_state, { documents: found }) => accept(found));
    expect(seen).toEqual(accept([{ ...dossier, bytesHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]));
    const put = newDocument({ ...dossier, id: 'b' }, Uint8Array.of(2));
    const refused = await sessions.update(id, asked, (): Ruling<SessionStep, 'no'> => refuse('no'));
    expect(refused).toEqual(refuse('no'));
    const broken = partsOf(id, undefined, [aSetup(), aBallot(1)]).slice(1);
    const thrown = sessions.update(id, asked, (after) => accept({ after, documents: { put }, append: broken }));
    await expect(thrown).rejects.toThrow();
    const elsewhere = { put: { ...put, sessionId: aSessionId(2) } };
    const other = sessions.update(id, asked, (after) => accept({ after, documents: elsewhere }));
    await expect(other).rejects.toThrow('a document of another session');
    expect(await documents.list(id)).toEqual([dossier]);
  });
});

describe.each(bothStores)('ties to a session in %s', (_name, open) => {
  const today = '2026-12-01';
  const nothing = {
    ...{ committeeId: aCommittee(2).id, superiorId: aCommittee(1).id, seatHolder: false, superiorSeatHolder: false },
    ...{ teller: false, voter: false, readKey: false },
  };

  async function aPlace(change = {}) {
    const store = await open();
    const tellers = [{ index: 1, personId: aPersonId(70), name: 'Kiểm phiếu' }];
    for (const number of [1, 3]) {
      await store.committees.change({ around: [] }, () => ({ ok: true, value: aCommittee(number) }));
    }
    await store.committees.change({ around: [] }, () => ({
      ok: true,
      value: aCommittee(2, { superiorId: aCommitteeId(1) }),
    }));
    await store.sessions.create(aStoredSession(1, { tellers, ...change }));
    return store;
  }

  test('tellers and voters follow from the session', async () => {
    const { ties } = await aPlace();
    expect(await ties.ofSession(id, { personId: aPersonId(70), today })).toEqual({ ...nothing, teller: true });
    expect(await ties.ofSession(id, { personId: aPersonId(1), today })).toEqual({ ...nothing, voter: true });
    expect(await ties.ofSession(id, { personId: null, today })).toEqual(nothing);
    const told = new Map([[id, { ...nothing, teller: true }]]);
    expect(await ties.ofSessions([id, aSessionId(2)], { personId: aPersonId(70), today })).toEqual(told);
    expect(await ties.ofSession(aSessionId(2), { personId: aPersonId(70), today })).toBeUndefined();
  });

  test("only the session's own read key opens it", async () => {
    const { ties } = await aPlace();
    const shown = async (readKey: string) => (await ties.ofSession(id, { personId: null, today, readKey }))?.readKey;
    expect(await shown('read key 1')).toBe(true);
    expect(await shown('read key 2')).toBe(false);
    expect(await shown('')).toBe(false);
  });

  test('the superior is the present one before opening, and the one of the opening ever after', async () => {
    for (const openedAt of [null, '2026-12-01T02:00:00.000Z']) {
      const { committees, ties } = await aPlace({ openedAt });
      await committees.change({ around: [] }, () => ({
        ok: true,
        value: aCommittee(2, { superiorId: aCommitteeId(3) }),
      }));
      const found = await ties.ofSession(id, { personId: null, today });
      expect(found?.superiorId).toBe(aCommitteeId(openedAt === null ? 3 : 1));
    }
  });
});
