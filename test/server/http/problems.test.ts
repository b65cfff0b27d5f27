import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problemDocument } from '../../../src/contract/kit/problem.ts';
import { exactBytes } from '../../../src/contract/kit/text.ts';
import { bytes, operation } from '../../../src/contract/operation.ts';
import { refusalCodes, refusals } from '../../../src/contract/refusals.ts';
import { attachment } from '../../../src/server/http/attachment.ts';
import { buildFrame } from '../../../src/server/http/frame.ts';
import { route } from '../../../src/server/http/route.ts';
import { Overloaded } from '../../../src/server/workers/overloaded.ts';
import { TookTooLong } from '../../../src/server/workers/took-too-long.ts';
import { aService } from '../../support/service/service.ts';

const common = { tag: 'Test', summary: { vi: 'Thử', en: 'Try' }, access: ['anyone'], refusals: [] } as const;

const echo = operation({
  ...common,
  id: 'echo',
  method: 'POST',
  path: '/api/echo/:name',
  params: z.object({ name: z.string() }),
  query: z.object({ q: z.optional(z.string()) }),
  body: z.strictObject({
    name: z.string().check(z.maxLength(10)),
    lines: z.optional(z.array(z.object({ text: z.string(), sealed: z.optional(exactBytes(z.string())) }))),
    choice: z.optional(
      z.union([z.object({ raw: z.nullable(exactBytes(z.string())) }), z.object({ typed: z.string() })]),
    ),
  }),
  bodyLimit: 1000,
  replies: { 200: z.object({ seen: z.unknown(), params: z.unknown(), query: z.unknown() }) },
});

const takeFile = operation({
  ...common,
  id: 'takeFile',
  method: 'POST',
  path: '/api/file',
  body: bytes(['text/csv'], 10),
  replies: { 200: bytes(['application/pdf']) },
});

const breakDown = operation({
  ...common,
  id: 'breakDown',
  method: 'GET',
  path: '/api/break',
  replies: { 200: z.object({ a: z.string() }) },
});

const queue = operation({
  ...common,
  id: 'queue',
  method: 'GET',
  path: '/api/queue',
  replies: { 200: z.object({ a: z.string() }) },
});

const heavy = operation({ ...queue, id: 'heavy', path: '/api/heavy' });

const vote = operation({
  ...common,
  id: 'vote',
  method: 'POST',
  path: '/api/vote/:paper',
  params: z.object({ paper: z.string() }),
  body: z.object({ ballot: z.string() }),
  replies: { 200: z.object({ tracker: z.string() }) },
  quiet: true,
});

const secret = 'MÃ-PHIẾU-BÍ-MẬT';

function aFrame() {
  return aService({
    build: async (deps, log) => {
      const context = await buildFrame(
        deps,
        [echo, takeFile, breakDown, queue, heavy, vote],
        async () => undefined,
        log,
      );
      route(context, echo, async (_, { body, params, query }) => ({ ok: true, value: { seen: body, params, query } }));
      route(context, takeFile, async (_, { body }) => attachment(body, 'taken.bin'));
      route(context, breakDown, async () => {
        throw new Error(`could not insert ${secret}`);
      });
      route(context, queue, async () => {
        throw new Overloaded(7);
      });
      route(context, heavy, async () => {
        throw new TookTooLong();
      });
      route(context, vote, async () => ({ ok: true, value: { tracker: 'abc', paper: secret } }));
      return context.app;
    },
  });
}

const json = { 'content-type': 'application/json' };

test.each([
  ['JSON that is none', { url: '/api/echo/a', headers: json, payload: '{"name"' }, 'malformed-json', 400],
  ['an empty body', { url: '/api/echo/a', headers: json, payload: '' }, 'malformed-json', 400],
  [
    'a body that would poison objects',
    { url: '/api/echo/a', headers: json, payload: '{"__proto__":{}}' },
    'malformed-json',
    400,
  ],
  ['a body of the wrong shape', { url: '/api/echo/a', headers: json, payload: '{"name":7}' }, 'invalid-request', 400],
  ['a field too many', { url: '/api/echo/a', headers: json, payload: '{"name":"a","x":1}' }, 'invalid-request', 400],
  ['a broken character', { url: '/api/echo/a', headers: json, payload: '{"name":"\\ud800"}' }, 'invalid-request', 400],
  [
    'a body too large',
    { url: '/api/echo/a', headers: json, payload: `{"name":"${'a'.repeat(1000)}"}` },
    'too-large',
    413,
  ],
  [
    'a file too large',
    { url: '/api/file', headers: { 'content-type': 'text/csv' }, payload: 'a'.repeat(11) },
    'too-large',
    413,
  ],
  ['a file of another kind', { url: '/api/file', headers: json, payload: '{}' }, 'unsupported-type', 415],
  [
    'a form instead of JSON',
    { url: '/api/echo/a', headers: { 'content-type': 'text/plain' }, payload: '{"name":"a"}' },
    'unsupported-type',
    415,
  ],
  ['no content type', { url: '/api/echo/a', payload: '{"name":"a"}' }, 'unsupported-type', 415],
  ['an unknown address', { url: '/api/nothing', payload: '' }, 'not-found', 404],
  ['an address that is no address', { url: '/api/echo/%zz', headers: json, payload: '{}' }, 'not-found', 404],
  ['another method', { url: '/api/break', payload: '' }, 'method-not-allowed', 405],
] as const)('%s is refused as problem+json', async (_name, request, code, status) => {
  const { app } = await aFrame();
  const answer = await app.inject({ method: 'POST', ...request });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = problemDocument.parse(answer.json());
  expect(problem).toMatchObject({ code, status, type: `urn:phieu:problem:${code}` });
  expect(answer.statusCode).toBe(status);
  expect(problem.messages).toEqual(refusals[code].sentence);
});

test('wrong fields are listed with their place, in both languages, without repeating what was sent', async () => {
  const { app } = await aFrame();
  const payload = { name: 'a', lines: [{ text: secret }, { text: { deep: secret } }] };
  const answer = await app.inject({ method: 'POST', url: '/api/echo/a', payload });
  const { problems } = problemDocument.parse(answer.json());
  expect(problems).toHaveLength(1);
  expect(problems?.[0]).toMatchObject({ path: 'body.lines.1.text', code: 'invalid_type' });
  expect(problems?.[0]?.messages?.en).toMatch(/expected string/);
  expect(problems?.[0]?.messages?.vi).toMatch(/mong đợi string/);
  expect(answer.body).not.toContain(secret);
});

test('the sentence is in Vietnamese unless English is preferred', async () => {
  const { app } = await aFrame();
  const detail = async (wish?: string) =>
    (await app.inject({ url: '/api/nothing', headers: wish === undefined ? {} : { 'accept-language': wish } })).json()
      .detail;
  const { vi, en } = refusals['not-found'].sentence;
  expect(await detail()).toBe(vi);
  expect(await detail('en')).toBe(en);
  expect(await detail('en-GB,en;q=0.9,vi;q=0.8')).toBe(en);
  expect(await detail('vi,en;q=0.9')).toBe(vi);
  expect(await detail('fr')).toBe(vi);
  expect(await detail('fr,en;q=0.5,vi;q=0.4')).toBe(en);
  expect(await detail('vi;q=0,*')).toBe(en);
  expect(await detail('*')).toBe(vi);
});

test('what nobody foresaw tells nothing of itself, neither to the caller nor to the log', async () => {
  const { app, log } = await aFrame();
  const answer = await app.inject({ url: '/api/break' });
  expect(answer.json()).toMatchObject({ code: 'internal', status: 500 });
  expect(answer.body + log.join('')).not.toContain(secret);
  expect(log.join('')).toContain('problems.test.ts');
});

test('work for which there is no room is refused with the seconds after which to ask again, and is no error', async () => {
  const { app, log } = await aFrame();
  const answer = await app.inject({ url: '/api/queue' });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '7']);
  expect(answer.json()).toMatchObject({ code: 'overloaded', messages: refusals.overloaded.sentence });
  expect(log.join('')).not.toContain('unexpected error');
});

test('work that was stopped for want of time is refused with what to do, and is no unexpected error', async () => {
  const { app, log } = await aFrame();
  const answer = await app.inject({ url: '/api/heavy' });
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: 'took-too-long', messages: refusals['took-too-long'].sentence });
  expect(log.join('')).not.toContain('unexpected error');
});

test('only what the declaration names leaves the service', async () => {
  const { app } = await aFrame();
  const answer = await app.inject({ method: 'POST', url: '/api/vote/1', payload: { ballot: 'x' } });
  expect(answer.json()).toEqual({ tracker: 'abc' });
});

test("a voter's request leaves no trace in the log, whatever comes of it", async () => {
  const { app, log } = await aFrame();
  await app.inject({ method: 'POST', url: '/api/vote/1', payload: { ballot: 'x' } });
  await app.inject({ method: 'POST', url: '/api/vote/1', payload: { ballot: 1 } });
  await app.inject({ method: 'POST', url: '/api/vote/1', headers: json, payload: '{"' });
  expect(log).toEqual([]);
});

test('the log has no body, header, path or address', async () => {
  const { app, log } = await aFrame();
  await app.inject({
    method: 'POST',
    url: `/api/echo/${encodeURIComponent(secret)}?q=${encodeURIComponent(secret)}`,
    headers: {
      authorization: secret.normalize('NFD').replace(/[^A-Z-]/g, ''),
      'user-agent': 'seen-agent',
      cookie: 'phieu=seen',
    },
    remoteAddress: '203.0.113.9',
    payload: { name: 'seen' },
  });
  expect(log).toHaveLength(1);
  expect(Object.keys(JSON.parse(log[0] ?? ''))).toEqual([
    'level',
    'time',
    'reqId',
    'operation',
    'status',
    'milliseconds',
  ]);
});

test('every text is composed at the door, but what is marked stays byte for byte', async () => {
  const { app } = await aFrame();
  const nfd = 'Nguyễn'.normalize('NFD');
  const nfc = 'Nguyễn'.normalize('NFC');
  const answer = await app.inject({
    method: 'POST',
    url: `/api/echo/${encodeURIComponent(nfd)}?q=${encodeURIComponent(nfd)}`,
    payload: { name: nfd, lines: [{ text: nfd, sealed: nfd }], choice: { raw: nfd } },
  });
  expect(answer.json()).toEqual({
    seen: { name: nfc, lines: [{ text: nfc, sealed: nfd }], choice: { raw: nfd } },
    params: { name: nfc },
    query: { q: nfc },
  });
});

test('marks without end on one letter are no text, and nothing is composed', async () => {
  const { app } = await aFrame();
  const marks = `a${'\u0301\u0323'.repeat(20)}`;
  for (const payload of [{ name: marks }, { name: 'a', lines: [{ text: marks }] }]) {
    const answer = await app.inject({ method: 'POST', url: '/api/echo/a', payload });
    expect([answer.statusCode, answer.json().problems[0].code]).toEqual([400, 'too-many-marks']);
    expect(answer.json().problems[0].messages.vi).toContain('dấu');
  }
  const inAddress = await app.inject({
    method: 'POST',
    url: `/api/echo/a?q=${encodeURIComponent(marks)}`,
    payload: { name: 'a' },
  });
  expect(inAddress.json().problems[0].code).toBe('too-many-marks');
});

test('unknown fields do not multiply the answer, nor does one whose name is long', async () => {
  const { app } = await aFrame();
  const fields = (names: readonly string[]) => ({ name: 'a', ...Object.fromEntries(names.map((name) => [name, 1])) });
  const ask = (payload: object) => app.inject({ method: 'POST', url: '/api/echo/a', payload });
  const one = await ask(fields(['pasword']));
  expect(one.json().problems).toMatchObject([{ path: 'body', code: 'unrecognized_keys' }]);
  expect(one.json().problems[0].messages.en).toBe('The field "pasword" is unknown here.');
  const some = await ask(fields(['b', 'c', 'd']));
  expect(some.json().problems[0].messages.en).toBe('The field "b" and 2 more are unknown here.');
  const long = await ask(fields(['x'.repeat(900)]));
  expect(long.json().problems[0].messages.vi).toContain(`"${'x'.repeat(60)}…"`);
  const many = await ask(fields(Array.from({ length: 60 }, (_, at) => `f${at}`)));
  expect(many.json().problems).toMatchObject([{ code: 'too-many-fields' }]);
  for (const answer of [some, long, many]) expect(answer.body.length).toBeLessThan(1500);
});

test('a file arrives and leaves byte for byte', async () => {
  const { app } = await aFrame();
  const payload = Buffer.from([0xff, 0x65, 0xcc, 0x81]);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/file',
    headers: { 'content-type': 'text/csv' },
    payload,
  });
  expect(answer.headers['content-type']).toBe('application/pdf');
  expect(answer.rawPayload).toEqual(payload);
});

test('pages may load nothing from elsewhere, send no Referer, and use no device but the camera', async () => {
  const { app } = await aFrame();
  const { headers } = await app.inject({ url: '/api/break' });
  expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['permissions-policy']).toBe('camera=(self), microphone=(), geolocation=()');
  expect(headers['cache-control']).toBe('no-store');
});

test('every refusal has a status and two sentences, in the code words of the API', () => {
  for (const code of refusalCodes) {
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    const { sentence } = refusals[code];
    expect(sentence.vi).toMatch(/[.]$/);
    expect(sentence.en).toMatch(/[.]$/);
    expect(sentence.vi).toBe(sentence.vi.normalize('NFC'));
  }
});
