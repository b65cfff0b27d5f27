import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryOfSeed, type TellerMemory, withHead } from '../../src/client/teller/memory.ts';
import { openRehearsal, rehearse } from '../../src/client/teller/rehearsal.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, keepOutputs, type VoteService } from '../support/service/vote-service.ts';

const device = aDevice(repeatableRandom(48));
const marks = [
  [0, 1],
  [0, undefined],
];
let made: VoteService;
let id: SessionId;

beforeAll(async () => {
  made = await aVoteService({ voters: 2, sheets: 2, phones: 0 });
  id = made.vote.state.session.id;
  await keepOutputs(made);
});
afterAll(() => made.service.app.close());

const rehearsal = async () => (await made.state()).session.rehearsal;

describe('whoever carries a rehearsal to its closed box', () => {
  /** Also tells what was asked of the service. */
  async function carry({ lie, lose }: OnTheWay = {}) {
    const asked: string[] = [];
    const loses = (path: string) => {
      asked.push(path);
      return lose?.(path) ?? false;
    };
    const connection = connectionTo(made.service, made.chair, { lose: loses, ...(lie && { lie }) });
    return { reply: await rehearse(connection, device, id, marks), asked };
  }

  test('is told why there can be none yet', async () => {
    const { ceremony } = (await made.state()).session;
    await made.change({ ceremony: null });
    expect(await carry()).toMatchObject({
      reply: { ok: false, refusal: 'rehearsal-needs-keys' },
      asked: ['rehearsal'],
    });
    await made.change({ ceremony });
    expect(await rehearsal()).toBeNull();
  });

  test('seals nothing for an election that the server puts in the place of the one that was begun', async () => {
    const another = (election: string) => JSON.stringify({ ...JSON.parse(election), uuid: id });
    for (const election of [another, () => '{}']) {
      const lie: OnTheWay['lie'] = (_path, body) => ({ ...body, election: election(body.election) });
      const { reply, asked } = await carry({ lie });
      expect(reply).toMatchObject({ ok: false, refusal: 'election-differs' });
      expect(asked).toEqual(['rehearsal']);
    }
  });

  test('begins another one, of its own papers, after an answer was lost', async () => {
    expect((await carry({ lose: (path) => path === 'rehearsal/ballots' })).reply).toMatchObject({
      ok: false,
      refusal: 'unreachable',
    });
    const interrupted = await rehearsal();
    expect(interrupted).toMatchObject({ state: 'open', ballots: 1 });
    const { reply } = await carry();
    expect(reply).toMatchObject({ ok: true, value: { state: 'closed', ballots: 2 } });
    const closed = await rehearsal();
    expect(closed?.electionId).not.toBe(interrupted?.electionId);
    expect(closed?.electionId).not.toBe(id);
  });
});

describe('a teller’s part', () => {
  const cardOf = (teller: number) => memoryOfSeed(made.vote.ceremony.seeds[teller - 1] ?? '');

  interface Attempt {
    readonly memory?: TellerMemory;
    readonly announced?: number;
    readonly onTheWay?: OnTheWay;
  }

  async function open(teller: number, { memory = cardOf(teller), announced = 2, onTheWay = {} }: Attempt = {}) {
    const asked: string[] = [];
    const lose = (path: string) => {
      asked.push(path);
      return onTheWay.lose?.(path) ?? false;
    };
    const connection = connectionTo(made.service, made.teller(teller), { ...onTheWay, lose });
    return { opened: await openRehearsal(connection, device, id, memory, announced), asked };
  }

  const losing = (lost: string): OnTheWay => ({ lose: (path) => path === lost });

  /** A server that says that another election is the rehearsal. */
  const naming = (electionId: string): OnTheWay => ({
    lie: (path, body) => (path === 'teller-view' ? { ...body, rehearsal: { ...body.rehearsal, electionId } } : body),
  });

  /** A server that says that there is none of it. */
  const without = (part: 'ceremony' | 'rehearsal'): OnTheWay => ({
    lie: (path, body) => (path === 'teller-view' ? { ...body, [part]: null } : body),
  });

  const refused: Record<string, [expected: object, attempt: () => Attempt | Promise<Attempt>]> = {
    'the answer on how things stand is lost': [{ refusal: 'unreachable' }, () => ({ onTheWay: losing('teller-view') })],
    'the record is lost': [{ refusal: 'unreachable' }, () => ({ onTheWay: losing('rehearsal/record') })],
    'there are no keys': [{ refusal: 'ceremony-not-running' }, () => ({ onTheWay: without('ceremony') })],
    'there is no rehearsal': [{ refusal: 'rehearsal-not-running' }, () => ({ onTheWay: without('rehearsal') })],
    'another number of ballots was cast than is in the record': [
      { refusal: 'announced-number-differs', counted: 2 },
      () => ({ announced: 3 }),
    ],
    'the record is of another election than the server names': [
      { refusal: 'record-invalid', failure: { check: expect.any(String) } },
      () => ({ onTheWay: naming('AnotherVote1234567891') }),
    ],
    // A server could have any few real ballots opened that way.
    'the rehearsal is the vote itself under another name': [
      { refusal: 'rehearsal-of-the-vote' },
      () => ({ onTheWay: naming(id) }),
    ],
    'this phone opened another tally of it': [
      { refusal: 'another-tally' },
      async () => ({
        memory: { ...cardOf(1), decrypted: new Map([[(await rehearsal())?.electionId ?? '', 'a'.repeat(64)]]) },
      }),
    ],
  };

  test.each(Object.entries(refused))('sends nothing when %s', async (_name, [expected, attempt]) => {
    const given = await attempt();
    const { opened, asked } = await open(1, given);
    expect(opened).toMatchObject({ ok: false, ...expected, memory: given.memory ?? cardOf(1) });
    expect(asked).not.toContain('rehearsal/shares');
    expect((await rehearsal())?.tally?.sharesOf).toEqual([]);
  });

  test('is done once: heads of the vote do not matter to it, and a lost answer does not undo it', async () => {
    const memory = withHead(cardOf(1), { hash: 'a'.repeat(64), height: 3 });
    const { opened } = await open(1, { memory, onTheWay: losing('rehearsal/shares') });
    expect(opened).toMatchObject({ ok: false, refusal: 'unreachable', memory: { heads: memory.heads } });
    expect([...opened.memory.decrypted.keys()]).toEqual([(await rehearsal())?.electionId]);
    const again = await open(1, { memory: opened.memory });
    expect(again).toMatchObject({ opened: { ok: true, passed: false }, asked: ['teller-view'] });
  });

  test('opens the rehearsal with the last share, for which it waits', async () => {
    const before = (await made.get('teller-view', made.teller(3))).body;
    expect((await open(2)).opened).toMatchObject({ ok: true, passed: false });
    const { opened } = await open(3);
    expect(opened).toMatchObject({ ok: true, passed: true });
    expect(opened.memory.decrypted.size).toBe(1);
    expect((await rehearsal())?.tally).toMatchObject({
      sharesOf: [1, 2, 3],
      result: [
        [2, 0, 0],
        [0, 1, 0],
      ],
    });
    const late = await open(3);
    const done = { ok: true, passed: true, memory: cardOf(3) };
    expect(late).toEqual({ opened: done, asked: ['teller-view'] });
    // A program that looked before the others opened it finds that in the record, and sends nothing.
    const lie: OnTheWay['lie'] = (path, body) => (path === 'teller-view' ? before : body);
    const overtaken = await open(3, { onTheWay: { lie } });
    expect(overtaken).toEqual({ opened: done, asked: ['teller-view', 'rehearsal/record'] });
  });
});
