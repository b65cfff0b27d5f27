import { afterEach, beforeEach, expect, test } from 'vitest';
import { operations } from '../../src/contract/operations.ts';
import { theChair } from '../support/build/sessions.ts';
import { anId } from '../support/service/permission-walk.ts';
import { aVoteService, opened, sealed, type VoteService } from '../support/service/vote-service.ts';

let made: VoteService;
const start = async (environment: Record<string, string> = {}) => {
  made = await aVoteService({}, { environment });
};
beforeEach(() => start());
afterEach(() => made.service.app.close());

interface Asked {
  readonly headers: Readonly<Record<string, string>>;
  readonly remoteAddress?: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly payload?: object;
}

const overPlainHttp = { host: 'phieu.test:3000' };
const allowed = { by: theChair, at: '2026-12-01T01:00:00.000Z', used: false };

async function ask(path: string, { method = 'GET', ...asked }: Asked) {
  const url = path.startsWith('/') ? path : `/api/sessions/${made.vote.state.session.id}/${path}`;
  const answer = await made.service.app.inject({ method, url, ...asked });
  return answer.statusCode === 200 ? 'answered' : answer.json().code;
}

test('over plain http every operation is refused, for papers too while the chair has decided nothing', async () => {
  const { id } = made.vote.state.session;
  for (const declared of operations.filter(({ plain }) => plain !== true)) {
    const url = declared.path.replace(':sessionId', id).replace(/:(\w+)/g, (_, name) => anId(declared, name));
    for (const headers of [made.chair, made.teller(1), made.holder, {}]) {
      const asked = { ...headers, ...overPlainHttp };
      const answer = await made.service.app.inject({ method: declared.method, url, headers: asked });
      expect([declared.id, answer.statusCode, answer.json().code]).toEqual([declared.id, 403, 'tls-required']);
    }
  }
});

test('what a phone has to read, or to say, before it can use TLS is answered over plain http, to nobody in particular', async () => {
  const plain = operations.filter((declared) => declared.plain === true);
  expect(plain.map(({ id, method, access }) => [id, method, access])).toEqual([
    ['readAddresses', 'GET', ['anyone']],
    ['readAuthority', 'GET', ['anyone']],
    ['reportPhone', 'POST', ['read-key']],
  ]);
  expect(await ask('/api/service/addresses', { headers: overPlainHttp })).toBe('answered');
  expect(await ask('/api/service/authority.crt', { headers: overPlainHttp })).toBe('no-authority');
});

test('a local name from another machine is no local connection, nor is another name from this one', async () => {
  expect(await ask('/api/me', { headers: made.chair })).toBe('answered');
  for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'phieu.localhost']) {
    expect(await ask('/api/me', { headers: { ...made.chair, host } }), host).toBe('answered');
    const remoteAddress = '192.168.1.20';
    expect(await ask('/api/me', { headers: { ...made.chair, host }, remoteAddress }), host).toBe('tls-required');
  }
  for (const host of ['192.168.1.10', 'phieu.test', 'localhost.evil.example', '127.evil.example', '0.0.0.0']) {
    expect(await ask('/api/me', { headers: { ...made.chair, host } }), host).toBe('tls-required');
  }
});

test('what a proxy says of the connection counts only where a proxy is trusted', async () => {
  const headers = { ...made.chair, ...overPlainHttp, 'x-forwarded-proto': 'https' };
  expect(await ask('/api/me', { headers })).toBe('tls-required');
  await made.service.app.close();
  await start({ TRUST_PROXY: '1', PUBLIC_URL: 'https://phieu.test' });
  const proxied = { ...made.chair, ...overPlainHttp };
  expect(await ask('/api/me', { headers: { ...proxied, 'x-forwarded-proto': 'https' } })).toBe('answered');
  expect(await ask('/api/me', { headers: { ...proxied, 'x-forwarded-proto': 'http' } })).toBe('tls-required');
  expect(await ask('/api/me', { headers: proxied })).toBe('tls-required');
});

test('where the chair has allowed it, papers vote over plain http; a sign-in counts for nothing there', async () => {
  const election = await opened(made);
  await made.change({ plainVoting: allowed });
  const ballot = sealed(made, election, made.vote.sheets[0], [0, 1]);
  const headers = { ...made.holder, ...overPlainHttp };
  const cast = { method: 'POST', payload: { ballot, recastKey: 'a'.repeat(32) } } as const;
  expect(await ask('ballot', { headers })).toBe('answered');
  expect(await ask('trackers', { headers })).toBe('answered');
  expect(await ask('ballot', { headers: { ...overPlainHttp, 'x-read-key': 'A'.repeat(22) } })).toBe('not-found');
  expect(await ask('turnout', { headers: { ...made.chair, ...headers } })).toBe('tls-required');
  expect((await made.state()).session.plainVoting).toEqual(allowed);
  expect(await ask('ballots', { headers: made.holder, ...cast })).toBe('answered');
  expect((await made.state()).session.plainVoting).toEqual(allowed);
  const again = sealed(made, election, made.vote.sheets[0], [1, 1]);
  made.service.passSeconds(10);
  expect(await ask('ballots', { headers, ...cast, payload: { ...cast.payload, ballot: again } })).toBe('answered');
  expect((await made.state()).session.plainVoting).toEqual({ ...allowed, used: true });
});

test('the cookie of a sign-in over TLS is for TLS only, whatever address is public', async () => {
  await made.service.app.close();
  await start({ TRUST_PROXY: '1', PUBLIC_URL: 'http://phieu.test' });
  const headers = { ...overPlainHttp, 'x-forwarded-proto': 'https', origin: 'https://phieu.test:3000' };
  const signOut = await made.service.app.inject({
    ...{ method: 'POST', url: '/api/sign-out', headers: { ...headers, ...made.chair } },
  });
  expect(signOut.headers['set-cookie']).toMatch(/^__Host-phieu-3000=; .*; Secure/);
});
