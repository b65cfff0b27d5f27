import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { someProvisions } from '../../support/build/plans.ts';
import { aHall, type Hall, type Headers, settings } from '../../support/service/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const at = (committee: number, path = '') => `/api/committees/${aCommittee(committee).id}${path}`;
let numbers = 0;
const provisions = (change: object = {}) => ({ ...someProvisions({ number: `${++numbers}-KH/TU` }), ...change });

async function drafted(change: object = {}): Promise<string> {
  const made = await hall.send('POST', at(1, '/plans'), hall.chairOfSuperior, provisions(change));
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}

async function issued(change: object = {}): Promise<string> {
  const id = await drafted(change);
  const made = await hall.send('POST', at(1, `/plans/${id}/issue`), hall.chairOfSuperior);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return id;
}

describe('a draft', () => {
  test('sent again after a lost answer is there once; its id is nobody else’s', async () => {
    const body = { id: crypto.randomUUID(), ...provisions() };
    const send = (change: object = {}, issuer = 1, as = hall.chairOfSuperior) =>
      hall.send('POST', at(issuer, '/plans'), as, { ...body, ...change });
    const [one, other] = await Promise.all([send(), send()]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body).toEqual(one.body);
    expect((await send({ title: 'Kế hoạch khác' })).body).toMatchObject({ code: 'id-in-use', status: 409 });
    expect((await send({ number: '99-KH/TU' }, 2, hall.chair)).body.code).toBe('id-in-use');
    const { body: listed } = await hall.send('GET', at(1, '/plans'), hall.chairOfSuperior);
    expect(listed.filter(({ id }: { id: string }) => id === body.id)).toHaveLength(1);
  });

  test('is seen by the issuer’s chair and office and by nobody else', async () => {
    const id = await drafted();
    const read = (committee: number, as: Headers | undefined) =>
      hall.send('GET', at(committee, `/plans/${id}`), as).then(({ status }) => status);
    expect(await read(1, hall.chairOfSuperior)).toBe(200);
    expect(await Promise.all([read(1, hall.person(5)), read(2, hall.chair), read(1, hall.chair)])).toEqual([
      ...[404, 404, 404],
    ]);
    expect(await read(1, undefined)).toBe(401);
    const listed = (as: Headers) => hall.send('GET', at(1, '/plans'), as);
    const ids = async (as: Headers) => (await listed(as)).body.map((plan: { id: string }) => plan.id);
    expect(await ids(hall.chairOfSuperior)).toContain(id);
    expect(await ids(hall.person(5))).not.toContain(id);
  });

  test('is changed and thrown away; nobody writes for another committee', async () => {
    const id = await drafted();
    const changed = await hall.send(
      'PUT',
      at(1, `/plans/${id}`),
      hall.chairOfSuperior,
      provisions({ title: 'Kế hoạch mới' }),
    );
    expect(changed.body.title).toBe('Kế hoạch mới');
    expect((await hall.send('POST', at(1, '/plans'), hall.chair, provisions())).status).toBe(404);
    expect((await hall.send('PUT', at(2, `/plans/${id}`), hall.chair, provisions())).body.code).toBe('not-found');
    expect((await hall.send('DELETE', at(2, `/plans/${id}`), hall.chair)).body.code).toBe('not-found');
    expect((await hall.send('DELETE', at(1, `/plans/${id}`), hall.chairOfSuperior)).status).toBe(204);
  });

  test.each([
    ['a number that another plan of the year bears', { number: '1-kh/TU' }, 409, 'plan-number-taken'],
    ['a deadline before its date', { date: '2027-04-01' }, 422, 'deadline-before-plan'],
    ['an unknown ballot form', { formId: 'qd-1-1900' }, 422, 'unknown-form'],
    [
      'a stranger in its steering committee',
      { steering: [{ personId: aPersonId(999), role: 'Trưởng ban' }] },
      422,
      'unknown-person',
    ],
    ['a pilot that does not follow', { pilots: [{ committeeId: aCommittee(9).id }] }, 422, 'committee-does-not-follow'],
    ['a day that does not exist', { date: '2026-02-30' }, 400, 'invalid-request'],
  ])('with %s is refused and kept nowhere', async (_what, change, status, code) => {
    await drafted({ number: '1-KH/TU', date: '2026-05-05' }).catch(() => undefined);
    const before = (await hall.send('GET', at(1, '/plans'), hall.chairOfSuperior)).body;
    const made = await hall.send('POST', at(1, '/plans'), hall.chairOfSuperior, provisions(change));
    expect([made.status, made.body.code]).toEqual([status, code]);
    expect((await hall.send('GET', at(1, '/plans'), hall.chairOfSuperior)).body).toEqual(before);
  });
});

describe('an issued plan', () => {
  test('is read by those who follow it, names its people, and is fixed', async () => {
    const id = await issued({
      date: '2019-12-01',
      steering: [{ personId: aPersonId(5), role: 'Trưởng ban' }],
      attending: [{ committeeId: aCommittee(2).id, personId: aPersonId(5) }],
    });
    const read = await hall.send('GET', at(2, `/plans/${id}`), hall.person(1));
    expect(read.body).toMatchObject({ state: 'issued', steering: [{ name: 'Đồng chí 5', role: 'Trưởng ban' }] });
    expect(read.body.attending).toMatchObject([
      { committeeName: aCommittee(2).name, directorName: aCommittee(1).name, name: 'Đồng chí 5' },
    ]);
    const change = await hall.send('PUT', at(1, `/plans/${id}`), hall.chairOfSuperior, provisions());
    const remove = await hall.send('DELETE', at(1, `/plans/${id}`), hall.chairOfSuperior);
    expect([change.body.code, remove.body.code]).toEqual(['plan-already-issued', 'plan-already-issued']);
  });

  test('tells a committee what it owes and by when, and is amended on record', async () => {
    const id = await issued();
    const owed = async () =>
      (await hall.send('GET', at(2, '/obligations'), hall.person(2))).body.find(
        (one: { plan: { id: string } }) => one.plan.id === id,
      );
    expect(await owed()).toMatchObject({ progress: 'not-begun', by: '2027-03-31', daysLeft: 120, sessionId: null });
    const { purpose, requirements } = someProvisions();
    const amended = await hall.send('POST', at(1, `/plans/${id}/amendments`), hall.chairOfSuperior, {
      ...{ number: null, date: '2026-12-02', summary: 'Lùi hạn' },
      provisions: { purpose, requirements, deadlines: [{ rank: 'commune', by: '2027-04-30' }] },
    });
    expect(amended.body.amendments).toMatchObject([
      { summary: 'Lùi hạn', before: { deadlines: [{ by: '2027-03-31' }] } },
    ]);
    expect(await owed()).toMatchObject({ by: '2027-04-30' });
  });

  test('names whom it may name, found by their own names first, then by whoever directs them', async () => {
    const { committees } = hall.service.deps.store;
    const names = ['Chi bộ 10', 'Chi bộ 2 Đảng bộ xã 2', 'Chi bộ 1'];
    for (const [index, name] of names.entries()) {
      const committee = aCommittee(51 + index, { name, rank: 'cell', superiorId: aCommittee(2).id });
      await committees.change({ around: [] }, () => ({ ok: true, value: committee }));
    }
    const found = async (search: string) =>
      (await hall.send('GET', at(1, `/followers?search=${search}`), hall.chairOfSuperior)).body.map(
        ({ name }: { name: string }) => name,
      );
    expect(await found('dang bo xa 2')).toEqual(['Đảng bộ xã 2', 'Chi bộ 2 Đảng bộ xã 2', 'Chi bộ 1', 'Chi bộ 10']);
    expect(await found('chi bo 1 xa 2')).toEqual(['Chi bộ 1']);
  });

  test('collects what pilot committees learnt, for all who follow', async () => {
    const id = await issued({ pilots: [{ committeeId: aCommittee(2).id }] });
    const add = (committee: number, as: Headers) =>
      hall.send('POST', at(committee, `/plans/${id}/notes`), as, { text: 'Phát phiếu sớm hai ngày.' });
    expect((await add(2, hall.office)).status).toBe(201);
    expect((await add(3, hall.chairOfSibling)).body.code).toBe('not-a-pilot');
    expect((await add(2, hall.person(1))).status).toBe(404);
    const read = await hall.send('GET', at(3, `/plans/${id}`), hall.chairOfSibling);
    expect(read.body.notes).toMatchObject([{ committeeName: aCommittee(2).name, text: 'Phát phiếu sớm hai ngày.' }]);
    const sent = { id: crypto.randomUUID(), text: 'Mời sớm hơn.' };
    const again = (change: object = {}) =>
      hall.send('POST', at(2, `/plans/${id}/notes`), hall.secretary, { ...sent, ...change });
    const [one, other] = await Promise.all([again(), again()]);
    expect([one.status, one.body.notes.length, other.body]).toEqual([201, 2, one.body]);
    expect((await again({ text: 'Khác.' })).body).toMatchObject({ code: 'id-in-use', status: 409 });
  });
});

describe('a session under a plan', () => {
  const { title: _, ...withoutTitle } = settings;
  const begin = (planId: string, change: object = {}) =>
    hall.send('POST', at(2, '/sessions'), hall.chair, { ...withoutTitle, planId, ...change });

  test('takes over form, wording and deadlines, and cites the plan whatever is changed later', async () => {
    const id = await issued({ title: 'Lấy phiếu năm 2026', formId: 'nq-96-2023-qh15', number: '77-KH/TU' });
    const { body } = await begin(id);
    expect(body).toMatchObject({ title: 'Lấy phiếu năm 2026', formId: 'nq-96-2023-qh15', plan: '77-KH/TU' });
    expect(body.underPlan).toMatchObject({ id, by: '2027-03-31', reportBy: '2027-05-10', pilot: false });
    expect(body.underPlan.briefingDraft).toBe('Đánh giá cán bộ.\n\nCông tâm.');
    const changed = await hall.at(body.id, 'PUT', '/settings', hall.chair, { ...settings, plan: '1-KH/XX' });
    expect(changed.body).toMatchObject({ plan: '77-KH/TU', underPlan: { id } });
  });

  test('has the plan’s form and no other', async () => {
    const id = await issued();
    expect((await begin(id, { formId: 'nq-96-2023-qh15' })).body.code).toBe('form-differs-from-plan');
    expect((await begin(id, { formId: 'qd-96-2023' })).status).toBe(201);
  });

  test('is refused under a draft, an unknown plan, or a plan that names another rank', async () => {
    const other = await issued({ deadlines: [{ rank: 'province', by: '2027-03-31' }] });
    for (const id of [await drafted(), '00000004-0000-4000-8000-000000000999', other]) {
      expect((await begin(id)).body.code).toBe('plan-not-followed');
    }
  });

  test('without a plan needs a title and a form', async () => {
    const made = await hall.send('POST', at(2, '/sessions'), hall.chair, withoutTitle);
    expect(made.body.code).toBe('invalid-request');
  });
});

describe('the board', () => {
  test('shows states and days left to the issuer, filtered and paged, and no way into a session', async () => {
    const id = await issued();
    await hall.send('POST', at(2, '/sessions'), hall.chair, { ...settings, planId: id });
    const board = await hall.send('GET', at(1, `/plans/${id}/board`), hall.person(5));
    expect(board.body).toMatchObject({ total: 3, today: '2026-12-01', ranks: [{ rank: 'commune', total: 3 }] });
    const row = board.body.rows.find(({ committeeId }: { committeeId: string }) => committeeId === aCommittee(2).id);
    expect(row).toMatchObject({ progress: 'in-preparation', daysLeft: 120, late: false });
    expect(JSON.stringify(board.body)).not.toMatch(/sessionId|result|count/i);
    const query = async (text: string) =>
      (await hall.send('GET', at(1, `/plans/${id}/board?${text}`), hall.chairOfSuperior)).body;
    expect((await query('state=not-begun&search=dang bo xa 3')).rows).toHaveLength(1);
    const first = await query('limit=2');
    expect(first).toMatchObject({ total: 3, rows: [{}, {}], next: expect.any(String) });
    const second = await query(`limit=2&after=${encodeURIComponent(first.next)}`);
    expect(second).toMatchObject({ total: 3, rows: [{ name: 'Đảng bộ xã 3' }], next: null });
    expect((await query('state=late')).total).toBe(0);
  });

  test('is the issuer’s alone', async () => {
    const id = await issued();
    const status = async (committee: number, as: Headers) =>
      (await hall.send('GET', at(committee, `/plans/${id}/board`), as)).status;
    expect(await status(2, hall.chair)).toBe(404);
    expect(await status(1, hall.chair)).toBe(404);
    expect(await status(1, hall.administrator)).toBe(404);
  });

  test('is exported with formulas made text', async () => {
    const evil = aCommittee(4, { name: '=cmd|’/C calc’!A0', superiorId: aCommittee(1).id });
    await hall.service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: evil }));
    const id = await issued();
    const file = (kind: string) =>
      hall.service.app.inject({ url: at(1, `/plans/${id}/board/table?format=${kind}`), headers: hall.chairOfSuperior });
    const csv = await file('csv');
    expect(csv.body).toContain("'=cmd");
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await file('xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

test('who chairs or serves a committee is reminded of what is due soon, and nobody else', async () => {
  const soon = await issued({ deadlines: [{ rank: 'commune', by: '2026-12-10' }] });
  await issued();
  const reminded = async (as: Headers) =>
    (await hall.send('GET', '/api/me/reminders', as)).body.map((one: { plan: { id: string } }) => one.plan.id);
  expect(await reminded(hall.office)).toEqual([soon]);
  expect(await reminded(hall.person(1))).toEqual([]);
});

describe('the annual rating', () => {
  test('runs under its own plan and deadlines, with four levels, for the members', async () => {
    const deadlines = [{ rank: 'commune', by: '2026-12-25' }];
    const id = await issued({ formId: '366-qd-tw-2025', title: 'Xếp loại năm 2026', deadlines });
    const made = await hall.send('POST', at(2, '/sessions'), hall.chair, { ...settings, planId: id });
    expect(made.body).toMatchObject({ formId: '366-qd-tw-2025', underPlan: { by: '2026-12-25' } });
    expect(made.body.subjects).toHaveLength(3);
    const { form } = (await hall.state(made.body.id)).session;
    expect(form.levels.map((level) => level.id)).toEqual(['excellent', 'good', 'completed', 'failed']);
  });

  test('rates organisations that are named one by one, each once, and is issued like any other vote', async () => {
    const made = await hall.send('POST', at(2, '/sessions'), hall.chair, { ...settings, formId: '366-qd-tw-2025-org' });
    expect([made.body.subjects, made.body.missing.length > 0]).toEqual([[], true]);
    const session = made.body.id;
    const add = (name: string) => hall.at(session, 'POST', '/organisations', hall.office, { name, kind: 'Chi bộ' });
    expect((await add('Chi bộ thôn 1')).status).toBe(201);
    expect((await add(' chi bộ THÔN 1')).body.code).toBe('organisation-listed-already');
    const two = await add('Chi bộ thôn 2');
    const again = { id: crypto.randomUUID(), name: 'Chi bộ thôn 9', kind: 'Chi bộ' };
    const send = (change: object = {}) =>
      hall.at(session, 'POST', '/organisations', hall.office, { ...again, ...change });
    const { audit } = hall.service.deps.store;
    const before = (await audit.check()).count;
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect([answers[0]?.body.subjects.length, (await audit.check()).count]).toEqual([3, before + 1]);
    expect((await send({ kind: 'Chi đoàn' })).body).toMatchObject({ code: 'id-in-use', status: 409 });
    await hall.at(session, 'DELETE', `/organisations/${again.id}`, hall.office);
    const second = two.body.subjects[1].id;
    expect((await hall.at(session, 'DELETE', `/organisations/${second}`, hall.office)).body.subjects).toHaveLength(1);
    const personIds = [101, 102, 103].map(aPersonId);
    await hall.at(session, 'PUT', '/tellers', hall.chair, { personIds, threshold: 2 });
    expect((await hall.at(session, 'POST', '/issue', hall.chair)).body).toMatchObject({
      ...{ state: 'issued', subjects: [{ name: 'Chi bộ thôn 1', position: 'Chi bộ' }] },
    });
    expect((await add('Chi bộ thôn 3')).body.code).toBe('not-in-draft');
  });

  test('a vote on members takes no organisation, and a member’s seat is not taken off as one', async () => {
    const made = await hall.send('POST', at(2, '/sessions'), hall.chair, { ...settings, formId: '366-qd-tw-2025' });
    const organisation = { name: 'Chi bộ thôn 1', kind: 'Chi bộ' };
    const added = await hall.at(made.body.id, 'POST', '/organisations', hall.office, organisation);
    expect(added.body.code).toBe('form-has-no-organisations');
    const seat = made.body.subjects[0].id;
    const removed = await hall.at(made.body.id, 'DELETE', `/organisations/${seat}`, hall.office);
    expect(removed.body.code).toBe('unknown-subject');
  });
});

describe('a new plan from an earlier one', () => {
  test('says all that still holds, without number and past days; who has left and what has ended is named', async () => {
    const member = { committeeId: aCommittee(2).id, personId: aPersonId(5) };
    const past = { rank: 'commune', by: '2020-01-01', reportBy: null };
    const id = await issued({
      date: '2019-12-01',
      steering: [{ personId: aPersonId(5), role: 'Trưởng ban' }],
      attending: [member],
      pilots: [{ committeeId: aCommittee(2).id, by: '2020-01-01' }],
      deadlines: [past],
    });
    const read = (committee: number, as: Headers) => hall.send('GET', at(committee, `/plans/${id}/copy`), as);
    const { status, body } = await read(1, hall.chairOfSuperior);
    expect(status).toBe(200);
    expect(body.notCopied).toEqual([{ part: 'deadline', name: 'commune', reason: 'past' }]);
    expect(body.plan).toMatchObject({
      ...{ state: 'draft', number: null, deadlines: [], pilots: [{ by: null }], notes: [], amendments: [] },
      ...{ steering: [{ role: 'Trưởng ban' }], attending: [member], purpose: 'Đánh giá cán bộ.' },
    });
    expect((await read(2, hall.chair)).status).toBe(404);
    expect((await read(1, hall.person(5))).status).toBe(404);
  });
});
