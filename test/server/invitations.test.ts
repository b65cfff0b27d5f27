import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { accountId } from '../../src/domain/account/account.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId, aSeatId } from '../support/build/ids.ts';
import { tellerPerson } from '../support/build/sessions.ts';
import { aHall, anIssued, type Hall } from '../support/service/hall.ts';
import { newSignInOf, signedInAs } from '../support/service/service.ts';

const own = `/api/committees/${aCommittee(2).id}`;
const password = 'hoa sen hồng nở muộn';

/** A hall in which these people have no account yet. */
async function newPeople(hall: Hall, ...people: number[]) {
  const { deps } = hall.service;
  const accounts = await deps.store.accounts.findByPeople(people.map(aPersonId));
  for (const { id } of accounts)
    await deps.store.accounts.update<never>(id, (one) => ({ ok: true, value: { ...one, personId: null } }));
}

async function invited(hall: Hall, person: number) {
  const answer = await hall.send('POST', `${own}/invitations`, hall.office, { personIds: [aPersonId(person)] });
  expect(answer.status).toBe(201);
  return answer.body[0] as { token: string; name: string; position: string; expiresAt: string };
}

function accept(hall: Hall, token: string, username?: string, chosen = password) {
  const body = { token, password: chosen, ...(username === undefined ? {} : { username }) };
  return hall.send('POST', '/api/invitations/acceptance', undefined, body);
}

function signIn(hall: Hall, username: string, chosen = password) {
  return hall.send('POST', '/api/sign-in', undefined, { username, password: chosen });
}

test('the office invites a member, who chooses name and password and then signs in as that person', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  const link = await invited(hall, 2);
  expect(link).toMatchObject({ name: 'Đồng chí 2', position: 'Ủy viên' });
  const read = await hall.send('POST', '/api/invitations/reading', undefined, { token: link.token });
  expect(read.body).toMatchObject({ kind: 'invitation', name: 'Đồng chí 2', committeeName: aCommittee(2).name });
  expect((await accept(hall, link.token)).body.code).toBe('username-needed');
  const made = await accept(hall, link.token, 'dong-chi-2');
  expect(made.body).toMatchObject({ personId: aPersonId(2), administrator: false, grants: [] });
  expect((await signIn(hall, 'dong-chi-2')).status).toBe(200);
  await hall.service.app.close();
});

test('whoever chooses a password on a slip is signed in by it; after a recovery too, and nobody else is', async () => {
  const hall = await aHall();
  const { app, deps } = hall.service;
  await newPeople(hall, 2);
  const choose = async (token: string, username?: string) => {
    const payload = { token, password, ...(username === undefined ? {} : { username }) };
    const answer = await app.inject({ method: 'POST', url: '/api/invitations/acceptance', payload });
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]);
    const me = await app.inject({ url: '/api/me', headers: { cookie: cookies.join('; ') } });
    return { status: me.statusCode, id: me.json().id };
  };
  const link = await invited(hall, 2);
  const made = await choose(link.token, 'dong-chi-2');
  expect(made).toMatchObject({ status: 200, id: (await deps.store.accounts.findByName('dong-chi-2'))?.id });
  expect((await choose(link.token, 'dong-chi-2')).status).toBe(401);
  const recovery = `${own}/accounts/${made.id}/recovery`;
  const slip = await hall.send('POST', recovery, hall.office);
  expect(await choose(slip.body.token)).toEqual(made);
  await app.close();
});

test('a duty given by slip voids no slip that was printed before, and is taken with the account that came of that', async () => {
  const hall = await aHall();
  await newPeople(hall, 2, 3);
  const give = async (person: number, role = 'office') => {
    const body = { role, personId: aPersonId(person), name: `Đồng chí ${person}` };
    const answer = await hall.send('POST', `${own}/role-invitations`, hall.administrator, body);
    expect(answer).toMatchObject({ status: 201, body: { roles: [role] } });
    return answer.body.token as string;
  };
  const read = async (token: string) =>
    (await hall.send('POST', '/api/invitations/reading', undefined, { token })).body;
  const listed = async () =>
    (await hall.send('GET', `${own}/accounts`, hall.administrator)).body.find(
      (one: { personId: string }) => one.personId === aPersonId(2),
    );
  const printed = await invited(hall, 2);
  const duty = await give(2);
  expect(await read(printed.token)).toMatchObject({ kind: 'invitation', roles: [] });
  expect((await listed()).pendingRoles).toEqual([
    { role: 'office', invitationId: expect.anything(), until: expect.anything() },
  ]);
  expect((await accept(hall, printed.token, 'hai')).body.grants).toEqual([]);
  // Still given, not yet taken.
  expect(await listed()).toMatchObject({ account: { username: 'hai', roles: [] }, pendingRoles: [{ role: 'office' }] });
  expect(await read(duty)).toMatchObject({ kind: 'duty', roles: ['office'], username: 'hai' });
  expect((await accept(hall, duty, undefined, 'một mật khẩu khác')).body.code).toBe('wrong-password');
  const taken = await accept(hall, duty);
  expect(taken.body).toMatchObject({ username: 'hai', grants: [{ role: 'office', committeeId: aCommittee(2).id }] });
  expect(await listed()).toMatchObject({ account: { roles: ['office'] }, pendingRoles: [] });
  expect((await accept(hall, duty)).body.code).toBe('invitation-used');
  // The other way round: a slip for an account does not void the duty either; a duty given anew replaces its own slip.
  const [first, second] = [await give(3), await give(3)];
  await invited(hall, 3);
  expect((await accept(hall, first, 'ba')).body.code).toBe('invitation-replaced');
  expect((await accept(hall, second, 'ba')).body.grants).toHaveLength(1);
  await hall.service.app.close();
});

test('who guesses at an account with a duty’s slip is locked out as at the sign-in', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  const printed = await invited(hall, 2);
  const body = { role: 'office', personId: aPersonId(2), name: 'Đồng chí 2' };
  const { token } = (await hall.send('POST', `${own}/role-invitations`, hall.administrator, body)).body;
  await accept(hall, printed.token, 'hai');
  const codes: string[] = [];
  for (let time = 0; time < 6; time++) codes.push((await accept(hall, token, undefined, 'một mật khẩu sai')).body.code);
  expect(codes.at(-1)).toBe('sign-in-locked');
  await hall.service.app.close();
});

test('a link used twice, expired, replaced or guessed is refused plainly and changes nothing', async () => {
  const hall = await aHall();
  await newPeople(hall, 2, 3);
  const [used, replaced] = [await invited(hall, 3), await invited(hall, 2)];
  const atOnce = await Promise.all(['ba', 'bốn', 'năm'].map((name) => accept(hall, used.token, name)));
  expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const later = await invited(hall, 2);
  const before = await hall.service.deps.store.accounts.list();
  expect((await accept(hall, used.token, 'hai')).body).toMatchObject({ code: 'invitation-used', status: 409 });
  expect((await accept(hall, replaced.token, 'hai')).body).toMatchObject({ code: 'invitation-replaced', status: 409 });
  const guessed = randomBytes(24).toString('base64url');
  expect((await accept(hall, guessed, 'hai')).body).toMatchObject({ code: 'unknown-invitation', status: 404 });
  hall.service.passSeconds(14 * 24 * 3600);
  expect((await accept(hall, later.token, 'hai')).body).toMatchObject({ code: 'invitation-expired', status: 409 });
  expect(await hall.service.deps.store.accounts.list()).toEqual(before);
  await hall.service.app.close();
});

test('a whole committee is invited at once, each member once, nobody from elsewhere', async () => {
  const hall = await aHall();
  let as = hall.office;
  const invite = (...people: number[]) =>
    hall.send('POST', `${own}/invitations`, as, { personIds: people.map(aPersonId) });
  expect((await invite(1, 2)).body.code).toBe('has-account');
  await newPeople(hall, 1, 2, 3, 4);
  expect((await invite(1, 4)).body.code).toBe('not-in-committee');
  // Person 1 sits in the sibling too: one office alone invites nobody who is something elsewhere.
  expect((await invite(3, 1, 2)).body.code).toBe('account-of-others');
  as = hall.administrator;
  const links = (await invite(3, 1, 2)).body;
  expect(links.map(({ name }: { name: string }) => name)).toEqual(['Đồng chí 1', 'Đồng chí 2', 'Đồng chí 3']);
  const listed = (await hall.send('GET', `${own}/accounts`, hall.office)).body;
  expect(listed.slice(0, 3).every((one: { invitedUntil: string | null }) => one.invitedUntil !== null)).toBe(true);
  await hall.service.app.close();
});

test('an administrator invites somebody to a role; only an administrator does', async () => {
  const hall = await aHall();
  const body = { role: 'office', personId: null, name: 'Văn phòng Đảng ủy' };
  expect((await hall.send('POST', `${own}/role-invitations`, hall.chair, body)).status).toBe(404);
  const formula = await hall.send('POST', `${own}/role-invitations`, hall.administrator, { ...body, name: '=1+1' });
  expect([formula.status, formula.body.code]).toEqual([422, 'bad-name']);
  const link = (await hall.send('POST', `${own}/role-invitations`, hall.administrator, body)).body;
  const made = await accept(hall, link.token, 'van-phong');
  expect(made.body.grants).toEqual([{ role: 'office', committeeId: aCommittee(2).id }]);
  await hall.service.app.close();
});

test('an invitation to a role that is sent again is one invitation; its last link opens it, and the log has one entry', async () => {
  const hall = await aHall();
  const invite = (change: object = {}) =>
    hall.send('POST', `${own}/role-invitations`, hall.administrator, {
      ...{ id: '2f0c6a9e-6d1b-4f57-9a7d-1f1f5d3f9a01', role: 'office', personId: null, name: 'Văn phòng Đảng ủy' },
      ...change,
    });
  const [first, again] = await Promise.all([invite(), invite()]);
  expect([first.status, again.status]).toEqual([201, 201]);
  const waiting = async () => {
    const listed = (await hall.send('GET', `${own}/accounts`, hall.administrator)).body;
    return listed.filter(({ name }: { name: string }) => name === 'Văn phòng Đảng ủy').length;
  };
  expect(await waiting()).toBe(1);
  const log = await hall.send('GET', `${own}/audit`, hall.office);
  const events = log.body.rows.map(({ event }: { event: string }) => event);
  expect(events.filter((event: string) => event === 'inviteToRole')).toHaveLength(1);
  const read = ({ body }: typeof first) =>
    hall.send('POST', '/api/invitations/reading', undefined, { token: body.token });
  const [one, other] = await Promise.all([read(first), read(again)]);
  expect([one.status, other.status].sort()).toEqual([200, 404]);
  const differing = await invite({ role: 'chair' });
  expect([differing.status, differing.body.code]).toEqual([409, 'id-in-use']);
  const good = one.status === 200 ? first : again;
  expect((await accept(hall, good.body.token, 'van-phong')).status).toBe(200);
  // Used, it is not opened once more.
  expect((await invite()).body.code).toBe('id-in-use');
  await hall.service.app.close();
});

test('nobody but its maker sends an invitation to a role again, and nobody once it has ended', async () => {
  const hall = await aHall();
  const other = await signedInAs(hall.service, { administrator: true });
  const name = 'Văn phòng Đảng ủy';
  const body = { id: '2f0c6a9e-6d1b-4f57-9a7d-1f1f5d3f9a01', role: 'office', personId: null, name };
  const invite = (as: typeof other) => hall.send('POST', `${own}/role-invitations`, as, body);
  const made = await invite(hall.administrator);
  const listed = (await hall.send('GET', `${own}/accounts`, other)).body as { name: string; invitationId: string }[];
  expect(listed.find((one) => one.name === name)?.invitationId).toBe(body.id);
  const taken = await invite(other);
  expect([taken.status, taken.body.code]).toEqual([409, 'id-in-use']);
  const { token } = made.body;
  expect((await hall.send('POST', '/api/invitations/reading', undefined, { token })).status).toBe(200);
  hall.service.passSeconds(15 * 24 * 3600);
  const [stored] = await hall.service.deps.store.invitations.liveOf(aCommittee(2).id);
  const late = await invite(await newSignInOf(hall.service, accountId.parse(stored?.drawnBy)));
  expect([late.status, late.body.code]).toEqual([409, 'id-in-use']);
  await hall.service.app.close();
});

test('only hashes of tokens are kept, and the log has none', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  const { token } = await invited(hall, 2);
  const { store } = hall.service.deps;
  const live = JSON.stringify(await store.invitations.liveFor([aPersonId(2)]));
  const log = await hall.send('GET', `${own}/audit`, hall.office);
  expect(log.body.rows[0].event).toBe('inviteMembers');
  for (const written of [live, JSON.stringify(log.body), hall.service.log.join('')])
    expect(written).not.toContain(token);
  await hall.service.app.close();
});

const easy = ['1234567890', 'matkhau123', 'Matkhau@123', 'mật khẩu 123', 'qwertyuiop', 'dongchi2025', 'aaaaaaaaaaaa'];

test('a password that is common, a pattern or made of the own name is refused, and the link stays good', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  const { token } = await invited(hall, 2);
  for (const weak of easy) {
    expect((await accept(hall, token, 'dong-chi-2', weak)).body.code, weak).toBe('weak-password');
  }
  expect((await accept(hall, token, 'dong-chi-2')).status).toBe(200);
  await hall.service.app.close();
});

test('recovery ends every sign-in at once, and with the link old password and authenticator app', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  const account = (await accept(hall, (await invited(hall, 2)).token, 'dong-chi-2')).body;
  const token = (await signIn(hall, 'dong-chi-2')).body.token;
  const recover = (office = hall.office) => hall.send('POST', `${own}/accounts/${account.id}/recovery`, office);
  const link = (await recover()).body;
  expect((await hall.send('GET', '/api/me', { authorization: `Bearer ${token}` })).status).toBe(401);
  expect((await signIn(hall, 'dong-chi-2')).status).toBe(200);
  const next = 'cá chép vượt vũ môn';
  expect((await accept(hall, link.token, undefined, next)).body.username).toBe('dong-chi-2');
  expect((await signIn(hall, 'dong-chi-2')).body.code).toBe('wrong-sign-in');
  expect((await signIn(hall, 'dong-chi-2', next)).status).toBe(200);
  hall.service.passSeconds(24 * 3600);
  const grants = [{ role: 'office' as const, committeeId: aCommittee(2).id }];
  const office = await signedInAs(hall.service, { grants });
  expect((await accept(hall, (await recover(office)).body.token, undefined, next)).status).toBe(200);
  await hall.service.app.close();
});

test('an office cannot take over an account that reaches beyond it', async () => {
  const hall = await aHall();
  await anIssued(hall);
  const { store } = hall.service.deps;
  const recover = async (id: string) =>
    (await hall.send('POST', `${own}/accounts/${id}/recovery`, hall.office)).body.code;
  const ofPerson = async (person: ReturnType<typeof aPersonId>) =>
    (await store.accounts.findByPeople([person]))[0]?.id ?? '';
  // Person 1 also sits in a sibling; the chair could be its own office; others are none of its members.
  expect(await recover(await ofPerson(aPersonId(1)))).toBe('account-of-others');
  const chair = (await store.accounts.withRoleIn(aCommittee(2).id)).find(({ grants }) => grants[0]?.role === 'chair');
  expect(await recover(chair?.id ?? '')).toBe('account-of-others');
  expect(await recover(await ofPerson(aPersonId(4)))).toBe('unknown-account');
  expect(await recover(await ofPerson(tellerPerson(1)))).toBe('unknown-account');
  expect(await recover(accountId.parse('7d44e1f2-6f24-4d7c-9a69-0f6f4a5a9a11'))).toBe('unknown-account');
  const id = await ofPerson(aPersonId(1));
  expect((await hall.send('POST', `/api/accounts/${id}/recovery`, hall.administrator)).status).toBe(201);
  await hall.service.app.close();
});

test('an office cannot become somebody of elsewhere by inviting them, not even by giving them a seat first', async () => {
  const hall = await aHall();
  // Person 5 sits in the superior committee, and has no account yet.
  await newPeople(hall, 5);
  const body = { who: { personId: aPersonId(5) }, position: 'Ủy viên', from: '2026-12-01' };
  expect((await hall.send('POST', `${own}/seats`, hall.office, body)).status).toBe(201);
  const invite = (as: typeof hall.office) => hall.send('POST', `${own}/invitations`, as, { personIds: [aPersonId(5)] });
  expect((await invite(hall.office)).body).toMatchObject({ code: 'account-of-others', status: 403 });
  const listed = (await hall.send('GET', `${own}/accounts`, hall.office)).body;
  expect(
    listed.filter(({ beyond }: { beyond: boolean }) => beyond).map((one: { personId: string }) => one.personId),
  ).toEqual(expect.arrayContaining([aPersonId(5)]));
  const link = (await invite(hall.administrator)).body[0];
  expect((await accept(hall, link.token, 'nam')).body.personId).toBe(aPersonId(5));
  await hall.service.app.close();
});

test("an office's link is void once its holder has come to reach beyond the committee, or the committee has ended", async () => {
  const hall = await aHall();
  await newPeople(hall, 2, 3);
  const [promoted, left] = [await invited(hall, 2), await invited(hall, 3)];
  const { committees } = hall.service.deps.store;
  // From next year on person 2 sits in the superior committee.
  const seat = {
    ...{ id: aSeatId(99), committeeId: aCommittee(1).id, personId: aPersonId(2) },
    position: 'Phó Bí thư',
  };
  await committees.importRoster(null, () => ({
    ok: true,
    seats: [{ ...seat, order: 9, from: '2027-01-01', to: null }],
  }));
  for (const path of ['reading', 'acceptance']) {
    const body = { token: promoted.token, ...(path === 'reading' ? {} : { username: 'hai', password }) };
    const answer = await hall.send('POST', `/api/invitations/${path}`, undefined, body);
    expect(answer.body).toMatchObject({ code: 'invitation-void', status: 409 });
  }
  const [ended] = (await committees.findCommittees([aCommittee(2).id])).map((one) => ({ ...one, to: '2026-12-01' }));
  await committees.change({ around: [] }, () => ({ ok: true, value: ended ?? aCommittee(2) }));
  expect((await accept(hall, left.token, 'ba')).body.code).toBe('invitation-void');
  const roleBody = { role: 'office', personId: null, name: 'Văn phòng' };
  const invite = await hall.send('POST', `${own}/role-invitations`, hall.administrator, roleBody);
  expect(invite.body.code).toBe('committee-ended');
  await hall.service.app.close();
});

test('a withdrawn link is refused and leaves the list; nobody withdraws the links of others', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  const { token } = await invited(hall, 2);
  const find = async () =>
    (await hall.send('GET', `${own}/accounts`, hall.office)).body.find(
      (one: { personId: string }) => one.personId === aPersonId(2),
    );
  const { invitationId } = await find();
  const withdraw = (committee: number, as: typeof hall.office) =>
    hall.send('DELETE', `/api/committees/${aCommittee(committee).id}/invitations/${invitationId}`, as);
  expect((await withdraw(3, hall.chairOfSibling)).body.code).toBe('unknown-invitation');
  expect((await withdraw(2, hall.office)).status).toBe(204);
  expect((await accept(hall, token, 'hai')).body).toMatchObject({ code: 'invitation-withdrawn', status: 409 });
  expect(await find()).toMatchObject({ invitedUntil: null, invitationId: null });
  await hall.service.app.close();
});

test('a person gets no second account, and no administrator gives a role to the own one', async () => {
  const hall = await aHall();
  const account = { username: 'bóng', password, personId: aPersonId(5) };
  expect((await hall.send('POST', '/api/accounts', hall.administrator, account)).body.code).toBe('has-account');
  const { id } = (await hall.send('GET', '/api/me', hall.administrator)).body;
  const grant = { role: 'chair', committeeId: aCommittee(2).id };
  const given = await hall.send('PUT', `/api/accounts/${id}/grants`, hall.administrator, grant);
  expect(given.body).toMatchObject({ code: 'own-role', status: 409 });
  await hall.service.app.close();
});

test('a teller of a session that still runs is not recovered by the office', async () => {
  const hall = await aHall();
  const session = await anIssued(hall);
  await hall.change(session, (state) => ({
    ...state,
    session: {
      ...state.session,
      tellers: state.session.tellers.map((one) => (one.index === 1 ? { ...one, personId: aPersonId(2) } : one)),
    },
  }));
  const [teller] = await hall.service.deps.store.accounts.findByPeople([aPersonId(2)]);
  const answer = await hall.send('POST', `${own}/accounts/${teller?.id}/recovery`, hall.office);
  expect(answer.body.code).toBe('account-of-others');
  await hall.service.app.close();
});

test('changing the password takes the present one and ends the other sign-ins; sign-out everywhere ends all', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  await accept(hall, (await invited(hall, 2)).token, 'dong-chi-2');
  const begin = async (chosen?: string) => ({
    authorization: `Bearer ${(await signIn(hall, 'dong-chi-2', chosen)).body.token}`,
  });
  const [here, there] = [await begin(), await begin()];
  const next = 'cá chép vượt vũ môn';
  const change = (current: string, wanted: string) =>
    hall.send('PUT', '/api/me/password', here, { current, next: wanted });
  expect((await change('không phải', next)).body.code).toBe('wrong-password');
  expect((await change(password, 'dongchi2dongchi2')).body.code).toBe('weak-password');
  expect((await change(password, next)).status).toBe(204);
  expect((await hall.send('GET', '/api/me', there)).status).toBe(401);
  const listed = await hall.send('GET', '/api/me/sign-ins', here);
  expect(listed.body).toMatchObject([{ isThis: true, begunOn: '2026-12-01', lastUsedOn: '2026-12-01' }]);
  const third = await begin(next);
  expect((await hall.send('DELETE', '/api/me/sign-ins', third)).status).toBe(204);
  for (const as of [here, third]) expect((await hall.send('GET', '/api/me', as)).status).toBe(401);
  await hall.service.app.close();
});

test('a password that is changed while one with the old password is compared lets nobody in, nor is it changed twice', async () => {
  const hall = await aHall();
  await newPeople(hall, 2);
  await accept(hall, (await invited(hall, 2)).token, 'dong-chi-2');
  const here = { authorization: `Bearer ${(await signIn(hall, 'dong-chi-2')).body.token}` };
  const change = (next: string) => hall.send('PUT', '/api/me/password', here, { current: password, next });
  const changed = await Promise.all([change('cá chép vượt vũ môn'), change('hoa sen hồng nở muộn')]);
  expect(changed.map(({ status }) => status).sort()).toEqual([204, 403]);
  const { accounts } = hall.service.deps.store;
  const [account] = await accounts.findByPeople([aPersonId(2)]);
  if (account === undefined) throw new Error('no account');
  const find = accounts.findByName;
  // As when the comparing of the old password ends after the change.
  accounts.findByName = async (name) => {
    const found = await find(name);
    await accounts.update<never>(account.id, (now) => ({ ok: true, value: { ...now, passwordHash: 'another' } }));
    return found;
  };
  const next = changed[0].status === 204 ? 'cá chép vượt vũ môn' : 'hoa sen hồng nở muộn';
  const late = await signIn(hall, 'dong-chi-2', next);
  expect([late.status, late.body.code]).toEqual([401, 'wrong-sign-in']);
  await hall.service.app.close();
});

test('administrators find accounts by the name of the person, without diacritics, and see no password', async () => {
  const hall = await aHall();
  const found = await hall.send('GET', '/api/accounts?search=dong%20chi%203', hall.administrator);
  expect(found.body.rows.map(({ name: fullName }: { name: string }) => fullName)).toEqual(['Đồng chí 3']);
  expect(JSON.stringify(found.body)).not.toMatch(/hash|secret/i);
  await hall.service.app.close();
});
