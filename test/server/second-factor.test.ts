import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Account } from '../../src/domain/account/account.ts';
import { accept } from '../../src/domain/ruling.ts';
import { readConfig } from '../../src/server/config.ts';
import { recoverLocally } from '../../src/server/start/recover-locally.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import { aCommittee } from '../support/build/committees.ts';
import { tellerPerson } from '../support/build/sessions.ts';
import { authenticator } from '../support/service/authenticator.ts';
import { aHall, anIssued } from '../support/service/hall.ts';
import {
  administrator,
  aService,
  signedIn,
  signedInAdministrator,
  type TestService,
} from '../support/service/service.ts';
import { keep, newFolder } from '../support/service/stores.ts';

test('a link made on the machine is made with the secret that the settings name, and leaves no other in the folder', async () => {
  const folder = newFolder();
  const secretFile = join(newFolder(), 'secret');
  const secret = Buffer.alloc(32, 7);
  writeFileSync(secretFile, secret.toString('base64url'));
  const service = await aService({ store: sqliteStore(folder) });
  await signedInAdministrator(service);
  await service.deps.store.close();
  const read = readConfig({ DATA_DIR: folder, PHIEU_SECRET_FILE: secretFile });
  if (!read.ok) throw new Error(read.problem.en);
  expect(await recoverLocally(read.config, administrator.username)).toMatchObject({ ok: true });
  expect(readFileSync(join(folder, 'token.secret'))).toEqual(secret);
  const given = { ...read.config, secretFile: join(folder, 'nothing') };
  expect(await recoverLocally(given, administrator.username)).toMatchObject({ refusal: 'secret-file-unreadable' });
  writeFileSync(join(folder, 'token.secret'), Buffer.alloc(32, 8));
  expect(await recoverLocally(read.config, administrator.username)).toMatchObject({ refusal: 'secret-differs' });
});

test('an administrator without phone and codes starts anew by a link made on the machine, which the log shows', async () => {
  const folder = newFolder();
  const service = await aService({ store: sqliteStore(folder) });
  await enrolled(service);
  await service.deps.store.close();
  const read = readConfig({ DATA_DIR: folder });
  if (!read.ok) throw new Error(read.problem.en);
  expect(await recoverLocally(read.config, 'nobody')).toMatchObject({ refusal: 'unknown-account' });
  const link = await recoverLocally(read.config, administrator.username.toUpperCase());
  const token = link.ok ? link.value.split('#/welcome/')[1] : undefined;
  const again = await aService({ store: keep(sqliteStore(folder)) });
  // The link is good for a day by the clock of the machine that made it.
  again.passSeconds((Date.now() - again.deps.clock().getTime()) / 1000);
  const password = 'cá chép vượt vũ môn';
  const payload = { token, password };
  const used = await again.app.inject({ method: 'POST', url: '/api/invitations/acceptance', payload });
  expect(used.json()).toMatchObject({ administrator: true, secondFactor: 'off' });
  await signedIn(again.app, administrator.username, password);
  const log = await again.deps.store.audit.list({ kind: 'administration' }, { after: null, limit: 10 });
  expect(log.map(({ event }) => event)).toContain('recoverAccount');
});

type Headers = { authorization: string };

function asked(service: TestService, method: 'GET' | 'PUT' | 'POST' | 'DELETE', headers: Headers) {
  return (url: string, payload?: object) =>
    service.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}

/** Sets up the administrator's authenticator app; gives its codes and the recovery codes. */
async function enrolled(service: TestService) {
  const headers = await signedInAdministrator(service);
  const begun = await asked(service, 'POST', headers)('/api/me/second-factor', { password: administrator.password });
  expect(begun.statusCode).toBe(201);
  const codeAt = authenticator(begun.json().uri);
  const code = () => codeAt(service.deps.clock());
  const confirmed = await asked(service, 'PUT', headers)('/api/me/second-factor', { code: code() });
  expect(confirmed.json().account.secondFactor).toBe('on');
  service.passSeconds(30);
  return { headers, code, secret: begun.json().secret as string, recovery: confirmed.json().recoveryCodes as string[] };
}

function signIn({ app }: TestService, code?: string) {
  const payload = { ...administrator, ...(code === undefined ? {} : { code }) };
  return app.inject({ method: 'POST', url: '/api/sign-in', payload });
}

test('with an authenticator app the password alone opens nothing; each code opens once', async () => {
  const service = await aService();
  const { code } = await enrolled(service);
  expect((await signIn(service)).json()).toMatchObject({ code: 'second-factor-asked', status: 401 });
  const first = code();
  const atOnce = await Promise.all([1, 2].map(() => signIn(service, first)));
  expect(atOnce.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  service.passSeconds(30);
  expect((await signIn(service, first)).json().code).toBe('wrong-code');
  expect((await signIn(service, code())).statusCode).toBe(200);
});

test('the code that set the app up does not sign in as well, nor one of long ago', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const begun = await asked(service, 'POST', headers)('/api/me/second-factor', { password: administrator.password });
  const codeAt = authenticator(begun.json().uri);
  const old = codeAt(new Date(service.deps.clock().getTime() - 120_000));
  expect((await asked(service, 'PUT', headers)('/api/me/second-factor', { code: old })).json().code).toBe('wrong-code');
  const used = codeAt(service.deps.clock());
  await asked(service, 'PUT', headers)('/api/me/second-factor', { code: used });
  expect((await signIn(service, used)).json().code).toBe('wrong-code');
});

test('a code taken under a clock that was ahead keeps nobody out once the clock is put right, and is taken once then', async () => {
  const service = await aService();
  const { code } = await enrolled(service);
  service.setClock(86_400);
  expect((await signIn(service, code())).statusCode).toBe(200);
  service.setClock(-86_400);
  service.passSeconds(30);
  expect((await signIn(service, code())).statusCode).toBe(200);
  expect((await signIn(service, code())).json().code).toBe('wrong-code');
  await service.app.close();
});

test('wrong codes lock the name like wrong passwords; a right password in between forgives nothing', async () => {
  const service = await aService();
  const { code } = await enrolled(service);
  await signIn(service);
  for (let time = 0; time < 4; time++) expect((await signIn(service, '000000')).json().code).toBe('wrong-code');
  expect((await signIn(service, code())).json().code).toBe('sign-in-locked');
  service.passSeconds(31);
  expect((await signIn(service, code())).statusCode).toBe(200);
});

test('a recovery code stands in for the app, once', async () => {
  const service = await aService();
  const { recovery } = await enrolled(service);
  expect(new Set(recovery).size).toBe(10);
  const [first = '', second = ''] = recovery;
  expect((await signIn(service, first)).statusCode).toBe(200);
  expect((await signIn(service, first)).json().code).toBe('wrong-code');
  expect((await signIn(service, second.replace('-', ' '))).statusCode).toBe(200);
});

test('neither the secret nor a recovery code is kept as it is, nor under a key that the database holds', async () => {
  const service = await aService();
  const { secret, recovery, code: codeNow } = await enrolled(service);
  const kept = JSON.stringify(await service.deps.store.accounts.list());
  expect(kept).not.toContain(secret);
  for (const code of recovery) expect(kept).not.toContain(code);
  const stolen = await aService({ store: service.deps.store });
  for (const given of [recovery[0], codeNow()]) {
    expect((await signIn(stolen, given)).json()).toMatchObject({ code: 'wrong-code', status: 401 });
  }
});

test('setting up ends the other sign-ins, which never showed a code; it takes the password', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const other = await signedIn(service.app, administrator.username, administrator.password);
  const begin = (password: string) => asked(service, 'POST', headers)('/api/me/second-factor', { password });
  expect((await begin('nicht richtig')).json().code).toBe('wrong-password');
  const begun = await begin(administrator.password);
  const code = authenticator(begun.json().uri)(service.deps.clock());
  await asked(service, 'PUT', headers)('/api/me/second-factor', { code });
  expect((await asked(service, 'GET', other)('/api/me')).statusCode).toBe(401);
  expect((await asked(service, 'GET', headers)('/api/me')).json().secondFactor).toBe('on');
  expect((await begin(administrator.password)).json().code).toBe('second-factor-on');
});

test('taking the app off needs password and code', async () => {
  const service = await aService();
  const { headers, code } = await enrolled(service);
  const remove = (payload: object) => asked(service, 'DELETE', headers)('/api/me/second-factor', payload);
  const { password } = administrator;
  expect((await remove({ password: 'nicht richtig', code: code() })).json().code).toBe('wrong-password');
  expect((await remove({ password, code: '000000' })).json().code).toBe('wrong-code');
  expect((await remove({ password, code: code() })).json().secondFactor).toBe('off');
  expect((await signIn(service)).statusCode).toBe(200);
});

test('where it is required an administrator can do nothing but set it up; it is required by default over https', async () => {
  for (const environment of [{ PHIEU_SECOND_FACTOR: 'required' }, { PUBLIC_URL: 'https://phieu.example' }]) {
    const service = await aService({ environment });
    const headers = await signedInAdministrator(service);
    expect((await asked(service, 'GET', headers)('/api/me')).json().secondFactor).toBe('needed');
    expect((await asked(service, 'GET', headers)('/api/accounts')).json().code).toBe('second-factor-needed');
    const begun = await asked(service, 'POST', headers)('/api/me/second-factor', { password: administrator.password });
    const code = authenticator(begun.json().uri)(service.deps.clock());
    await asked(service, 'PUT', headers)('/api/me/second-factor', { code });
    expect((await asked(service, 'GET', headers)('/api/accounts')).statusCode).toBe(200);
  }
});

test('a teller hears in time that a second factor is required, and so do those who prepare the session', async () => {
  const hall = await aHall();
  const id = await anIssued(hall);
  const { accounts } = hall.service.deps.store;
  const lacking = async (as = hall.chair) => (await hall.at(id, 'GET', '', as)).body.unreadyTellers;
  expect(await lacking()).toEqual([]);
  Object.assign(hall.service.deps.config, { secondFactor: 'required' });
  const confirmed = { secret: '', confirmed: true, lastStep: 0, recovery: [] };
  const protect = (account: Account | undefined) =>
    account && accounts.update<never>(account.id, (now) => accept({ ...now, secondFactor: confirmed }));
  for (const account of await accounts.withRoleIn(aCommittee(2).id)) await protect(account);
  const [first] = await accounts.findByPeople([tellerPerson(1)]);
  const [third] = await accounts.findByPeople([tellerPerson(3)]);
  await protect(first);
  await accounts.update<never>(third?.id ?? ('' as never), (now) => accept({ ...now, personId: null }));
  expect(await lacking()).toEqual([
    { index: 2, lacks: 'second-factor' },
    { index: 3, lacks: 'account' },
  ]);
  const told = async (as: Headers) => (await hall.send('GET', '/api/me', as)).body.secondFactor;
  expect([await told(hall.teller(1)), await told(hall.teller(2)), await told(hall.person(1))]).toEqual([
    ...['on', 'needed', 'off'],
  ]);
  expect((await hall.at(id, 'GET', '', hall.teller(1))).body.unreadyTellers).toEqual([]);
  await hall.service.app.close();
});

/** Guesses at once and one after the other, with each wrong code another. */
async function guess(attempt: (code: string) => Promise<{ json(): { code?: string } }>): Promise<string[]> {
  const codes = Array.from({ length: 24 }, (_, at) => String(100_000 + at));
  const atOnce = await Promise.all(codes.slice(0, 12).map(attempt));
  const answers = [...atOnce];
  for (const code of codes.slice(12)) answers.push(await attempt(code));
  return answers.map((answer) => answer.json().code ?? 'taken');
}

const fiveAndNoMore = { 'wrong-code': 5, 'sign-in-locked': 19 };

function countOf(codes: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((one) => one === code).length]));
}

test('who guesses codes to turn the second factor off is locked, and so is the owner until the lock is over', async () => {
  const service = await aService();
  const { headers, code } = await enrolled(service);
  const { password } = administrator;
  const remove = (given: string) =>
    asked(service, 'DELETE', headers)('/api/me/second-factor', { password, code: given });
  expect(countOf(await guess(remove))).toEqual(fiveAndNoMore);
  expect((await remove(code())).json().code).toBe('sign-in-locked');
  // Nothing that asks for the password or is refused for another reason gives guesses back.
  await asked(service, 'POST', headers)('/api/me/second-factor', { password });
  await asked(service, 'PUT', headers)('/api/me/second-factor', { code: '000000' });
  await asked(service, 'PUT', headers)('/api/me/password', { current: password, next: 'abc' });
  expect((await remove(code())).json().code).toBe('sign-in-locked');
  const log = await service.deps.store.audit.list({ kind: 'administration' }, { after: null, limit: 50 });
  expect(log.map(({ event }) => event)).toContain('signInLocked');
  service.passSeconds(31);
  expect((await remove(code())).json().secondFactor).toBe('off');
});

test('who guesses the first code is locked as well', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const begun = await asked(service, 'POST', headers)('/api/me/second-factor', { password: administrator.password });
  const confirm = (code: string) => asked(service, 'PUT', headers)('/api/me/second-factor', { code });
  expect(countOf(await guess(confirm))).toEqual(fiveAndNoMore);
  const right = () => authenticator(begun.json().uri)(service.deps.clock());
  expect((await confirm(right())).json().code).toBe('sign-in-locked');
  service.passSeconds(31);
  expect((await confirm(right())).json().account.secondFactor).toBe('on');
});

test('nobody at the door can lock what the owner of an account guesses by a user name that looks like it', async () => {
  const service = await aService();
  const headers = await signedInAdministrator(service);
  const [account] = await service.deps.store.accounts.list();
  const names = ['password', 'code'].flatMap((secret) => [`own:${account?.id}`, ` own ${secret}:${account?.id}`]);
  for (const username of names) {
    for (let time = 0; time < 6; time++) {
      await service.app.inject({ method: 'POST', url: '/api/sign-in', payload: { username, password: 'x' } });
    }
  }
  const payload = { password: administrator.password };
  expect((await asked(service, 'POST', headers)('/api/me/second-factor', payload)).statusCode).toBe(201);
});
