import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { operation } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import type { Relation, Ties } from '../../../src/domain/account/relations.ts';
import { relations } from '../../../src/domain/account/relations.ts';
import { committeeId as committeeIdSchema } from '../../../src/domain/committee/committee.ts';
import { buildFrame } from '../../../src/server/http/frame.ts';
import type { FindTies } from '../../../src/server/http/gate.ts';
import { route } from '../../../src/server/http/route.ts';
import { aService, signedInAs } from '../../support/service/service.ts';

const known = '7d44e1f2-6f24-4d7c-9a69-0f6f4a5a9a11';
const other = '0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55';

const noTies: Ties = {
  committeeId: known,
  superiorId: null,
  seatHolder: false,
  superiorSeatHolder: false,
  teller: false,
  voter: false,
  readKey: false,
};

function readNote(access: readonly Relation[]) {
  return operation({
    id: 'readNote',
    method: 'GET',
    path: '/api/committees/:committeeId/note',
    tag: 'Test',
    summary: { vi: 'Đọc', en: 'Read' },
    access,
    params: z.object({ committeeId: z.uuid() }),
    replies: { 200: z.object({ note: z.string() }) },
    refusals: [],
  });
}

/** A service with one operation about a committee, open to `access`, in which callers have `ties`. */
function aNoteService(access: readonly Relation[], ties: Partial<Ties>) {
  const declared = readNote(access);
  const findTies: FindTies = async ({ committeeId, readKey }) =>
    committeeId === known ? { ...noTies, ...ties, readKey: readKey === 'right' } : undefined;
  return aService({
    build: async (deps, log) => {
      const context = await buildFrame(deps, [declared], findTies, log);
      route(context, declared, async () => ({ ok: true, value: { note: 'kín' } }));
      return context.app;
    },
  });
}

test('a route that nobody declared keeps the service from starting', async () => {
  const build = aService({
    build: async (deps, log) => {
      const { app } = await buildFrame(deps, [], async () => undefined, log);
      app.get('/api/open', async () => 'open');
      return app;
    },
  });
  await expect(build).rejects.toThrow('GET /api/open is not declared');
});

test('a declared operation outside the one table keeps the service from starting', async () => {
  const build = aService({
    build: async (deps, log) => {
      const context = await buildFrame(deps, [], async () => undefined, log);
      route(context, readNote(['signed-in']), async () => ({ ok: true, value: { note: '' } }));
      return context.app;
    },
  });
  await expect(build).rejects.toThrow('readNote is missing');
});

test('an operation for a chair needs an address that says of which committee', async () => {
  const declared = operation({
    id: 'lost',
    method: 'GET',
    path: '/api/lost',
    tag: 'Test',
    summary: { vi: '', en: '' },
    access: ['chair'],
    replies: { 204: z.undefined() },
    refusals: [],
  });
  const build = aService({
    build: async (deps, log) => {
      const context = await buildFrame(deps, [declared], async () => undefined, log);
      route(context, declared, async () => ({ ok: true, value: undefined }));
      return context.app;
    },
  });
  await expect(build).rejects.toThrow('lost is open to relations of a committee');
});

test('every operation of the table is served, under one id and one address', async () => {
  const { app } = await aService();
  const unserved = operations.filter(({ method, path }) => !app.hasRoute({ method, url: path }));
  expect(unserved.map(({ id }) => id)).toEqual([]);
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length);
  await app.close();
});

test('those open to anyone are few and known', () => {
  const open = operations.filter(({ access }) => access.includes('anyone'));
  expect(open.map(({ id }) => id)).toEqual([
    ...['setUp', 'signIn', 'readInvitation', 'acceptInvitation', 'readAddresses', 'readAuthority'],
  ]);
});
describe('each relation opens exactly what lists it', () => {
  const ties: Partial<Record<Relation, Partial<Ties>>> = {
    'seat-holder': { seatHolder: true },
    'superior-seat-holder': { superiorSeatHolder: true },
    teller: { teller: true },
    voter: { voter: true },
  };

  test.each(relations.filter((relation) => relation !== 'anyone' && relation !== 'read-key'))('%s', async (listed) => {
    for (const held of ['seat-holder', 'superior-seat-holder', 'teller', 'voter'] as const) {
      const service = await aNoteService([listed], ties[held] ?? {});
      const answer = await askAsSomebody(service, known);
      expect(answer.statusCode, held).toBe(listed === held || listed === 'signed-in' ? 200 : 404);
      expect((await askAsSomebody(service, other)).body).toBe((await askAsSomebody(service, 'no-id')).body);
    }
  });

  async function askAsSomebody(service: Awaited<ReturnType<typeof aService>>, id: string) {
    return service.app.inject({ url: `/api/committees/${id}/note`, headers: await signedInAs(service, {}) });
  }
});

test('a role opens its own committee; another one answers like one that does not exist', async () => {
  for (const role of ['chair', 'secretary', 'office'] as const) {
    const service = await aNoteService([role], {});
    const ask = async (committeeId: string) => {
      const headers = await signedInAs(service, {
        grants: [{ role, committeeId: committeeIdSchema.parse(committeeId) }],
      });
      return service.app.inject({ url: `/api/committees/${known}/note`, headers });
    };
    expect((await ask(known)).json()).toEqual({ note: 'kín' });
    const denied = await ask(other);
    const missing = await service.app.inject({
      url: `/api/committees/${other}/note`,
      headers: await signedInAs(service, {}),
    });
    expect(denied.statusCode).toBe(404);
    expect(denied.body).toBe(missing.body);
  }
});

test('being administrator opens no committee', async () => {
  const service = await aNoteService(['seat-holder', 'chair'], {});
  const headers = await signedInAs(service, { administrator: true });
  expect((await service.app.inject({ url: `/api/committees/${known}/note`, headers })).statusCode).toBe(404);
});

test('the read key opens what lists it without a sign-in; a wrong one answers like a missing session', async () => {
  const { app } = await aNoteService(['read-key'], {});
  const ask = (url: string, headers: Record<string, string>) => app.inject({ url, headers });
  const url = `/api/committees/${known}/note`;
  expect((await ask(url, { 'x-read-key': 'right' })).statusCode).toBe(200);
  expect((await ask(url, { 'x-read-key': 'wrong' })).statusCode).toBe(404);
  expect((await ask(url, {})).statusCode).toBe(401);
});

test('a body is not even read before the gate has opened', async () => {
  const service = await aService();
  const answer = await service.app.inject({
    method: 'POST',
    url: '/api/accounts',
    headers: { 'content-type': 'application/json' },
    payload: '{"broken',
  });
  expect(answer.json().code).toBe('not-signed-in');
});
