import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accountId } from '../../src/domain/account/account.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { correctName } from '../../src/server/committees/correct-name.ts';
import { enterDelegateFile } from '../../src/server/workers/office/delegates-work.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { someProvisions } from '../support/build/plans.ts';
import { aDraft, aHall, anIssued, type Hall, type Headers } from '../support/service/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await aHall();
});
afterAll(() => hall.service.app.close());

const person = aPersonId(2);
const committee = aCommittee(2).id;
const correct = (body: unknown, as: Headers, path = `/api/committees/${committee}/people/${person}/name`) =>
  hall.send('PUT', path, as, body);
const view = async (id: string) => (await hall.send('GET', `/api/sessions/${id}`, hall.chair)).body;
const namesIn = ({ subjects, roll }: Record<'subjects' | 'roll', { name: string }[]>) =>
  [...subjects, ...roll].map(({ name }) => name);

test('a corrected name stands on the seat, in drafts and lists, not in what was issued, and the log names who', async () => {
  const before = (await hall.service.deps.store.committees.findPerson(person))?.name ?? '';
  const [issued, draft] = [await anIssued(hall), await aDraft(hall)];
  const term = encodeURIComponent('2025–2030');
  await hall.service.deps.store.summoned.change(committee, '2025–2030', () => ({
    ok: true,
    value: {
      ...{ committeeId: committee, term: '2025–2030' },
      people: [
        {
          ...{ id: person, personId: person, name: before, position: 'Ủy viên' },
          ...{ standing: 'delegate', votes: true, struck: null },
        },
      ],
    },
  }));
  const answer = await correct({ name: 'Đồng chí Hòa', birthYear: 1970 }, hall.office);
  expect([answer.status, answer.body]).toEqual([200, { id: person, name: 'Đồng chí Hòa', birthYear: 1970 }]);

  const seats = await hall.send('GET', `/api/committees/${committee}/seats`, hall.office);
  expect(seats.body.map(({ name: fullName }: { name: string }) => fullName)).toContain('Đồng chí Hòa');
  expect(namesIn(await view(draft))).toContain('Đồng chí Hòa');
  expect(namesIn(await view(draft))).not.toContain(before);
  expect(namesIn(await view(issued))).toContain(before);
  expect(namesIn(await view(issued))).not.toContain('Đồng chí Hòa');
  const lists = await hall.send('GET', `/api/committees/${committee}/summoned?term=${term}`, hall.office);
  expect(lists.body[0].people[0].name).toBe('Đồng chí Hòa');

  const { store } = hall.service.deps;
  const page = { after: null, limit: 1 };
  const [entry] = await store.audit.list({ kind: 'committee', committeeId: committee, accountIds: [] }, page);
  expect(entry).toMatchObject({ event: 'correctNameOfMember', personId: person, committeeId: committee });
});

test('a year of birth that is left out stays, null takes it away', async () => {
  await correct({ name: 'Đồng chí Hoà', birthYear: 1970 }, hall.office);
  expect((await correct({ name: 'Đồng chí Hòa' }, hall.office)).body.birthYear).toBe(1970);
  expect((await correct({ name: 'Đồng chí Hòa', birthYear: null }, hall.office)).body.birthYear).toBeNull();
});

test('the list of seats shows years of birth only where two of one name sit in it', async () => {
  const years = async () =>
    (await hall.send('GET', `/api/committees/${committee}/seats`, hall.office)).body.flatMap(
      ({ birthYear }: { birthYear?: number }) => birthYear ?? [],
    );
  const other = `/api/committees/${committee}/people/${aPersonId(3)}/name`;
  await correct({ name: 'Đồng chí Hòa', birthYear: 1970 }, hall.office);
  await correct({ name: 'Đồng chí Hai', birthYear: 1980 }, hall.office, other);
  expect(await years()).toEqual([]);
  await correct({ name: 'Đồng chí Hoà', birthYear: 1980 }, hall.office, other);
  expect(await years()).toEqual([1970, 1980]);
});

test('wherever two of one name stand in a list their years stand beside their names, which stay names', async () => {
  await correct({ name: 'Đồng chí Hòa', birthYear: 1970 }, hall.office);
  const other = `/api/committees/${committee}/people/${aPersonId(3)}/name`;
  await correct({ name: 'Đồng chí Hoà', birthYear: 1980 }, hall.office, other);
  type Shown = { name?: string; birthYear?: number };
  const shown = (people: readonly Shown[]) =>
    people.flatMap(({ name, birthYear }) => (birthYear === undefined ? [] : [name, birthYear]));
  const both = ['Đồng chí Hòa', 1970, 'Đồng chí Hoà', 1980];
  const read = async (url: string, as: Headers) => (await hall.send('GET', url, as)).body;
  const found = await read(`/api/people?search=hoa`, hall.administrator);
  expect(shown(found.rows)).toEqual(both);
  expect(shown((await read('/api/people?search=dong', hall.administrator)).rows)).toHaveLength(4);
  expect(shown((await read('/api/people?search=dong%20chi%203', hall.administrator)).rows)).toEqual([]);
  expect(shown(await read(`/api/committees/${committee}/accounts`, hall.office))).toEqual(both);
  const id = await aDraft(hall);
  expect(shown(await read(`/api/sessions/${id}/people?name=hoa`, hall.office))).toEqual(both);
  const session = (await hall.at(id, 'GET', '', hall.chair)).body;
  expect([shown(session.subjects), shown(session.roll)]).toEqual([both, both]);

  const plans = `/api/committees/${committee}/plans`;
  const chosen = [person, aPersonId(3), aPersonId(1)].map((personId) => ({ personId, role: 'Ủy viên' }));
  const plan = await hall.send('POST', plans, hall.chair, { ...someProvisions(), steering: chosen });
  expect(shown(plan.body.steering)).toEqual(both);
});

test('an office corrects its own people, an administrator anybody, others nobody', async () => {
  const body = { name: 'Đồng chí Một' };
  for (const as of [hall.secretary, hall.person(1), hall.chairOfSibling])
    expect((await correct(body, as)).status).toBe(404);
  const elsewhere = `/api/committees/${committee}/people/${aPersonId(4)}/name`;
  expect((await correct(body, hall.office, elsewhere)).body.code).toBe('unknown-person');
  expect((await correct(body, hall.administrator, `/api/people/${person}/name`)).status).toBe(200);
  expect((await correct(body, hall.office, `/api/people/${person}/name`)).status).toBe(403);
  expect((await correct(body, hall.administrator, `/api/people/${aPersonId(999)}/name`)).body.code).toBe(
    'unknown-person',
  );
});

test('an office corrects nobody who sits elsewhere too, or sits here no more', async () => {
  const { store } = hall.service.deps;
  const name = (id: string) => `/api/committees/${committee}/people/${id}/name`;
  const before = await store.committees.people();
  const logged = async (committeeId: typeof committee) => {
    const [entry] = await store.audit.list(
      { kind: 'committee', committeeId, accountIds: [] },
      { after: null, limit: 1 },
    );
    return entry;
  };
  // Sits in the sibling too.
  const answer = await correct({ name: 'Kẻ Khác' }, hall.office, name(aPersonId(1)));
  expect([answer.status, answer.body.code]).toEqual([403, 'not-only-here']);
  // Sits in the sibling; here for one day long ago.
  const day = { committeeId: committee, personId: aPersonId(4), position: 'Ủy viên', order: 9 };
  const seat = { ...day, id: aSeatId(90), from: '1950-01-01', to: '1950-01-01' };
  await store.committees.importRoster(null, () => ({ ok: true, seats: [seat] }));
  const other = await correct({ name: 'Kẻ Khác' }, hall.office, name(aPersonId(4)));
  expect([other.status, other.body.code]).toEqual([403, 'not-only-here']);
  expect(await store.committees.people()).toEqual(before);

  // An administrator may; every committee where they sit finds it in its log.
  expect((await correct({ name: 'Đồng chí Một' }, hall.administrator, `/api/people/${aPersonId(1)}/name`)).status).toBe(
    200,
  );
  for (const id of [committee, aCommittee(3).id])
    expect(await logged(id)).toMatchObject({ event: 'correctName', personId: aPersonId(1), committeeId: id });
});

test('what is no name is refused and changes nothing', async () => {
  const before = await hall.service.deps.store.committees.findPerson(person);
  expect((await correct({ name: '=1+1' }, hall.office)).body.code).toBe('bad-name');
  const unborn = await correct({ name: 'Trần Văn Bão', birthYear: 2050 }, hall.office);
  expect(unborn.body.code).toBe('bad-birth-year');
  expect((await correct({ name: 'Đồng chí \u202eMột' }, hall.office)).body.problems[0].code).toBe(
    'forbidden-character',
  );
  expect((await correct({ name: 'Một', birthYear: 70 }, hall.office)).status).toBe(400);
  expect(await hall.service.deps.store.committees.findPerson(person)).toEqual(before);
});

test('a name that is corrected while delegates are being entered is not written as it was', async () => {
  const { deps } = hall.service;
  const { committees, summoned } = deps.store;
  const named = async (fullName: string) => {
    await correctName(deps, { personId: person, name: fullName }, { within: null, office: null }, () => {});
    return summoned.list(committee).then((lists) => lists.flatMap(({ people }) => people.map(({ name }) => name)));
  };
  await named('Lê Thị Hoà');
  const known = await committees.findPerson(person);
  if (known === undefined) throw new Error('nobody');
  await committees.importRoster(null, () => ({ ok: true, people: [{ ...known, code: 'DV-HOA' }] }));
  const { enter } = summoned;
  const changing = vi.spyOn(summoned, 'enter').mockImplementationOnce(async (...step) => {
    await named('Lê Thị Hòa Bình');
    return enter(...step);
  });
  const file = utf8Bytes('Họ và tên\tChức vụ\tMã cá nhân\nLê Thị Hòa\tỦy viên\tDV-HOA');
  const made = { accountId: accountId.parse(randomUUID()), at: '2026-12-01T01:00:00.000Z' };
  const read = { file, capitals: 'keep' as const, today: '2026-12-01', diff: undefined };
  // As a worker does it.
  const asked = { committeeId: committee, term: '2030–2035', ...read, made };
  const entered = await enterDelegateFile(deps.store, asked, randomUUID);
  changing.mockRestore();
  // Whoever has the code has another name now than the list says.
  expect(entered).toMatchObject({ refusal: 'roster-has-problems', problems: [{ code: 'code-of-another-name' }] });
  expect(await summoned.find(committee, '2030–2035')).toBeUndefined();
});

test('delegates are entered as they were looked at, or looked at again', async () => {
  const { deps, app } = hall.service;
  const send = async (method: 'POST' | 'PUT', path: string, diff = '') => {
    const answer = await app.inject({
      method,
      url: `/api/committees/${committee}/summoned/delegates${path}?term=${encodeURIComponent('2035–2040')}${diff}`,
      headers: { ...hall.office, 'content-type': 'text/csv' },
      payload: 'Họ và tên\tChức vụ\tMã cá nhân\nLê Thị Bình\tỦy viên\tDV-BINH\nLê Thị Ba\tỦy viên',
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  await correct({ name: 'Lê Thị Bình', birthYear: null }, hall.office);
  const known = await deps.store.committees.findPerson(person);
  if (known === undefined) throw new Error('nobody');
  await deps.store.committees.importRoster(null, () => ({ ok: true, people: [{ ...known, code: 'DV-BINH' }] }));
  const looked = await send('POST', '/preview');
  expect(looked).toMatchObject({ status: 200 });
  const { diff } = looked.body;
  await correct({ name: 'Lê Thị Bình', birthYear: 1970 }, hall.office);
  expect((await send('PUT', '', `&diff=${diff}`)).body.code).toBe('preview-outdated');
  expect(await deps.store.summoned.find(committee, '2035–2040')).toBeUndefined();
  const { diff: now } = (await send('POST', '/preview')).body;
  expect((await send('PUT', '', `&diff=${now}`)).status).toBe(200);
  // The list that it would replace now is part of what was looked at.
  expect((await send('PUT', '', `&diff=${now}`)).body.code).toBe('preview-outdated');
  expect((await send('PUT', '')).status).toBe(200);
});
