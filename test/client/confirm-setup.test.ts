import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCeremony } from '../../src/client/teller/ceremony.ts';
import { confirmSetupOfSession } from '../../src/client/teller/confirm-setup.ts';
import { newTellerMemory } from '../../src/client/teller/memory.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { readCredentials, writeCredentials } from '../../src/protocol/ballot/credential.ts';
import { createSeed } from '../../src/protocol/ceremony/trustee-keys.ts';
import { sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { writeSetupData } from '../../src/protocol/record/record-events.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, type VoteService } from '../support/service/vote-service.ts';

const device = aDevice(repeatableRandom(81));
let made: VoteService;
let id: SessionId;
let seeds: readonly string[] = [];

/** A service whose tellers made their keys with their own programs, the setup drawn up. */
beforeAll(async () => {
  made = await aVoteService({ change: { ceremony: null } });
  id = made.vote.state.session.id;
  await made.post('ceremony', made.chair);
  const memories = [1, 2, 3].map(() => newTellerMemory(device.random));
  const teller = { agreed: { size: 3, threshold: 2 }, confirmCode: async () => true, remember: async () => {} };
  const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
  await Promise.all(
    memories.map((memory, at) =>
      runCeremony(connectionTo(made.service, made.teller(at + 1)), { ...device, wait }, id, memory, teller),
    ),
  );
  seeds = memories.map(({ seed }) => seed);
  const rehearsal = { electionId: id, state: 'passed', ballots: 1, tally: null } as const;
  await made.change({ rehearsal });
  expect((await made.post('opening', made.chair)).status).toBe(201);
});
afterAll(() => made.service.app.close());

const confirm = (onTheWay?: OnTheWay, seed = seeds[0] ?? '') =>
  confirmSetupOfSession(connectionTo(made.service, made.teller(1), onTheWay), device, id, { seed });

/** A setup that fits together, with one part exchanged. */
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is whatever it is
function withPart(opening: any, change: { election?: string; trustees?: string; credentials?: string }) {
  const { election, trustees, credentials } = { ...opening, ...change };
  const data = writeSetupData(utf8Bytes(election), utf8Bytes(trustees), utf8Bytes(credentials));
  return { ...opening, ...change, setupHash: sha256Hex(data) };
}

const lies: Record<string, [string, NonNullable<OnTheWay['lie']>]> = {
  'the setup is not the one that its hash names': [
    'setup-hash',
    (path, body) => (path === 'opening' ? { ...body, setupHash: 'a'.repeat(64) } : body),
  ],
  'two names are exchanged in the election, so that marks would count for somebody else': [
    'election-differs',
    (path, body) => {
      if (path !== 'opening') return body;
      const exchanged = body.election
        .replace('Đồng chí 1 —', 'Đồng chí X —')
        .replace('Đồng chí 2 —', 'Đồng chí 1 —')
        .replace('Đồng chí X —', 'Đồng chí 2 —');
      return withPart(body, { election: exchanged });
    },
  ],
  'two levels are exchanged in the election': [
    'election-differs',
    (path, body) =>
      path === 'opening'
        ? withPart(body, {
            election: body.election.replaceAll('"Tín nhiệm cao","Tín nhiệm"', '"Tín nhiệm","Tín nhiệm cao"'),
          })
        : body,
  ],
  'the trustees are others than the ceremony gave': [
    'trustees-differ',
    (path, body) => (path === 'ceremony' ? { ...body, trustees: '[]' } : body),
  ],
  'ballots would be sealed to a key that the tellers do not hold': [
    'trustees-differ',
    (path, body) => {
      if (path !== 'opening') return body;
      const election = JSON.parse(body.election);
      const key = sodiumGroup.encode(sodiumGroup.generator);
      return withPart(body, { election: JSON.stringify({ ...election, public_key: key }) });
    },
  ],
  'there is a paper more than the ledger knows': [
    'credentials-differ',
    (path, body) => {
      if (path !== 'opening') return body;
      const list = readCredentials(sodiumGroup, body.credentials);
      const more = sodiumGroup.encode(sodiumGroup.generator);
      return withPart(body, { credentials: writeCredentials([...(list.ok ? list.credentials : []), more]) });
    },
  ],
  'the roll was changed behind the tellers’ backs': [
    'document-roll',
    (path, body) => (path === '' || !body.roll ? body : { ...body, roll: body.roll.slice(1) }),
  ],
  'people are shown another form than the one that is documented': [
    'document-form',
    (path, body) => (path === 'ballot' ? { ...body, form: { ...body.form, id: 'another-form' } } : body),
  ],
  'no briefing was recorded, as far as the server says': [
    'document-briefing',
    (_path, body) => (body.briefing?.by ? { ...body, briefing: null } : body),
  ],
  'the briefing is another than the one that was read': [
    'document-briefing',
    (_path, body) => (body.briefing?.by ? { ...body, briefing: { ...body.briefing, text: 'Khác' } } : body),
  ],
};

test.each(Object.entries(lies))('a teller does not confirm when %s', async (_name, [refusal, lie]) => {
  expect(await confirm({ lie })).toMatchObject({ ok: false, refusal });
  expect((await made.state()).session.opening?.confirmedBy).toEqual([]);
});

test.each(['opening', 'session', 'ballot', 'ceremony'])(
  'a teller does not confirm when the answer on the %s is lost',
  async (lost) => {
    const lose = (path: string) => path === (lost === 'session' ? `sessions/${id}` : lost);
    expect(await confirm({ lose })).toEqual({ ok: false, refusal: 'unreachable' });
    expect((await made.state()).session.opening?.confirmedBy).toEqual([]);
  },
);

test('a teller does not confirm a setup without the own key', async () => {
  expect(await confirm(undefined, createSeed(device.random))).toMatchObject({ ok: false, refusal: 'own-key-missing' });
});

test('a phone from which the seed is gone knows its key by the trustees in which it was found, and no others', async () => {
  const connection = connectionTo(made.service, made.teller(1));
  const ceremony = (await made.get('ceremony', made.teller(1))).body;
  const confirmWith = (trustees: string) => confirmSetupOfSession(connection, device, id, { trustees });
  expect(await confirmWith('a'.repeat(64))).toEqual({ ok: false, refusal: 'own-key-missing' });
  expect((await made.state()).session.opening?.confirmedBy).toEqual([]);
  expect(await confirmWith(sha256Hex(ceremony.trustees))).toMatchObject({ ok: true });
});

test('a teller who finds everything as told confirms, and reads out the fingerprint', async () => {
  const lose = (path: string) => path === 'opening/confirmation';
  expect(await confirm({ lose })).toEqual({ ok: false, refusal: 'unreachable' });
  const confirmed = await confirm();
  const { session } = await made.state();
  expect(confirmed).toEqual({ ok: true, fingerprint: expect.stringMatching(/^[A-Za-z0-9+/]{43}$/) });
  expect(session.opening?.confirmedBy).toEqual([1]);
});
