import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemDocument } from '../../../src/contract/kit/problem.ts';
import { aService, type TestService } from '../../support/service/service.ts';

let service: TestService;
let port: number;

beforeAll(async () => {
  service = await aService();
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  port = (service.app.server.address() as AddressInfo).port;
});
afterAll(() => service.app.close());

/** Sends bytes as they are; gives everything that comes back until the connection ends. */
function send(text: string): Promise<string> {
  return new Promise((done, fail) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      received += part;
    });
    socket.on('end', () => done(received));
    socket.on('error', fail);
  });
}

test.each([
  ['bytes that are no HTTP', '\u0000\u0001\u0002 nothing\r\n\r\n', 400, 'not-http'],
  ['a method that does not exist', 'VOTE / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'not-http'],
  [
    'two lengths',
    'POST /api/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
    'not-http',
  ],
  [
    'headers that are too large',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
  [
    'an address that is not there',
    'GET /wp-login.php HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    404,
    'not-found',
  ],
  ['an unusual method', 'PROPFIND /api/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405, 'method-not-allowed'],
] as const)('%s gets a problem and leaves no trace in the log', async (_name, request, status, code) => {
  const answer = await send(request);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
  const [, body = ''] = answer.split('\r\n\r\n');
  expect(problemDocument.parse(JSON.parse(body))).toMatchObject({ code, status });
  expect(service.log.join('')).not.toMatch(/aaaa|wp-login|nothing/);
});

test.each([
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['no host, as old programs ask', 'GET /api/me HTTP/1.0\r\n\r\n'],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['the same host twice', 'GET /api/me HTTP/1.1\r\nHost: a\r\nhost: a\r\nConnection: close\r\n\r\n'],
  ['an empty host', 'GET /api/me HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
  ['a host that is none', 'GET /nothing HTTP/1.1\r\nHost: a/"<b>\r\nConnection: close\r\n\r\n'],
])('a request with %s gets a problem', async (_name, request) => {
  const answer = await send(request);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  const [, body = ''] = answer.split('\r\n\r\n');
  expect(problemDocument.parse(JSON.parse(body))).toMatchObject({ code: 'invalid-host', status: 400 });
});

test('a body larger than its operation takes is refused before it has arrived', async () => {
  const head = `POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n`;
  const answer = await send(`${head}Content-Length: 5000000\r\n\r\n{`);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toContain('"code":"too-large"');
});

test('a body that never arrives does not hold its connection for ever', () => {
  expect(service.app.server.requestTimeout).toBeGreaterThan(0);
  expect(service.app.server.requestTimeout).toBeLessThanOrEqual(120_000);
});
