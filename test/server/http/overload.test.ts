import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { bytes, events, operation } from '../../../src/contract/operation.ts';
import { attachment } from '../../../src/server/http/attachment.ts';
import { buildFrame } from '../../../src/server/http/frame.ts';
import { type Bounds, generousBounds } from '../../../src/server/http/overload.ts';
import { route } from '../../../src/server/http/route.ts';
import { aService } from '../../support/service/service.ts';

const common = { tag: 'Test', summary: { vi: 'Thử', en: 'Try' }, access: ['anyone'], refusals: [] } as const;
const reply = { 200: z.object({ done: z.boolean() }) };
const work = operation({ ...common, id: 'work', method: 'GET', path: '/api/work', replies: reply });
const vote = operation({ ...common, id: 'vote', method: 'POST', path: '/api/vote', replies: reply, quiet: true });
const body = z.object({ text: z.string().check(z.maxLength(100)) });
const send = operation({ ...common, id: 'send', method: 'POST', path: '/api/send', body, replies: reply });
const large = operation({
  ...common,
  id: 'large',
  method: 'GET',
  path: '/api/large',
  replies: { 200: bytes(['a/b']) },
});
const turnout = operation({
  ...common,
  id: 'turnout',
  method: 'GET',
  path: '/api/turnout',
  replies: { 200: events(z.int()) },
});

/** More than the system takes for a connection that nobody reads. */
const tooMuch = new Uint8Array(20_000_000);
const few: Bounds = {
  ...generousBounds,
  working: { voters: 2, others: 2 },
  underWay: { voters: 2, others: 2 },
};

/** A service some of whose answers wait until they are let go. */
async function aHeldService(bounds?: Bounds) {
  const waiting: (() => void)[] = [];
  const held = async () => {
    await new Promise<void>((go) => waiting.push(go));
    return { ok: true as const, value: { done: true } };
  };
  const service = await aService({
    build: async (deps, log) => {
      const operations = [work, vote, send, large, turnout];
      const context = await buildFrame(deps, operations, async () => undefined, log, bounds);
      route(context, work, held);
      route(context, vote, held);
      route(context, send, async () => ({ ok: true, value: { done: true } }));
      route(context, large, async () => attachment(tooMuch, 'large.bin'));
      route(context, turnout, async () => ({ ok: true, value: { watch: () => () => {} } }));
      context.app.get('/page', { config: { page: true } }, async () => 'here');
      context.app.get('/font', { config: { page: true } }, async () => Buffer.from(tooMuch));
      return context.app;
    },
  });
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { ...service, letGo, held: () => waiting.length };
}

/** The same, with few places, and connections to it of which one sees what the service does with them. */
async function aSmallService(change: Partial<Bounds> = {}) {
  const service = await aHeldService({ ...few, ...change });
  const { app } = service;
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const begun: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of begun) socket.destroy();
    service.letGo();
    await app.close();
  });
  const there: Socket[] = [];
  app.server.on('connection', (socket) => there.push(socket));
  /** Sends bytes as they are and reads nothing unless told to. @returns the service's end of it too */
  const open = async (text: string) => {
    const number = there.length;
    const own = connect(Number(new URL(url).port), '127.0.0.1');
    // Being cut off is what some of these wait for.
    own.on('error', () => {});
    begun.push(own);
    own.write(text);
    await expect.poll(() => there.length).toBe(number + 1);
    const other = there[number] as Socket;
    return { own, other, isEnded: () => other.destroyed, isAnswering: () => other.bytesWritten > 0 };
  };
  const status = async (path: string, init?: RequestInit) => (await fetch(`${url}${path}`, init)).status;
  const sends = (text = 'a') =>
    status('/api/send', { method: 'POST', headers: fromPage(url), body: JSON.stringify({ text }) });
  return { ...service, url, open, status, sends };
}

const fromPage = (url: string) => ({
  'content-type': 'application/json',
  origin: url,
  'sec-fetch-site': 'same-origin',
});
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const wholeBody = JSON.stringify({ text: 'from far away' });

/** A request of whose body only one byte has come. */
function slowly(url: string): string {
  const head = Object.entries({ host: new URL(url).host, ...fromPage(url), 'content-length': wholeBody.length });
  return `POST /api/send HTTP/1.1\r\n${head.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n{`;
}

test('beyond its bound other work is refused with the seconds to wait; voters and pages go on, and there is room again', async () => {
  const { app, letGo, held } = await aHeldService();
  const first = Array.from({ length: generousBounds.working.others }, () => app.inject({ url: '/api/work' }));
  await expect.poll(held).toBe(generousBounds.working.others);

  const refused = await app.inject({ url: '/api/work' });
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
  expect(refused.json().code).toBe('overloaded');
  expect((await app.inject({ url: '/page' })).body).toBe('here');
  const ballot = app.inject({ method: 'POST', url: '/api/vote' });
  await expect.poll(held).toBe(generousBounds.working.others + 1);

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
  const gone = Array.from({ length: generousBounds.working.others }, () => ask(leave.signal).catch(() => undefined));
  await expect.poll(held).toBe(generousBounds.working.others);
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
  await expect.poll(held).toBe(generousBounds.working.others + 1);
  return 200;
}

test('who sends without reading is cut off, and keeps no place from anybody', async () => {
  const { open, held, letGo, status } = await aSmallService();
  const stranger = await open(get('/font') + get('/api/work').repeat(50));
  await expect.poll(stranger.isEnded).toBe(true);
  const before = held();
  const others = [status('/api/work'), status('/api/work')];
  await expect.poll(held).toBe(before + 2);
  letGo();
  expect(await Promise.all(others)).toEqual([200, 200]);
});

test('a connection that asks again after each answer goes on', async () => {
  const { open, url } = await aSmallService();
  const phone = await open('');
  for (const count of [1, 2, 3, 4]) {
    phone.own.write(slowly(url));
    phone.own.write(wholeBody.slice(1));
    const [answer] = await once(phone.own, 'data');
    expect(String(answer), String(count)).toMatch(/^HTTP\/1.1 200 /);
  }
});

test('answers that nobody reads make way for others; one of them is ended only for want of room', async () => {
  const { open, passSeconds, status, sends } = await aSmallService();
  const first = await open(get('/api/large'));
  await expect.poll(first.isAnswering).toBe(true);
  expect(await sends()).toBe(200);
  const second = await open(get('/api/large'));
  await expect.poll(second.isAnswering).toBe(true);
  // Both have only just begun.
  expect(await sends()).toBe(503);
  expect(await status('/page')).toBe(200);
  passSeconds(few.undisturbedSeconds + 1);
  expect(await sends()).toBe(200);
  expect(await sends()).toBe(200);
  await expect.poll(first.isEnded).toBe(true);
  expect(second.isEnded()).toBe(false);
});

test('bodies that do not arrive make way for others; one that is slow is read where there is room', async () => {
  const { open, passSeconds, status, held, letGo, sends, url } = await aSmallService();
  const first = await open(slowly(url));
  await expect.poll(() => first.other.bytesRead).toBeGreaterThan(0);
  const second = await open(slowly(url));
  await expect.poll(() => second.other.bytesRead).toBeGreaterThan(0);
  await expect.poll(() => sends()).toBe(503);
  // Voters have places of their own.
  const ballot = status('/api/vote', { method: 'POST' });
  await expect.poll(held).toBe(1);
  letGo();
  expect(await ballot).toBe(200);

  passSeconds(few.undisturbedSeconds + 1);
  expect(await sends()).toBe(200);
  await expect.poll(first.isEnded).toBe(true);
  passSeconds(100);
  expect(await sends()).toBe(200);
  second.own.write(wholeBody.slice(1));
  const [answer] = await once(second.own, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 200 /);
});

test('while bodies arrive, those that have come are worked on as ever', async () => {
  const { open, held, letGo, status, url } = await aSmallService({ underWay: { voters: 100, others: 100 } });
  for (let count = 0; count < 20; count++) await open(slowly(url));
  const others = [status('/api/work'), status('/api/work')];
  await expect.poll(held).toBe(2);
  letGo();
  expect(await Promise.all(others)).toEqual([200, 200]);
});

test('an answer of which nothing is taken for long is ended, a page too', async () => {
  const { open } = await aSmallService({ unreadSeconds: 0.1 });
  for (const path of ['/api/large', '/font']) {
    const stranger = await open(get(path));
    await expect.poll(stranger.isAnswering, { message: path }).toBe(true);
    await expect.poll(stranger.isEnded, { message: path }).toBe(true);
  }
});

test('making an answer may take longer than one may stay unread; an event stream may be silent for three beats', async () => {
  const { open, held } = await aSmallService();
  const waits = await open(get('/page'));
  await once(waits.own, 'data');
  waits.own.write(get('/api/work'));
  await expect.poll(held).toBe(1);
  expect(waits.other.timeout ?? 0).toBe(0);
  const watches = await open(get('/api/turnout'));
  await expect.poll(watches.isAnswering).toBe(true);
  expect(watches.other.timeout).toBe(60_000);
});
