import { expect, test } from 'vitest';
import { personId } from '../../src/domain/roster/person.ts';
import { accept } from '../../src/domain/ruling.ts';
import { withAllPapers } from '../../src/server/store/session-store.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aCommitteeId, aPersonId, aSeatId } from '../support/build/ids.ts';
import { aStoredSession } from '../support/build/stored-sessions.ts';
import { patchStore } from '../support/service/patched-store.ts';
import { aService, signedInAs, type TestService } from '../support/service/service.ts';

type Headers = { authorization: string };
type Method = 'GET' | 'POST' | 'PUT';

const province = aCommittee(1, { name: 'Tỉnh ủy', rank: 'province' });
const district = aCommittee(2, { name: 'Huyện ủy', rank: 'above-grassroots', superiorId: province.id });
const commune = aCommittee(3, { name: 'Đảng ủy xã An Bình', superiorId: district.id });
const cell = aCommittee(4, { name: 'Chi bộ 1', rank: 'cell', superiorId: commune.id });

/** Four committees below each other, and one person, who sits in the commune's. */
async function aTree() {
  const service = await aService();
  const people = [{ id: aPersonId(1), name: 'Nguyễn Thị Hoa', code: 'CB-01', birthYear: null }];
  const seat = { committeeId: commune.id, personId: aPersonId(1), position: 'Bí thư', order: 1, from: null, to: null };
  const committees = [province, district, commune, cell];
  const seats = [{ ...seat, id: aSeatId(1) }];
  await service.deps.store.committees.importRoster(null, () => ({ ok: true, committees, people, seats }));
  const administrator = await signedInAs(service, { administrator: true });
  const office = await signedInAs(service, { grants: [{ role: 'office', committeeId: commune.id }] });
  return { service, administrator, office, ask: asking(service) };
}

function asking({ app }: TestService) {
  return async (headers: Headers, method: Method, url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
}

test('a committee moves on a day, and stays readable under its old superior', async () => {
  const { administrator, ask } = await aTree();
  const url = `/api/committees/${commune.id}`;
  const change = { from: district.id, to: province.id, on: '2025-07-01' };
  expect((await ask(administrator, 'PUT', `${url}/superior`, change)).body).toMatchObject({ superiorId: province.id });
  expect((await ask(administrator, 'GET', `${url}/history`)).body.superiors).toEqual([
    { superior: { id: province.id, name: 'Tỉnh ủy' }, from: '2025-07-01', to: null },
    { superior: { id: district.id, name: 'Huyện ủy' }, from: null, to: '2025-06-30' },
  ]);
  const old = await ask(administrator, 'GET', `/api/committees/${district.id}/history`);
  expect(old.body.formerSubordinates).toEqual([
    { committee: { id: commune.id, name: commune.name }, from: null, to: '2025-06-30' },
  ]);
  // The tree of a day before shows the old structure, the tree of today the new one.
  const below = async (id: string, query: string) => {
    const { body } = await ask(administrator, 'GET', `/api/committees/${id}/subordinates${query}`);
    return body.rows.map(({ name, subordinates }: Record<string, unknown>) => [name, subordinates]);
  };
  expect(await below(district.id, '?on=2025-06-30')).toEqual([[commune.name, 1]]);
  expect(await below(district.id, '?on=2025-07-01')).toEqual([]);
  expect(await below(province.id, '?on=2025-06-30')).toEqual([['Huyện ủy', 1]]);
  expect(await below(province.id, '')).toEqual([
    [commune.name, 1],
    ['Huyện ủy', 0],
  ]);
  const top = await ask(administrator, 'GET', '/api/committee-tree?on=2025-06-30');
  expect(top.body.rows).toMatchObject([{ id: province.id, subordinates: 1 }]);
  const future = { from: province.id, to: district.id, on: '2027-01-01' };
  expect((await ask(administrator, 'PUT', `${url}/superior`, future)).body.code).toBe('date-in-future');
});

test('a tree is read from the top, a level at a time, and searched without diacritics', async () => {
  const { administrator, office, ask } = await aTree();
  expect((await ask(administrator, 'GET', '/api/committee-tree')).body).toMatchObject({
    rows: [{ name: 'Tỉnh ủy', subordinates: 1 }],
    next: null,
  });
  expect((await ask(office, 'GET', '/api/committee-tree')).body.rows).toMatchObject([{ id: commune.id }]);
  const below = await ask(administrator, 'GET', `/api/committees/${commune.id}/subordinates`);
  expect(below.body.rows).toMatchObject([{ name: 'Chi bộ 1', subordinates: 0 }]);
  const found = await ask(administrator, 'GET', '/api/committee-search?search=an%20binh');
  expect(found.body.rows).toMatchObject([
    { id: commune.id, way: ['Tỉnh ủy', 'Huyện ủy'] },
    { name: 'Chi bộ 1', way: ['Tỉnh ủy', 'Huyện ủy', 'Đảng ủy xã An Bình'] },
  ]);
  const one = await ask(administrator, 'GET', '/api/committee-search?search=an%20binh&limit=1');
  const behind = await ask(administrator, 'GET', `/api/committee-search?search=an%20binh&after=${one.body.next}`);
  expect([...one.body.rows, ...behind.body.rows]).toEqual(found.body.rows);
  const [first, second] = [await ask(administrator, 'GET', '/api/committee-search?limit=3'), ''];
  expect(first.body.rows).toHaveLength(3);
  const rest = await ask(administrator, 'GET', `/api/committee-search?limit=3&after=${first.body.next}${second}`);
  expect(rest.body).toMatchObject({ rows: [{ name: 'Tỉnh ủy' }], next: null });
  // The commune's office finds its own, the one above and those below, and nobody else's.
  const own = await ask(office, 'GET', '/api/committee-search');
  expect(own.body.rows.map(({ id }: { id: string }) => id).sort()).toEqual([district.id, commune.id, cell.id]);
});

test('districts end: nothing is half done, then their communes stand under the province', async () => {
  const { service, administrator, office, ask } = await aTree();
  const dissolve = () => ask(administrator, 'POST', `/api/committees/${district.id}/dissolution`, { on: '2025-07-01' });
  expect((await dissolve()).body).toMatchObject({ code: 'has-subordinates', problems: [{ about: commune.name }] });
  expect(await service.deps.store.committees.list()).toEqual([province, district, commune, cell]);
  const merger = { committeeIds: [district.id], into: { id: province.id }, on: '2025-07-01', seats: 'end' };
  const merged = await ask(administrator, 'POST', '/api/committee-mergers', merger);
  expect(merged.body).toMatchObject({ id: province.id });
  expect(await service.deps.store.committees.find(commune.id)).toMatchObject({ superiorId: province.id });
  expect((await dissolve()).body.code).toBe('committee-ended');
  const history = await ask(administrator, 'GET', `/api/committees/${district.id}/history`);
  expect(history.body).toMatchObject({ successor: { name: 'Tỉnh ủy' } });
  // Who served the district is told; who serves what still stands is told nothing.
  const servesDistrict = await signedInAs(service, { grants: [{ role: 'office', committeeId: district.id }] });
  expect((await ask(servesDistrict, 'GET', '/api/me/ended-committees')).body).toEqual([
    { committeeId: district.id, name: 'Huyện ủy', endedOn: '2025-06-30', successor: 'Tỉnh ủy' },
  ]);
  expect((await ask(office, 'GET', '/api/me/ended-committees')).body).toEqual([]);
});

test('the office keeps the seats and terms of its committee, and of no other', async () => {
  const { service, administrator, office, ask } = await aTree();
  const url = `/api/committees/${commune.id}`;
  const person = { name: 'Trần Văn Bảo', code: null, birthYear: 1975 };
  const seat = { who: person, position: 'Ủy viên', from: '2026-01-01' };
  const added = await ask(office, 'POST', `${url}/seats`, seat);
  expect(added).toMatchObject({ status: 201, body: { name: 'Trần Văn Bảo', order: 2 } });
  expect(await service.deps.store.committees.findPerson(added.body.personId)).toMatchObject({ birthYear: 1975 });
  const changed = await ask(office, 'POST', `${url}/seats/${added.body.id}/position`, {
    ...{ position: 'Phó bí thư', on: '2026-06-01' },
  });
  expect(changed.body).toMatchObject({ position: 'Phó bí thư', from: '2026-06-01' });
  const ended = await ask(office, 'POST', `${url}/seats/${changed.body.id}/end`, { on: '2026-10-31' });
  expect(ended.body.to).toBe('2026-10-31');
  const seats = await ask(office, 'GET', `${url}/seats?all=true`);
  expect(seats.body.map(({ position }: { position: string }) => position)).toEqual(['Bí thư', 'Phó bí thư', 'Ủy viên']);

  const term = { name: '2025–2030', from: '2025-07-01', to: '2030-06-30', congressOn: '2025-07-28' };
  const kept = await ask(office, 'POST', `${url}/terms`, term);
  expect(kept.status).toBe(201);
  expect((await ask(office, 'POST', `${url}/terms`, term)).body.code).toBe('term-overlaps');
  const renamed = await ask(office, 'PUT', `${url}/terms/${kept.body.id}`, { ...term, name: 'XII, 2025–2030' });
  expect(renamed.body.name).toBe('XII, 2025–2030');

  expect((await ask(office, 'POST', `/api/committees/${cell.id}/seats`, seat)).status).toBe(404);
  expect((await ask(office, 'POST', `${url}/dissolution`, { on: '2026-01-01' })).status).toBe(404);
  expect((await ask(office, 'GET', '/api/people')).status).toBe(403);
  const member = await signedInAs(service, {
    ...{ personId: personId.parse(aPersonId(1)), grants: [{ role: 'office', committeeId: cell.id }] as const },
  });
  const own = { ...seat, who: { personId: aPersonId(1) } };
  expect((await ask(member, 'POST', `/api/committees/${cell.id}/seats`, own)).body.code).toBe('own-seat');
  expect((await ask(administrator, 'POST', `/api/committees/${cell.id}/seats`, own)).status).toBe(201);
});

test('people are found without diacritics, with where they sit and never with their code', async () => {
  const { administrator, office, ask } = await aTree();
  const found = await ask(administrator, 'GET', '/api/people?search=nguyen%20thi');
  expect(found.body).toEqual({
    rows: [
      {
        ...{ id: aPersonId(1), name: 'Nguyễn Thị Hoa' },
        seats: [
          { committeeId: commune.id, committeeName: commune.name, superiorName: district.name, position: 'Bí thư' },
        ],
      },
    ],
    next: null,
  });
  expect((await ask(office, 'GET', `/api/committees/${commune.id}/people?search=hoa`)).body.rows).toHaveLength(1);
  expect((await ask(office, 'GET', `/api/committees/${cell.id}/people?search=hoa`)).status).toBe(404);
});

test('a committee that has ended takes neither seats nor votes', async () => {
  const { service, administrator, ask } = await aTree();
  await ask(administrator, 'POST', `/api/committees/${cell.id}/dissolution`, { on: '2026-01-01' });
  const seat = { who: { personId: aPersonId(1) }, position: 'Bí thư', from: '2026-02-01' };
  expect((await ask(administrator, 'POST', `/api/committees/${cell.id}/seats`, seat)).body.code).toBe(
    'committee-ended',
  );
  expect(await service.deps.store.committees.seats(aCommitteeId(4))).toEqual([]);
  const chair = await signedInAs(service, { grants: [{ role: 'chair', committeeId: cell.id }] });
  const draft = {
    ...{ formId: 'qd-96-2023', title: 'Lấy phiếu', place: 'Trụ sở', heldOn: '2026-12-01', convenedBy: 'Bí thư' },
  };
  expect((await ask(chair, 'POST', `/api/committees/${cell.id}/sessions`, draft)).body.code).toBe('committee-ended');
});

test.each([
  ['dissolved', `/api/committees/${cell.id}/dissolution`, { on: '2026-01-01' }],
  [
    'merged',
    '/api/committee-mergers',
    { committeeIds: [cell.id], into: { id: commune.id }, on: '2026-01-01', seats: 'end' },
  ],
])(
  'a committee whose vote is issued while it is being %s stays, whatever was looked at before',
  async (_how, url, body) => {
    const { administrator, ask, service } = await aTree();
    const { committees, sessions } = service.deps.store;
    const session = aStoredSession(1, { committeeId: cell.id });
    await sessions.create(session);
    // The request has looked at everything that it looks at before its step, and the other one comes first.
    patchStore(service.deps.store, (store) => {
      const { reorganise } = store.committees;
      store.committees.reorganise = async (asked, decide) => {
        await sessions.update(session.id, withAllPapers, (known) =>
          accept({ after: { ...known, session: { ...known.session, state: 'issued' as const } } }),
        );
        return reorganise(asked, decide);
      };
    });
    const { status, body: answer } = await ask(administrator, 'POST', url, body);
    expect([status, answer.code]).toEqual([409, 'session-under-way']);
    expect(await committees.find(cell.id)).toMatchObject({ to: null });
  },
);

test('a committee whose vote is over, or was not begun, may end', async () => {
  const { administrator, ask, service } = await aTree();
  await service.deps.store.sessions.create(aStoredSession(1, { committeeId: cell.id }));
  await service.deps.store.sessions.create(aStoredSession(2, { committeeId: cell.id, state: 'cancelled' }));
  const { status } = await ask(administrator, 'POST', `/api/committees/${cell.id}/dissolution`, { on: '2026-01-01' });
  expect(status).toBe(200);
});

test('a merger sent twice because the answer was lost is made once, into a new committee or one that stands', async () => {
  const { administrator, ask, service } = await aTree();
  const into = { id: crypto.randomUUID(), name: 'Đảng ủy xã mới', rank: 'commune', sector: 'Địa phương' };
  const body = {
    committeeIds: [commune.id],
    into: { ...into, superiorId: district.id },
    on: '2025-07-01',
    seats: 'move',
  };
  const send = (change: object = {}) => ask(administrator, 'POST', '/api/committee-mergers', { ...body, ...change });
  const [one, other] = [await send(), await send()];
  expect([one.status, one.body.id]).toEqual([201, into.id]);
  expect(other).toEqual(one);
  expect((await send({ into: { ...body.into, name: 'Đảng ủy phường mới' } })).body.code).toBe('id-in-use');
  expect((await send({ on: '2025-08-01' })).body.code).toBe('id-in-use');
  // An id that some other committee has takes nothing from it.
  expect((await send({ committeeIds: [cell.id], into: { ...body.into, id: province.id } })).body.code).toBe(
    'id-in-use',
  );
  const whole = await service.deps.store.committees.wholeRoster();
  expect(whole.seats.filter(({ to }) => to === null)).toHaveLength(1);
  expect(whole.committees.find(({ id }) => id === province.id)?.name).toBe('Tỉnh ủy');

  const standing = { committeeIds: [into.id], into: { id: district.id }, on: '2025-09-01', seats: 'end' };
  expect((await send(standing)).status).toBe(201);
  // It has no id of its own: sent again it is another merger of what has ended.
  expect((await send(standing)).body.code).toBe('committee-ended');
  expect((await send({ ...standing, on: '2025-09-02' })).body.code).toBe('committee-ended');
});
