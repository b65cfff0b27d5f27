import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '../../../src/contract/operation.ts';
import { buildFrame } from '../../../src/server/http/frame.ts';
import { mostInProgress } from '../../../src/server/http/overload.ts';
import { route } from '../../../src/server/http/route.ts';
import { aService } from '../../support/service/service.ts';

const common = { tag: 'Test', summary: { vi: 'Thử', en: 'Try' }, access: ['anyone'], refusals: [] } as const;
const reply = { 200: z.object({ done: z.boolean() }) };
const work = operation({ ...common, id: 'work', method: 'GET', path: '/api/work', replies: reply });
const vote = operation({ ...common, id: 'vote', method: 'POST', path: '/api/vote', replies: reply, quiet: true });

/** A service whose answers wait until they are let go. */
async function aHeldService() {
  const waiting: (() => void)[] = [];
  const held = async () => {
    await new Promise<void>((go) => waiting.push(go));
    return { ok: true as const, value: { done: true } };
  };
  const { app } = await aService({
    build: async (deps, log) => {
      const keeper = await buildFrame(deps, [work, vote], async () => undefined, log);
      route(keeper, work, held);
      route(keeper, vote, held);
      keeper.app.get('/page', { config: { page: true } }, async () => 'here');
      return keeper.app;
    },
  });
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { app, letGo, held: () => waiting.length };
}

test('beyond its bound other work is refused with the seconds to wait; voters and pages go on, and there is room again', async () => {
  const { app, letGo, held } = await aHeldService();
  const first = Array.from({ length: mostInProgress.others }, () => app.inject({ url: '/api/work' }));
  await expect.poll(held).toBe(mostInProgress.others);

  const refused = await app.inject({ url: '/api/work' });
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
  expect(refused.json().code).toBe('overloaded');
  expect((await app.inject({ url: '/page' })).body).toBe('here');
  const ballot = app.inject({ method: 'POST', url: '/api/vote' });
  await expect.poll(held).toBe(mostInProgress.others + 1);

  letGo();
  expect((await ballot).statusCode).toBe(200);
  for (const answer of await Promise.all(first)) expect(answer.statusCode).toBe(200);
  const again = app.inject({ url: '/api/work' });
  await expect.poll(held).toBe(1);
  letGo();
  expect((await again).statusCode).toBe(200);
});

test('300 phones behind one address whose ballots all wait at once are all answered', async () => {
  const { app, letGo, held } = await aHeldService();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const phones = Array.from({ length: 300 }, () => fetch(`http://localhost:${port}/api/vote`, { method: 'POST' }));
  await expect.poll(held).toBe(300);
  letGo();
  const answers = await Promise.all(phones);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(300);
  await app.close();
});

test('who goes away while waiting makes room', async () => {
  const { app, letGo, held } = await aHeldService();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const leave = new AbortController();
  const ask = (signal?: AbortSignal) => fetch(`http://localhost:${port}/api/work`, signal ? { signal } : {});
  const gone = Array.from({ length: mostInProgress.others }, () => ask(leave.signal).catch(() => undefined));
  await expect.poll(held).toBe(mostInProgress.others);
  expect((await ask()).status).toBe(503);
  leave.abort();
  await Promise.all(gone);
  const statuses: number[] = [];
  await expect
    .poll(async () => {
      const answer = await Promise.race([ask().then(({ status }) => status), nextHeld(held)]);
      statuses.push(answer);
      return answer;
    })
    .toBe(200);
  letGo();
  await app.close();
});

/** 200 once one more waits than went away. */
async function nextHeld(held: () => number): Promise<number> {
  await expect.poll(held).toBe(mostInProgress.others + 1);
  return 200;
}
