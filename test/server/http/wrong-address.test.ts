import { expect, test } from 'vitest';
import { pages } from '../../../src/contract/service/pages.ts';
import { aService } from '../../support/service/service.ts';

const code = 'kR7dTq2mWx9LcVbN4hYs';
const { app, log } = await aService();
const html = { accept: 'text/html,application/xhtml+xml;q=0.9' };
const ask = (url: string, headers: Record<string, string> = html, method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers });

test.each([`/v%23${code}`, `/v/${code}`, `/V%23${code}`, `/v%2523${code}`, `/v%23%${code}`, `/v%23${code.repeat(40)}`])(
  'a link that lost its # (%s) gets a fixed page that repeats nothing of it, and no log holds it',
  async (address) => {
    const answer = await ask(address);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toBe((await ask('/v%23another')).body);
    expect(answer.body).toContain('quét lại mã trên tờ phiếu');
    expect(answer.body).toContain('để đổi tờ khác');
    expect(`${answer.body}${JSON.stringify(answer.headers)}${log.join('')}`).not.toContain(code);
  },
);

test('with a slash behind it, or in capitals, the page that was meant', async () => {
  for (const { address } of pages.filter((page) => page.address !== '/')) {
    for (const wrong of [`${address}/`, address.toUpperCase()]) {
      const { statusCode, headers } = await ask(wrong);
      expect([statusCode, headers.location]).toEqual([302, address]);
    }
  }
});

test('a mistyped address gets people a page with a way home, and programs a problem', async () => {
  const page = await ask('/consol');
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page.body).toContain('href="/"');
  expect(page.body).not.toContain('consol');
  for (const [address, headers] of [
    ['/consol', { accept: 'application/json' }],
    ['/api/consol', html],
  ] as const) {
    expect((await ask(address, headers)).headers['content-type']).toContain('application/problem+json');
  }
});

test('HEAD says what GET would, without its body', async () => {
  for (const address of ['/icon.svg', '/consol']) {
    const [head, get] = [await ask(address, html, 'HEAD'), await ask(address)];
    expect([head.statusCode, head.body]).toEqual([get.statusCode, '']);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
  }
});
