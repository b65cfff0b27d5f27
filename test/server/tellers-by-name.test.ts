import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId } from '../support/build/ids.ts';
import { tellerPerson } from '../support/build/sessions.ts';
import { aDraft, aHall, anIssued, type Hall, type Headers } from '../support/service/hall.ts';
import { signedInAs } from '../support/service/service.ts';

const committeeId = aCommittee(2).id;
const invitations = `/api/committees/${committeeId}/invitations`;
const password = 'hoa sen hồng nở muộn';
let hall: Hall;
/** Chairs the session's committee, and is its office too; the other administers the service. */
let chairAndOffice: Headers;
let chairAndAdministrator: Headers;

beforeAll(async () => {
  hall = await aHall();
  const chair = { role: 'chair', committeeId } as const;
  chairAndOffice = await signedInAs(hall.service, { grants: [chair, { role: 'office', committeeId }] });
  chairAndAdministrator = await signedInAs(hall.service, { administrator: true, grants: [chair] });
});
afterAll(() => hall.service.app.close());

let drawn = 700;
const nextPerson = () => {
  drawn += 1;
  return aPersonId(drawn);
};

/** Names two tellers of the service and one who is entered by name; gives the session and the new person. */
async function withEntered(name: string) {
  const sessionId = await aDraft(hall);
  const personId = nextPerson();
  const body = { personIds: [tellerPerson(1), tellerPerson(2)], entered: [{ id: personId, name }], threshold: 2 };
  const named = await hall.at(sessionId, 'PUT', '/tellers', hall.chair, body);
  expect(named.status).toBe(200);
  return { sessionId, personId, named, body };
}

const invite = (personId: string, as: Headers) => hall.send('POST', invitations, as, { personIds: [personId] });

test('somebody entered by name becomes a person of their own, and the log tells who entered whom', async () => {
  // The very name of a person who has an account: a spelling ties nobody to it.
  const { sessionId, personId, named, body } = await withEntered('Đồng chí 103');
  expect(named.body.tellers.at(-1)).toMatchObject({ personId, name: 'Đồng chí 103', byName: true });
  expect((await hall.at(sessionId, 'GET', '', hall.teller(1))).status).toBe(200);
  expect((await hall.at(sessionId, 'GET', '', hall.teller(3))).status).toBe(404);
  const again = await hall.at(sessionId, 'PUT', '/tellers', hall.chair, body);
  expect(again.body.tellers).toEqual(named.body.tellers);
  const log = (await hall.send('GET', `/api/committees/${committeeId}/audit`, hall.office)).body.rows;
  const entries = log.filter((one: { event: string; sessionId: string; personId: string | null }) => {
    return one.event === 'nameTellers' && one.sessionId === sessionId && one.personId !== null;
  });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ personId, personName: 'Đồng chí 103' });
  expect(entries[0].username).toBeTruthy();
});

test('somebody entered by name stays such, taken off and named again or named in another draft, until others know them', async () => {
  const { sessionId, personId } = await withEntered('Ngô Thị Chín');
  const other = await aDraft(hall);
  const put = (id: string, personIds: readonly string[]) =>
    hall.at(id, 'PUT', '/tellers', hall.chair, { personIds, threshold: 2 });
  await put(sessionId, [1, 2, 3].map(tellerPerson));
  for (const id of [sessionId, other]) {
    const { body } = await put(id, [tellerPerson(1), tellerPerson(2), personId]);
    expect(body.tellers.map(({ byName }: { byName?: true }) => byName)).toEqual([undefined, undefined, true]);
  }
  const { personId: namesake } = await withEntered('Ngô Thị Chín');
  expect((await put(other, [tellerPerson(1), personId, namesake])).body.code).toBe('teller-named-twice');
  // The office makes a slip out to them, and vouches by it.
  const [link] = (await invite(personId, hall.office)).body;
  const chosen = { token: link.token, username: 'ngo-thi-chin', password };
  expect((await hall.send('POST', '/api/invitations/acceptance', undefined, chosen)).status).toBe(200);
  const { body } = await put(await aDraft(hall), [tellerPerson(1), tellerPerson(2), personId]);
  expect(body.tellers.at(-1)).not.toHaveProperty('byName');
});

test('a joint decision puts nobody who was entered elsewhere in a place whose name is taken, and says how they came', async () => {
  const { personId: namesake } = await withEntered('Đồng chí 103');
  const { personId } = await withEntered('Lý Thị Mười');
  const id = await anIssued(hall);
  const propose = (who: string) => {
    const action = { kind: 'replace-teller', index: 1, personId: who };
    return hall.at(id, 'POST', '/decisions', hall.chair, { action, reason: 'Đồng chí 101 ốm' });
  };
  expect((await propose(namesake)).body.code).toBe('teller-named-twice');
  const { body } = await propose(personId);
  for (const index of [2, 3]) await hall.at(id, 'POST', `/decisions/${body.id}/signature`, hall.teller(index));
  expect((await hall.state(id)).session.tellers[0]).toEqual({ index: 1, personId, name: 'Lý Thị Mười', byName: true });
});

test('what is refused adds nobody', async () => {
  const id = await aDraft(hall);
  const people = await hall.service.deps.store.committees.people();
  const name = (entered: object[], personIds = [tellerPerson(1), tellerPerson(2)]) =>
    hall.at(id, 'PUT', '/tellers', hall.chair, { personIds, entered, threshold: 2 });
  for (const [answer, code] of [
    // The first subject of the committee.
    [await name([{ id: nextPerson(), name: 'ĐỒNG CHÍ 1' }]), 'teller-named-like-subject'],
    [await name([{ id: nextPerson(), name: 'Đồng chí 102' }]), 'teller-named-twice'],
    [await name([{ id: nextPerson(), name: '=1+1' }]), 'bad-name'],
    [await name([{ id: tellerPerson(3), name: 'Người khác' }]), 'id-in-use'],
    [await name([{ id: nextPerson(), name: 'Lê Văn Một' }], [tellerPerson(1)]), 'too-few-tellers'],
    [await name([{ id: nextPerson(), name: 'Lê Văn Một' }], [tellerPerson(1), nextPerson()]), 'unknown-person'],
  ] as const) {
    expect(answer.body.code).toBe(code);
  }
  expect(await hall.service.deps.store.committees.people()).toEqual(people);
  expect((await hall.at(id, 'GET', '', hall.chair)).body.tellers).toEqual([]);
});

test('the slip of such a teller is made by the office or an administrator, by nobody who chairs, whatever else they are', async () => {
  const { personId } = await withEntered('Trần Thị Hai');
  for (const as of [hall.chair, chairAndOffice, chairAndAdministrator]) {
    expect((await invite(personId, as)).body.code).toBe('not-by-a-chair');
  }
  const role = { role: 'office', personId, name: 'Trần Thị Hai' };
  const account = { username: 'hai', password, personId };
  for (const answer of [
    await hall.send('POST', `/api/committees/${committeeId}/role-invitations`, chairAndAdministrator, role),
    await hall.send('POST', '/api/accounts', chairAndAdministrator, account),
  ]) {
    expect(answer.body.code).toBe('not-by-a-chair');
  }
  for (const as of [hall.administrator, hall.office]) {
    const { status, body } = await invite(personId, as);
    expect(status).toBe(201);
    expect(body).toMatchObject([{ kind: 'invitation', personId, name: 'Trần Thị Hai', position: null }]);
  }
  // Somebody who tells elsewhere, and holds no seat here: not this office's.
  expect((await invite(aPersonId(6), hall.office)).body.code).toBe('not-in-committee');
});

test('by the slip they come to an account of their own and to the session; no chair recovers it', async () => {
  const { sessionId, personId } = await withEntered('Phạm Văn Ba');
  const list = async (as: Headers) =>
    (await hall.send('GET', `/api/committees/${committeeId}/accounts`, as)).body.find(
      (one: { personId: string }) => one.personId === personId,
    );
  expect(await list(hall.office)).toMatchObject({ tellerIn: 'Lấy phiếu tín nhiệm', account: null, position: null });
  const [link] = (await invite(personId, hall.office)).body;
  expect(await list(hall.office)).toMatchObject({ invitedUntil: link.expiresAt });
  const chosen = { token: link.token, username: 'pham-van-ba', password };
  const made = await hall.send('POST', '/api/invitations/acceptance', undefined, chosen);
  expect(made).toMatchObject({ status: 200, body: { personId, grants: [] } });
  const signIn = { username: 'pham-van-ba', password };
  const { token } = (await hall.send('POST', '/api/sign-in', undefined, signIn)).body;
  const own = { authorization: `Bearer ${token}` };
  expect((await hall.at(sessionId, 'GET', '', own)).status).toBe(200);
  // Whoever may be anybody of the service: an office learns that there is an account, and nothing of it.
  expect(await list(hall.office)).toMatchObject({ hasAccount: true, account: null });
  expect(await list(hall.administrator)).toMatchObject({ hasAccount: true, account: { id: made.body.id } });
  const recover = (as: Headers) => hall.send('POST', `/api/accounts/${made.body.id}/recovery`, as);
  expect((await recover(chairAndAdministrator)).body.code).toBe('not-by-a-chair');
  expect((await recover(hall.administrator)).status).toBe(201);
});

test('a slip is void once whoever made it has come to chair', async () => {
  const { deps } = hall.service;
  const { personId } = await withEntered('Võ Thị Tư');
  const office = await signedInAs(hall.service, { grants: [{ role: 'office', committeeId }] });
  const [link] = (await invite(personId, office)).body;
  const look = () => hall.send('POST', '/api/invitations/reading', undefined, { token: link.token });
  expect((await look()).status).toBe(200);
  const { id } = (await hall.send('GET', '/api/me', office)).body;
  await deps.store.accounts.update<never>(id, (account) => ({
    ok: true,
    value: { ...account, grants: [...account.grants, { role: 'chair', committeeId }] },
  }));
  expect((await look()).body.code).toBe('invitation-void');
});

test('so is every other link into their account, also one that recovers it', async () => {
  const { deps } = hall.service;
  const { personId } = await withEntered('Đỗ Văn Sáu');
  const by = await signedInAs(hall.service, { administrator: true, grants: [] });
  const role = { role: 'office', personId, name: 'Đỗ Văn Sáu' };
  const duty = (await hall.send('POST', `/api/committees/${committeeId}/role-invitations`, by, role)).body;
  const [slip] = (await invite(personId, hall.office)).body;
  const chosen = { token: slip.token, username: 'do-van-sau', password };
  const made = await hall.send('POST', '/api/invitations/acceptance', undefined, chosen);
  const recovery = (await hall.send('POST', `/api/accounts/${made.body.id}/recovery`, by)).body;
  const look = ({ token }: { token: string }) => hall.send('POST', '/api/invitations/reading', undefined, { token });
  expect([(await look(duty)).status, (await look(recovery)).status]).toEqual([200, 200]);
  const { id } = (await hall.send('GET', '/api/me', by)).body;
  await deps.store.accounts.update<never>(id, (account) => ({
    ok: true,
    value: { ...account, grants: [{ role: 'chair', committeeId }] },
  }));
  expect([(await look(duty)).body.code, (await look(recovery)).body.code]).toEqual(
    new Array(2).fill('invitation-void'),
  );
});

test('taken off the list again, they are nobody whom office or chair makes a slip for', async () => {
  const { sessionId, personId } = await withEntered('Hồ Văn Năm');
  const personIds = [1, 2, 3].map(tellerPerson);
  await hall.at(sessionId, 'PUT', '/tellers', hall.chair, { personIds, threshold: 2 });
  expect((await invite(personId, hall.office)).body.code).toBe('not-in-committee');
  const account = { username: 'nam', password, personId };
  expect((await hall.send('POST', '/api/accounts', chairAndAdministrator, account)).body.code).toBe('not-by-a-chair');
});

test('voters read the names of all tellers, entered or not', async () => {
  const { sessionId } = await withEntered('Bùi Văn Bảy');
  const { body } = await hall.at(sessionId, 'GET', '/ballot', hall.person(1));
  expect(body.tellers).toEqual(['Đồng chí 101', 'Đồng chí 102', 'Bùi Văn Bảy']);
});

test('once the lists are final no subject is given the name of such a teller', async () => {
  const { sessionId } = await withEntered('Đỗ Thị Sáu');
  expect((await hall.at(sessionId, 'POST', '/issue', hall.chair)).status).toBe(200);
  const [subject] = (await hall.at(sessionId, 'GET', '', hall.chair)).body.subjects;
  const action = { kind: 'correct-subject', subjectId: subject.id, name: 'Đỗ thị Sáu', position: 'Ủy viên' };
  const proposed = await hall.at(sessionId, 'POST', '/decisions', hall.chair, { action, reason: 'Sửa tên' });
  expect(proposed.body.code).toBe('teller-named-like-subject');
});
