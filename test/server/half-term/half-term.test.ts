import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCommittee } from '../../support/build/committees.ts';
import { someProvisions } from '../../support/build/plans.ts';
import { aDraft, aHall, type Hall, type Headers } from '../../support/service/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const at = (committee: number, path: string, term = '2025-2030') =>
  `/api/committees/${aCommittee(committee).id}/half-term/${path}?term=${encodeURIComponent(term)}`;
const target = (name: string, reached: number | null) => ({
  ...{ name, unit: '%', direction: 'at-least', target: 50, reached },
});
const review = {
  ...{ version: 0, sessionId: null as string | null, targets: [target('=cmd|x', 51), target('Hộ nghèo', 50)] },
  ...{
    weaknesses: [{ id: 'w1', text: 'Giải ngân chậm' }],
    causes: [],
    remedies: [{ weaknessId: 'w1', text: 'Rà soát' }],
  },
  groups: [{ name: 'Tổ 1', chair: 'Lò Thị Một', notes: '' }],
  attendance: { halfTerm: { summoned: 30, present: 28 }, yearEnd: { summoned: 20, present: 20 } },
  conference: { days: 4, agenda: [{ time: '07:30', item: 'Khai mạc' }] },
};

async function sendFile(method: 'PUT' | 'POST', url: string, type: string, payload: string, as: Headers = hall.office) {
  const answer = await hall.service.app.inject({
    ...{ method, url, headers: { ...as, 'content-type': type }, payload: Buffer.from(payload) },
  });
  return { status: answer.statusCode, body: answer.json() };
}

test('the office writes a review, the superior opens it and its counts, the sibling sees nothing', async () => {
  const written = await hall.send('PUT', at(2, 'review'), hall.office, review);
  expect(written.body).toMatchObject({ term: '2025–2030', version: 1, counts: { exceeded: 1, met: 1 } });
  expect(written.body.targets[0].standing).toBe('exceeded');
  expect((await hall.send('PUT', at(2, 'review'), hall.office, review)).body.code).toBe('review-changed-meanwhile');
  expect((await hall.send('PUT', at(2, 'review'), hall.secretary, review)).status).toBe(404);
  const rollUp = await hall.send('GET', at(1, 'roll-up'), hall.chairOfSuperior);
  expect(rollUp.body.rows.map(({ counts }: { counts: unknown }) => counts)).toEqual([written.body.counts, null]);
  expect(rollUp.body.total).toEqual(written.body.counts);
  // Person 5 sits in the superior: whatever the roll-up counts can be opened.
  for (const one of [hall.chairOfSuperior, hall.person(5), hall.person(2)]) {
    expect((await hall.send('GET', at(2, 'review'), one)).body.counts).toEqual(written.body.counts);
  }
  for (const one of [hall.chairOfSibling, hall.person(4), hall.administrator]) {
    for (const path of ['review', 'roll-up', 'targets/table', 'reports/year/review']) {
      expect((await hall.send('GET', at(2, path), one)).status).toBe(404);
    }
  }
  const mine = await hall.send('GET', '/api/half-term/committees', hall.person(1));
  expect(mine.body.map(({ committeeId }: { committeeId: string }) => committeeId).sort()).toEqual(
    [aCommittee(2).id, aCommittee(3).id].sort(),
  );
  expect((await hall.send('GET', '/api/half-term/committees', hall.administrator)).body).toEqual([]);
});

test('the superior is told when a review is finished, and that it is not once a report or the text changes', async () => {
  const finish = (version: number) => hall.send('POST', at(2, 'review/finish'), hall.office, { version });
  const told = async () => (await hall.send('GET', at(1, 'roll-up'), hall.chairOfSuperior)).body.rows[0].finishedAt;
  expect((await finish(7)).body.code).toBe('review-changed-meanwhile');
  expect((await hall.send('POST', at(2, 'review/finish'), hall.person(1), { version: 1 })).status).toBe(404);
  const { finishedAt } = (await finish(1)).body;
  expect(await told()).toBe(finishedAt);
  expect(finishedAt).not.toBeNull();
  await sendFile('PUT', at(2, 'reports/half-term/review'), 'application/pdf', '%PDF-1.7');
  expect(await told()).toBeNull();
  await finish(1);
  await hall.send('DELETE', at(2, 'reports/half-term/review'), hall.office);
  expect(await told()).toBeNull();
});

test('a remedy that answers no weakness and a session of another committee keep nothing', async () => {
  const put = (body: object) => hall.send('PUT', at(2, 'review', '2010–2015'), hall.chair, { ...review, ...body });
  expect((await put({ weaknesses: [] })).body.code).toBe('remedy-without-weakness');
  expect((await put({ sessionId: await aDraft(hall, 'qd-96-2023', 3) })).body.code).toBe(
    'session-of-another-committee',
  );
  expect((await hall.send('GET', at(2, 'review', '2010–2015'), hall.chair)).body.version).toBe(0);
});

test('a list of targets is shown before anything is kept; bad lines are named by line and column', async () => {
  const preview = `/api/committees/${aCommittee(2).id}/half-term/targets/preview`;
  const good = await sendFile('POST', preview, 'text/csv', 'Chỉ tiêu;Mục tiêu nghị quyết;Đạt được\nHộ nghèo;3,5;4\n');
  expect(good.body.targets).toEqual([
    { name: 'Hộ nghèo', unit: '', direction: 'at-least', target: 3.5, reached: 4, standing: 'exceeded' },
  ]);
  const bad = await sendFile('POST', preview, 'text/csv', 'Chỉ tiêu;Mục tiêu nghị quyết\nHộ nghèo;nhiều\n');
  expect(bad.body.code).toBe('targets-have-problems');
  expect(bad.body.problems[0]).toMatchObject({ code: 'not-a-number', line: 2, column: 'Mục tiêu nghị quyết' });
  const targets = [
    target('=cmd|x', -1.234),
    { ...target('  Thu  nhập', 1234.567), unit: 'triệu  đồng', direction: 'at-most', target: 1.234 },
    { ...target('Tỷ lệ, "khác"', null), unit: '' },
  ];
  const kept = await hall.send('PUT', at(2, 'review', '2015–2020'), hall.office, { ...review, targets });
  for (const [format, language] of [
    ['csv', 'vi'],
    ['xlsx', 'en'],
  ] as const) {
    const url = `${at(2, 'targets/table', '2015–2020')}&language=${language}&format=${format}`;
    const { rawPayload } = await hall.service.app.inject({ method: 'GET', url, headers: hall.office });
    if (format === 'csv') expect(rawPayload.toString()).toContain(`'=cmd|x`);
    const again = await hall.service.app.inject({
      ...{ method: 'POST', url: preview, payload: rawPayload },
      headers: { ...hall.office, 'content-type': 'application/octet-stream' },
    });
    expect(again.json().targets).toEqual(kept.body.targets);
  }
});

test.each([
  ['putReport', 'PUT'],
  ['removeReport', 'DELETE'],
] as const)(
  'a review that is finished while a report changes is not finished with another report (%s)',
  async (step, method) => {
    const term = step === 'putReport' ? '2040-2045' : '2045-2050';
    const { halfTerm } = hall.service.deps.store;
    const place = at(2, 'reports/half-term/review', term);
    await hall.send('PUT', at(2, 'review', term), hall.office, review);
    await sendFile('PUT', place, 'application/pdf', '%PDF-1.7');
    const original = halfTerm[step];
    // Between the request's beginning and the step that keeps or removes the file somebody declares the review finished.
    Object.assign(halfTerm, {
      [step]: async (...parts: Parameters<typeof original>) => {
        const finished = await hall.send('POST', at(2, 'review/finish', term), hall.office, { version: 1 });
        expect(finished.body.finishedAt).not.toBeNull();
        return Reflect.apply(original, halfTerm, parts);
      },
    });
    const headers = { ...hall.office, ...(method === 'PUT' && { 'content-type': 'application/pdf' }) };
    const payload = method === 'PUT' ? { payload: Buffer.from('%PDF-1.7 other') } : {};
    const answer = await hall.service.app.inject({ method, url: place, headers, ...payload });
    Object.assign(halfTerm, { [step]: original });
    expect(answer.statusCode).toBeLessThan(300);
    expect((await hall.send('GET', at(2, 'review', term), hall.office)).body.finishedAt).toBeNull();
  },
);

test('voters of the conference’s session read review and reports; those of another session do not', async () => {
  const sessionId = await aDraft(hall);
  expect((await hall.at(sessionId, 'GET', '/half-term', hall.person(1))).body.code).toBe('no-half-term-review');
  await hall.send('PUT', at(2, 'review', '2020–2025'), hall.office, { ...review, sessionId });
  const place = at(2, 'reports/half-term/inspection', '2020–2025');
  expect((await sendFile('PUT', place, 'application/pdf', 'no')).body.code).toBe('not-a-pdf');
  const sent = await sendFile('PUT', place, 'application/pdf', '%PDF-1.7');
  expect(sent.body.reports).toEqual([{ period: 'half-term', kind: 'inspection', size: 8 }]);
  expect((await hall.at(sessionId, 'GET', '/half-term', hall.person(1))).body.reports).toHaveLength(1);
  const read = (path: string, as: Headers) =>
    hall.service.app.inject({
      method: 'GET',
      url: `/api/sessions/${sessionId}/half-term/reports/${path}`,
      headers: as,
    });
  expect((await read('half-term/inspection', hall.person(1))).body).toBe('%PDF-1.7');
  expect((await read('year/inspection', hall.person(1))).json().code).toBe('unknown-report');
  expect((await read('half-term/inspection', hall.person(4))).statusCode).toBe(404);
  const keyOf = async (id: string) => ({ 'x-read-key': (await hall.state(id)).session.readKey });
  const other = await keyOf(await aDraft(hall));
  for (const [headers, status] of [
    [await keyOf(sessionId), 200],
    [other, 404],
    [hall.administrator, 404],
    [hall.chairOfSibling, 404],
  ] as const) {
    const as = headers as Headers;
    expect((await hall.at(sessionId, 'GET', '/half-term', as)).status).toBe(status);
    expect((await read('half-term/inspection', as)).statusCode).toBe(status);
  }
});

test('the plan says how long the conference lasts; outside is a warning and no refusal', async () => {
  const rank = aCommittee(2).rank;
  const before = await hall.send('GET', at(2, 'review', '2030–2035'), hall.office);
  expect(before.body).toMatchObject({ version: 0, conferenceLength: { minimum: 1, maximum: 1.5, plan: null } });
  const deadlines = [{ rank, by: '2027-06-30', conferenceDays: { minimum: 2, maximum: 3 } }];
  const plans = `/api/committees/${aCommittee(1).id}/plans`;
  const provisions = { ...someProvisions({ term: '2025–2030' }), deadlines, pilots: [], attending: [] };
  const { title } = provisions;
  const plan = await hall.send('POST', plans, hall.chairOfSuperior, provisions);
  expect((await hall.send('POST', `${plans}/${plan.body.id}/issue`, hall.chairOfSuperior)).status).toBe(200);
  const long = await hall.send('GET', at(2, 'review'), hall.office);
  expect(long.body).toMatchObject({
    conferenceLength: { minimum: 2, maximum: 3, plan: { title } },
    unusualLength: true,
  });
  const version = long.body.version;
  const days = { ...review, version, conference: { days: 2.5, agenda: [] } };
  expect((await hall.send('PUT', at(2, 'review'), hall.office, days)).body.unusualLength).toBe(false);
});
