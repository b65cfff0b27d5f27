import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SignInId } from '../../../src/domain/account/account.ts';
import { accept } from '../../../src/domain/ruling.ts';
import { aCommittee } from '../../support/build/committees.ts';
import { patience } from '../../support/patience.ts';
import { aVoteService, castAll, opened, type VoteService } from '../../support/service/vote-service.ts';

/** The events of one connection, one after the other; undefined once the service ended it. */
async function listen(made: VoteService, headers: VoteService['chair'] = made.chair) {
  const { app } = made.service;
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/sessions/${made.vote.state.session.id}/turnout/events`;
  const response = await fetch(url, { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async () => {
    for (;;) {
      const event = /data: (.*)\n\n/.exec(text);
      if (event !== null) {
        text = text.slice(event.index + event[0].length);
        return JSON.parse(event[1] ?? '');
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return undefined;
      text += read.value;
    }
  };
  return { response, next, leave: () => reader?.cancel() };
}

test('whoever watches the turnout hears of a change of the state at once, and of ballots every 15 seconds only', async () => {
  const made = await aVoteService({ voters: 6, sheets: 4, phones: 2 });
  const election = await opened(made);
  const { response, next } = await listen(made);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  const first = await next();
  expect(first).toMatchObject({ state: 'open', collected: 0, head: { height: 0 } });

  await castAll(made, election, [[0, 0]]);
  const endsAt = '2026-12-01T01:01:00.000Z';
  await made.change({ phoneVotingEndsAt: endsAt });
  // With the number of this moment it would tell that somebody has voted in the seconds since.
  const second = await next();
  expect(second).toMatchObject({ state: 'open', collected: 0, phoneVotingEndsAt: endsAt, head: { height: 0 } });

  made.service.passSeconds(10);
  await castAll(made, election, [
    [0, 0],
    [1, 1],
  ]);
  made.service.passSeconds(15);
  expect(await next()).toMatchObject({ state: 'open', collected: 2 });
  made.service.passSeconds(45);
  expect(await next()).toMatchObject({ state: 'counting', collected: 2 });
  await made.service.app.close();
});

test('whoever watches hears within about a second of what another node has changed, for one question a second', async () => {
  const made = await aVoteService({ voters: 6, sheets: 4, phones: 0 });
  await opened(made);
  const { store } = made.service.deps;
  const watched = vi.spyOn(store.renewals, 'watched');
  const find = vi.spyOn(store.sessions, 'find');
  const watching = [await listen(made), await listen(made, made.teller(1)), await listen(made, made.teller(2))];
  for (const one of watching) await one.next();
  await expect.poll(() => watched.mock.calls.length, { timeout: patience }).toBeGreaterThan(1);
  const reads = find.mock.calls.length;
  // Nothing has changed: nothing was read for any of the three.
  await expect.poll(() => watched.mock.calls.length, { timeout: patience }).toBeGreaterThan(3);
  expect(find.mock.calls.length).toBe(reads);
  // As another node would: beside this one's requests.
  await made.change({ state: 'counting' });
  for (const one of watching) expect(await one.next()).toMatchObject({ state: 'counting' });
  for (const one of watching) await one.leave();
  await made.service.app.close();
});

test('the service stops although somebody watches, and tells them nothing more', async () => {
  const made = await aVoteService();
  const watching = [await listen(made), await listen(made)];
  await watching[0]?.leave();
  await watching[1]?.next();
  await made.service.app.close();
  expect(await watching[1]?.next()).toBeUndefined();
});

test('turnout is for those who run the session: holders of papers and other committees do not watch it', async () => {
  const made = await aVoteService();
  const status = async (headers: VoteService['chair']) => (await listen(made, headers)).response.status;
  expect(await status(made.holder)).toBe(401);
  expect(await status(made.seatHolder)).toBe(404);
  expect(await status(made.stranger)).toBe(404);
  await made.service.app.close();
});

test('who signs out sees nothing more on any stream of that sign-in, and everybody else goes on', async () => {
  const made = await aVoteService();
  const { app } = made.service;
  const watching = [await listen(made), await listen(made), await listen(made, made.teller(1))];
  for (const one of watching) expect(await one.next()).toBeDefined();
  const signOut = await app.inject({ method: 'POST', url: '/api/sign-out', headers: made.chair });
  expect(signOut.statusCode).toBe(204);
  expect(await watching[0]?.next()).toBeUndefined();
  expect(await watching[1]?.next()).toBeUndefined();
  await made.change({ phoneVotingEndsAt: '2026-12-01T01:01:00.000Z' });
  expect(await watching[2]?.next()).toBeDefined();
  await app.close();
});

test('a stream ends within about a second after another node has ended its sign-in or taken its role away', async () => {
  const made = await aVoteService();
  const { app, deps } = made.service;
  const { accounts } = deps.store;
  const watching = [await listen(made, made.teller(1)), await listen(made)];
  for (const one of watching) await one.next();
  const { sid } = app.jwt.verify<{ sid: SignInId }>(String(made.teller(1).authorization).replace('Bearer ', ''));
  // Beside this node's requests, as another would.
  await accounts.endSignIn(sid);
  expect(await watching[0]?.next()).toBeUndefined();
  const [chair] = await accounts.withRoleIn(aCommittee(1).id);
  if (chair === undefined) throw new Error('no chair');
  await accounts.update<never>(chair.id, (account) => accept({ ...account, grants: [] }));
  expect(await watching[1]?.next()).toBeUndefined();
  await app.close();
});

test('within a minute a stream ends whose caller may not see it any more, whatever took the right away', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const made = await aVoteService();
  const { app, deps } = made.service;
  const watching = await listen(made);
  await watching.next();
  const { sid } = app.jwt.verify<{ sid: SignInId }>(String(made.chair.authorization).replace('Bearer ', ''));
  await deps.store.accounts.endSignIn(sid);
  vi.advanceTimersByTime(60_000);
  expect(await watching.next()).toBeUndefined();
  await app.close();
});

test('an account follows on sixteen screens at once, and another does beside it', async () => {
  const made = await aVoteService();
  const first = await listen(made);
  const watching = [first, ...(await Promise.all(Array.from({ length: 15 }, () => listen(made))))];
  expect(watching.map(({ response }) => response.status)).toEqual(Array.from({ length: 16 }, () => 200));
  expect((await listen(made)).response.status).toBe(429);
  expect((await listen(made, made.teller(1))).response.status).toBe(200);
  await first.leave();
  await expect.poll(async () => (await listen(made)).response.status).toBe(200);
  await made.service.app.close();
});
