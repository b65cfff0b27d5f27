import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionId } from '../../src/domain/session/session.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { tellerPerson } from '../support/build/sessions.ts';
import { inject } from '../support/service/counted-vote.ts';
import { aDraft, aHall, type Hall } from '../support/service/hall.ts';

let hall: Hall;
/** Issued: tellers 1, 2 and somebody of the sibling committee, two guests, three dossiers, a briefing. */
let earlier: SessionId;
const gone = aPersonId(4);
const allParts = ['tellers', 'participants', 'briefing', 'conference-dossiers', 'personal-dossiers'];

beforeAll(async () => {
  hall = await aHall();
  earlier = await aDraft(hall);
  const personIds = [tellerPerson(1), tellerPerson(2), gone];
  await hall.at(earlier, 'PUT', '/tellers', hall.chair, { personIds, threshold: 2 });
  for (const guest of [
    { name: 'Lê Văn Tám', position: 'Trưởng thôn' },
    { personId: gone, name: 'Đồng chí 4', position: 'Ủy viên' },
  ])
    expect((await hall.at(earlier, 'POST', '/roll', hall.chair, guest)).status).toBe(201);
  await dossier(earlier, 'Báo cáo chung');
  await dossier(earlier, 'Bản kiểm điểm 1', aSeatId(1));
  await dossier(earlier, 'Bản kiểm điểm 3', aSeatId(3));
  await hall.at(earlier, 'PUT', '/briefing', hall.secretary, { text: 'Lần trước đã dặn.' });
  expect((await hall.at(earlier, 'POST', '/issue', hall.chair)).status).toBe(200);
  await hall.at(earlier, 'PUT', '/attendance', hall.chair, { present: [aPersonId(1)] });
  // Since then one has left the committee, and another every committee.
  for (const [committee, seat] of [
    [2, 3],
    [3, 5],
  ] as const) {
    const path = `/api/committees/${aCommittee(committee).id}/seats/${aSeatId(seat)}/end`;
    const ended = await hall.send('POST', path, hall.administrator, { on: '2026-11-01' });
    expect(ended.status).toBe(200);
  }
});
afterAll(() => hall.service.app.close());

async function dossier(session: SessionId, title: string, subjectId?: string): Promise<void> {
  const about = subjectId === undefined ? '' : `&subjectId=${subjectId}`;
  const url = `/api/sessions/${session}/dossiers?title=${encodeURIComponent(title)}${about}`;
  const headers = { ...hall.chair, 'content-type': 'application/pdf' };
  const sent = await inject(hall.service.app, {
    method: 'POST',
    url,
    headers,
    payload: Buffer.from(`%PDF-1.7 ${title}`),
  });
  expect(sent.status).toBe(201);
}

const copy = (to: SessionId, body: object, as = hall.chair) => hall.at(to, 'POST', '/copies', as, body);
const documents = async (of: SessionId) => {
  const { documents: kept } = hall.service.deps.store;
  const list = (await kept.list(of)).toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return Promise.all(
    list.map(async ({ id, title, subjectId }) => {
      const read = await kept.read(of, id);
      return { title, subjectId, text: Buffer.from(read?.bytes ?? []).toString() };
    }),
  );
};

describe('a draft is given what an earlier session had', () => {
  test('tellers, guests, the briefing’s text, dossiers of those voted on again; who has left is named; nothing else', async () => {
    const to = await aDraft(hall);
    const { status, body } = await copy(to, { from: earlier, parts: allParts });
    expect(status).toBe(201);
    expect(body.leftOut).toEqual([
      { part: 'teller', name: 'Đồng chí 4', reason: 'left-office' },
      { part: 'participant', name: 'Đồng chí 4', reason: 'left-office' },
      { part: 'dossier', name: 'Bản kiểm điểm 3 (Đồng chí 3)', reason: 'not-voted-on' },
    ]);
    expect(body.session).toMatchObject({ briefing: null, briefingDraft: 'Lần trước đã dặn.', printRuns: [] });
    const { session } = await hall.state(to);
    expect(session.tellers.map(({ personId, index }) => [personId, index])).toEqual([
      [tellerPerson(1), 1],
      [tellerPerson(2), 2],
    ]);
    expect(session.roll.map(({ name }) => name).sort()).toEqual(['Lê Văn Tám', 'Đồng chí 1', 'Đồng chí 2']);
    expect(session.roll.some(({ present, received }) => present || received !== null)).toBe(false);
    expect(session).toMatchObject({ ceremony: null, briefing: null, attendanceRecordedAt: null });
    expect(await documents(to)).toEqual(
      [
        { title: 'Báo cáo chung', subjectId: null, text: '%PDF-1.7 Báo cáo chung' },
        { title: 'Bản kiểm điểm 1', subjectId: aSeatId(1), text: '%PDF-1.7 Bản kiểm điểm 1' },
      ].toSorted((a, b) => (a.title < b.title ? -1 : 1)),
    );
  });

  test('sent twice it is done once, and answered alike; another copy adds only what is not there', async () => {
    const to = await aDraft(hall);
    const body = { id: crypto.randomUUID(), from: earlier, parts: allParts };
    const first = await copy(to, body);
    const again = await copy(to, body);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.leftOut).toEqual(first.body.leftOut);
    expect(await copy(to, { ...body, parts: ['tellers'] })).toMatchObject({ status: 409, body: { code: 'id-in-use' } });
    await copy(to, { from: earlier, parts: allParts });
    const { session } = await hall.state(to);
    expect([session.tellers.length, session.roll.length, (await documents(to)).length]).toEqual([2, 3, 2]);
  });

  test('only what was asked for is taken over', async () => {
    const to = await aDraft(hall);
    await copy(to, { from: earlier, parts: ['conference-dossiers'] });
    const { session } = await hall.state(to);
    expect([session.tellers, session.roll.length, session.briefingDraft]).toEqual([[], 2, undefined]);
    expect((await documents(to)).map(({ title }) => title)).toEqual(['Báo cáo chung']);
  });

  test('not of another committee, of a draft or of itself, not into what is issued, and by its chair only', async () => {
    const to = await aDraft(hall);
    const draft = await aDraft(hall);
    const foreign = await aDraft(hall, 'qd-96-2023', 3);
    const parts = ['tellers'];
    for (const from of [draft, to, foreign])
      expect((await copy(to, { from, parts })).body.code).toBe('not-an-earlier-session');
    expect((await copy(foreign, { from: earlier, parts }, hall.chairOfSibling)).body.code).toBe(
      'not-an-earlier-session',
    );
    expect((await copy(earlier, { from: earlier, parts })).body.code).toBe('not-in-draft');
    for (const as of [hall.office, hall.secretary, hall.chairOfSibling, hall.person(1)])
      expect((await copy(to, { from: earlier, parts }, as)).status).toBe(404);
    expect((await hall.state(to)).session.tellers).toEqual([]);
  });

  test('what was copied, and from where, is not kept once the lists are frozen', async () => {
    const to = await aDraft(hall);
    await copy(to, { from: earlier, parts: ['participants'] });
    expect((await hall.state(to)).session.copies).toHaveLength(1);
    const personIds = [1, 2, 3].map(tellerPerson);
    await hall.at(to, 'PUT', '/tellers', hall.chair, { personIds, threshold: 2 });
    expect((await hall.at(to, 'POST', '/issue', hall.chair)).status).toBe(200);
    expect((await hall.state(to)).session.copies).toBeUndefined();
  });
});
