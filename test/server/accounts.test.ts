import { expect, test } from 'vitest';
import { committeeId } from '../../src/domain/committee/committee.ts';
import { aCommittee } from '../support/build/committees.ts';
import { administrator, aService, signedIn, signedInAdministrator } from '../support/service/service.ts';

const wrong = { username: administrator.username, password: 'not the password' };

test('the setup link makes the first administrator once, and only with its own token', async () => {
  const { app, deps } = await aService();
  const token = await deps.setupLink.renew();
  const setUp = (given: string) =>
    app.inject({ method: 'POST', url: '/api/setup', payload: { token: given, ...administrator } });

  expect((await setUp('another')).json()).toMatchObject({ code: 'wrong-setup-link', status: 403 });
  expect((await setUp(token)).statusCode).toBe(201);
  expect((await setUp(token)).json()).toMatchObject({ code: 'already-set-up' });
  const me = await app.inject({
    url: '/api/me',
    headers: await signedIn(app, administrator.username, administrator.password),
  });
  expect(me.json()).toMatchObject({ username: administrator.username, administrator: true, grants: [] });
});

test('a link printed earlier is void once the service has printed a new one', async () => {
  const { app, deps } = await aService();
  const earlier = await deps.setupLink.renew();
  await deps.setupLink.renew();
  const answer = await app.inject({ method: 'POST', url: '/api/setup', payload: { token: earlier, ...administrator } });
  expect(answer.json().code).toBe('wrong-setup-link');
});

test('the cookie of a sign-in works for reading, is out of reach of scripts and other sites, and ends with sign-out', async () => {
  const service = await aService();
  await signedInAdministrator(service);
  const { app } = service;
  const signIn = await app.inject({ method: 'POST', url: '/api/sign-in', payload: administrator });
  const [setCookie = ''] = [signIn.headers['set-cookie']].flat();
  expect(setCookie).toMatch(/^phieu=.+; Path=\/; HttpOnly; SameSite=Strict$/);
  const cookie = setCookie.split(';')[0] ?? '';
  expect((await app.inject({ url: '/api/me', headers: { cookie } })).statusCode).toBe(200);

  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  expect((await app.inject({ method: 'POST', url: '/api/sign-out', headers })).statusCode).toBe(204);
  expect((await app.inject({ url: '/api/me', headers: { cookie } })).json().code).toBe('not-signed-in');
});

test('two services on one host keep their sign-ins apart, and a junk cookie in front hides none', async () => {
  const service = await aService();
  await signedInAdministrator(service);
  const { app } = service;
  const cookieOf = async (host: string) => {
    const signIn = await app.inject({ method: 'POST', url: '/api/sign-in', headers: { host }, payload: administrator });
    return String([signIn.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  };
  const cookie = await cookieOf('localhost:3000');
  expect(cookie).toMatch(/^phieu-3000=./);
  expect(await cookieOf('localhost:3001')).toMatch(/^phieu-3001=./);
  const status = async (sent: string) =>
    (await app.inject({ url: '/api/me', headers: { host: 'localhost:3000', cookie: sent } })).statusCode;
  const other = cookie.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
  for (const junk of ['phieu-3000=junk', 'phieu-3000=', 'phieu-3000', '=;;', other, '"', 'a=%zz', 'phieu-3000="x"']) {
    expect(await status(`${junk}; ${cookie}`), junk).toBe(200);
    expect(await status(`${cookie};${junk}`), junk).toBe(200);
    expect(await status(junk), junk).toBe(401);
  }
  expect(await status(cookie.replace('3000', '3001'))).toBe(401);
});

test('over https the cookie is sent over TLS only', async () => {
  const service = await aService({ environment: { PUBLIC_URL: 'https://phieu.example/' } });
  await signedInAdministrator(service);
  const signIn = await service.app.inject({ method: 'POST', url: '/api/sign-in', payload: administrator });
  const [setCookie, known] = [signIn.headers['set-cookie']].flat();
  expect(setCookie).toMatch(/^__Host-phieu=.+; HttpOnly; Secure; SameSite=Strict$/);
  expect(known).toMatch(
    /^__Secure-phieu-known-.+; Max-Age=\d+; Path=\/api\/sign-in; HttpOnly; Secure; SameSite=Strict$/,
  );
});

test("another site's page can neither act through a visitor's cookie nor sign a visitor in", async () => {
  const service = await aService();
  await signedInAdministrator(service);
  const { app } = service;
  const signIn = await app.inject({
    ...{ method: 'POST', url: '/api/sign-in', payload: administrator },
    headers: { host: 'localhost:3000' },
  });
  const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? '';
  const signOut = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie, host: 'localhost:3000', ...headers } });

  for (const headers of [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
  ]) {
    expect((await signOut(headers)).json(), JSON.stringify(headers)).toMatchObject({ code: 'cross-site' });
  }
  const forced = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers: { origin: 'https://evil.example' },
    payload: administrator,
  });
  expect(forced.json().code).toBe('cross-site');
  expect((await signOut({ origin: 'http://localhost:3000' })).statusCode).toBe(204);
});

test('five failures lock the name, whoever tries and whatever the password, and nobody else', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const { app } = service;
  const other = { username: 'thư ký', password: 'mật khẩu khác đây' };
  await app.inject({ method: 'POST', url: '/api/accounts', headers, payload: other });
  const attempt = (payload: object) => app.inject({ method: 'POST', url: '/api/sign-in', payload });

  for (let time = 0; time < 5; time++) expect((await attempt(wrong)).json().code).toBe('wrong-sign-in');
  expect((await attempt(administrator)).json()).toMatchObject({ code: 'sign-in-locked', status: 429 });
  expect((await attempt(other)).statusCode).toBe(200);
  service.passSeconds(31);
  expect((await attempt(administrator)).statusCode).toBe(200);
});

test('who keeps a name locked keeps its owner out neither where they are signed in nor where they were before', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const attempt = (password: string, cookie = '') =>
    service.app.inject({
      ...{ method: 'POST', url: '/api/sign-in', payload: { ...administrator, password } },
      headers: cookie === '' ? {} : { cookie, 'sec-fetch-site': 'same-origin' },
    });
  const before = await attempt(administrator.password);
  const known = String([before.headers['set-cookie']].flat()[1]).split(';')[0] ?? '';
  const refused = async (password: string, cookie?: string) => (await attempt(password, cookie)).json().code;
  for (let time = 0; time < 5; time++) await attempt('kẻ lạ thử mò');
  expect(await refused(administrator.password)).toBe('sign-in-locked');
  expect((await attempt(administrator.password, known)).statusCode).toBe(200);
  expect(await refused(administrator.password)).toBe('sign-in-locked');
  const forged = known.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
  expect(await refused(administrator.password, forged)).toBe('sign-in-locked');
  const next = 'hoa sen hồng nở muộn';
  const change = (current: string) =>
    service.app.inject({ method: 'PUT', url: '/api/me/password', headers, payload: { current, next } });
  for (let time = 0; time < 5; time++) expect(await refused('chủ nhân gõ nhầm', known)).toBe('wrong-sign-in');
  expect(await refused(administrator.password, known)).toBe('sign-in-locked');
  expect((await change(administrator.password)).statusCode).toBe(204);
  service.passSeconds(31);
  // The name is free again, but the browser of the old password is a stranger's.
  for (let time = 0; time < 2; time++) await attempt('kẻ lạ thử mò');
  expect(await refused(next, known)).toBe('sign-in-locked');
});

test('attempts side by side cannot slip under the limit', async () => {
  const service = await aService();
  await signedInAdministrator(service);
  const attempts = Array.from({ length: 12 }, () =>
    service.app.inject({ method: 'POST', url: '/api/sign-in', payload: wrong }),
  );
  const codes = (await Promise.all(attempts)).map((answer) => answer.json().code);
  expect(codes.filter((code) => code === 'wrong-sign-in').length).toBeLessThanOrEqual(5);
});

test('a name that does not exist answers and locks like one that does', async () => {
  const { app } = await aService();
  const attempt = () =>
    app.inject({ method: 'POST', url: '/api/sign-in', payload: { username: 'nobody', password: 'whatever' } });
  for (let time = 0; time < 5; time++) expect((await attempt()).json().code).toBe('wrong-sign-in');
  expect((await attempt()).json().code).toBe('sign-in-locked');
});

test('a username and a password typed decomposed or in capitals are the same', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const typed = {
    username: administrator.username.toUpperCase().normalize('NFD'),
    password: administrator.password.normalize('NFD'),
  };
  expect(await signedIn(service.app, typed.username, typed.password)).toHaveProperty('authorization');
  const again = await service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload: typed });
  expect(again.json().code).toBe('username-taken');
});

test.each([
  ['U+200B', 'admin\u200bistrator'],
  ['U+00AD', 'admin\u00adistrator'],
  ['U+00A0', 'thu\u00a0ky'],
  ['U+FEFF', '\ufeffthu-ky'],
  ['U+202E', 'thu\u202eky'],
  ['U+E0061', 'thu-ky\u{e0061}'],
])('a username with %s, which nobody sees, is refused by its code point', async (name, username) => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const payload = { username, password: 'mật khẩu khác đây' };
  const answer = await service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload });
  expect([answer.statusCode, answer.json().problems[0].code]).toEqual([400, 'forbidden-character']);
  const { vi, en } = answer.json().problems[0].messages;
  expect([vi.includes(name), en.includes(name)]).toEqual([true, true]);
});

test('a sign-in expires by the service clock', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  service.passSeconds(12 * 3600 - 1);
  expect((await service.app.inject({ url: '/api/me', headers })).statusCode).toBe(200);
  service.passSeconds(1);
  expect((await service.app.inject({ url: '/api/me', headers })).json().code).toBe('not-signed-in');
});

test('a token signed with another secret or with none opens nothing', async () => {
  const service = await aService();
  const other = await aService({ store: service.deps.store });
  const headers = await signedInAdministrator(service);
  const [, claims] = headers.authorization.split('.');
  const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
  expect((await other.app.inject({ url: '/api/me', headers })).statusCode).toBe(401);
  const answer = await service.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${unsigned}` } });
  expect(answer.statusCode).toBe(401);
});

test('only an administrator creates accounts and gives roles; roles can be taken again', async () => {
  const service = await aService();
  const { app } = service;
  const headers = await signedInAdministrator(service);
  const secretary = { username: 'thu-ky', password: 'mật khẩu khác đây' };
  const created = await app.inject({ method: 'POST', url: '/api/accounts', headers, payload: secretary });
  const url = `/api/accounts/${created.json().id}/grants`;
  const id = committeeId.parse('7d44e1f2-6f24-4d7c-9a69-0f6f4a5a9a11');
  const named = { name: 'Chi bộ 1', rank: 'cell', sector: 'địa phương' };
  const committee = aCommittee(1, { id, ...named });
  await service.deps.store.committees.change({ around: [] }, () => ({ ok: true, value: committee }));
  const grant = { role: 'secretary', committeeId: id };

  const unknown = { ...grant, committeeId: '0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55' };
  expect((await app.inject({ method: 'PUT', url, headers, payload: unknown })).json().code).toBe('unknown-committee');

  const own = await signedIn(app, secretary.username, secretary.password);
  expect((await app.inject({ method: 'PUT', url, headers: own, payload: grant })).json().code).toBe('not-allowed');
  expect((await app.inject({ method: 'PUT', url, headers, payload: grant })).json().grants).toEqual([grant]);
  expect((await app.inject({ method: 'PUT', url, headers, payload: grant })).json().grants).toEqual([grant]);
  expect((await app.inject({ method: 'DELETE', url, headers, payload: grant })).json().grants).toEqual([]);
});

test('no hash, password or token is shown or logged', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  await service.app.inject({ method: 'POST', url: '/api/sign-in', payload: wrong });
  const shown = await service.app.inject({ url: '/api/accounts', headers });
  expect(shown.body).not.toMatch(/argon2|hash/i);
  const log = service.log.join('');
  expect(log).toContain('signIn');
  for (const secret of [
    administrator.password,
    wrong.password,
    headers.authorization.slice(7),
    'argon2',
    administrator.username,
  ]) {
    expect(log).not.toContain(secret);
  }
});

test('an account made twice because the answer was lost is one account, noted once', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const body = { id: crypto.randomUUID(), username: 'văn thư', password: 'một mật khẩu khá dài', administrator: true };
  const send = (change: object = {}) =>
    service.app.inject({ method: 'POST', url: '/api/accounts', headers, payload: { ...body, ...change } });
  // Twice at one time, and once more.
  const [one, beside] = await Promise.all([send(), send()]);
  const other = await send();
  expect([one.statusCode, beside.statusCode, other.statusCode]).toEqual([201, 201, 201]);
  expect([beside.json(), other.json()]).toEqual([one.json(), one.json()]);
  expect(one.json().id).toBe(body.id);
  for (const change of [{ username: 'chánh văn phòng' }, { administrator: false }]) {
    expect((await send(change)).json().code).toBe('id-in-use');
  }
  // By no answer does one learn whether a password is the account's, which stays as it was.
  const guess = await send({ password: 'một mật khẩu khác hẳn' });
  expect([guess.statusCode, guess.json()]).toEqual([201, one.json()]);
  const payload = { username: body.username, password: body.password };
  expect((await service.app.inject({ method: 'POST', url: '/api/sign-in', payload })).statusCode).toBe(200);
  const log = await service.app.inject({ url: '/api/audit', headers });
  const made = log.json().rows.filter(({ event }: { event: string }) => event === 'createAccount');
  expect(made).toHaveLength(1);
});
