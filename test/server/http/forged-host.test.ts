import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { aHall, anIssued, type Hall, publicHalves } from '../../support/service/hall.ts';

let hall: Hall;
afterEach(() => hall.service.app.close());

const forged = 'evil.example';
/** A forged name in every place where a request says for which host it is; the last makes it pass as TLS. */
const forgedHeaders = { host: forged, 'x-forwarded-host': forged, 'x-forwarded-proto': 'https' };

/** The service at a real port, and what it answers over a real connection, which knows which address it reached. */
async function listening(environment: Record<string, string>) {
  hall = await aHall({ TRUST_PROXY: '1', ...environment });
  const { app } = hall.service;
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const { request } = await import('node:http');
  return {
    port,
    answerTo: (path: string, as: Readonly<Record<string, string>>, method = 'GET', body?: unknown) =>
      new Promise<string>((resolve, reject) => {
        const content = body === undefined ? {} : { 'content-type': 'application/json' };
        const headers = { ...forgedHeaders, ...as, ...content };
        const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(text))));
        });
        asked.on('error', reject);
        asked.end(body === undefined ? undefined : JSON.stringify(body));
      }),
  };
}

/** Everything that hands out an address: to paper, to a phone, to a slip, to the projector's code, to a program. */
async function handedOut({ answerTo }: Awaited<ReturnType<typeof listening>>) {
  const id = await anIssued(hall);
  await hall.at(id, 'PUT', '/plain-voting', hall.chair, { allowed: true });
  const [credential] = publicHalves(id, 1);
  const texts = {
    papers: await answerTo(`/api/sessions/${id}/print-data`, hall.office),
    phone: await answerTo(`/api/sessions/${id}/my-paper`, hall.person(2), 'PUT', { credential }),
    slips: await answerTo('/api/service/addresses', hall.office),
    projector: await answerTo(`/api/sessions/${id}`, hall.chair),
    description: await answerTo('/api/docs/json', hall.chair),
  };
  for (const [place, text] of Object.entries(texts)) expect(text, place).not.toContain(forged);
  return {
    papers: JSON.parse(texts.papers).votingAddress,
    phone: JSON.parse(texts.phone).votingAddress,
    slips: JSON.parse(texts.slips),
    projector: JSON.parse(texts.projector).serviceAddress,
  };
}

test('a forged Host gets into no paper, phone or slip: the configured address stands there', async () => {
  const address = 'https://phieu.example';
  expect(
    await handedOut(await listening({ PUBLIC_URL: 'HTTPS://Phieu.Example/', PHIEU_SECOND_FACTOR: 'offered' })),
  ).toEqual({
    papers: `${address}/v`,
    phone: `${address}/v`,
    slips: { papers: address, signIn: address, authority: null },
    projector: address,
  });
});

test('without one it is the address that the connection reached', async () => {
  const made = await listening({});
  const address = `http://localhost:${made.port}`;
  expect(await handedOut(made)).toEqual({
    papers: `${address}/v`,
    phone: `${address}/v`,
    slips: { papers: address, signIn: address, authority: null },
    projector: address,
  });
});

test('where papers say http, slips and papers on phones lead to TLS', async () => {
  const tls = { TLS_CERT: '/of/no/matter', TLS_KEY: '/of/no/matter', TLS_PORT: '3443' };
  const made = await listening({ PUBLIC_URL: 'http://192.168.1.10:3000', ...tls });
  expect(await handedOut(made)).toEqual({
    papers: 'http://192.168.1.10:3000/v',
    phone: 'https://192.168.1.10:3443/v',
    slips: { papers: 'http://192.168.1.10:3000', signIn: 'https://192.168.1.10:3443', authority: null },
    projector: 'http://192.168.1.10:3000',
  });
});

test('names under which only the machine itself is reached are no address that a phone has opened', async () => {
  const made = await listening({});
  const id = await anIssued(hall);
  const { readKey } = (await hall.state(id)).session;
  for (const name of ['localhost', 'a1.localhost', 'a2.localhost', '127.9.9.9']) {
    const host = `${name}:${made.port}`;
    const headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': 'http', 'x-forwarded-for': '192.0.2.7' };
    const as = { ...headers, origin: `http://${host}`, 'x-read-key': readKey };
    const said = await made.answerTo(`/api/sessions/${id}/phone-test`, as, 'POST', { by: 'test' });
    expect(JSON.parse(said)).toEqual({ came: 'elsewhere' });
  }
  expect((await hall.state(id)).session.phonesSeen).toBeUndefined();
});
