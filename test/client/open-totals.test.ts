import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryOfSeed, type TellerMemory, withHead } from '../../src/client/teller/memory.ts';
import { type OpenedShare, type OpeningTeller, openTotals } from '../../src/client/teller/open-totals.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { checkBallot } from '../../src/protocol/ballot/check-ballot.ts';
import type { Election } from '../../src/protocol/record/election.ts';
import { emptySum } from '../../src/protocol/tally/ballot-sum.ts';
import type { BallotChecker } from '../../src/protocol/verify/verify-options.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, castAll, keepOutputs, opened, type VoteService } from '../support/service/vote-service.ts';

const device = aDevice(repeatableRandom(47));
let made: VoteService;
let id: SessionId;
let election: Election;

/** Two papers, both voted on a phone. */
beforeAll(async () => {
  made = await aVoteService({ voters: 2, sheets: 2, phones: 0 });
  id = made.vote.state.session.id;
  await keepOutputs(made);
  election = await opened(made);
  await castAll(made, election, [
    [0, 1],
    [2, undefined],
  ]);
});
afterAll(() => made.service.app.close());

const cardOf = (teller: number) => memoryOfSeed(made.vote.ceremony.seeds[teller - 1] ?? '');

interface Attempt {
  readonly memory?: TellerMemory;
  readonly teller?: Partial<OpeningTeller>;
  readonly onTheWay?: OnTheWay;
}

/** A teller opens; tells what was asked of the service, what was sent, and what the program remembered before that. */
async function open(index: number, { memory = cardOf(index), teller, onTheWay }: Attempt = {}) {
  const asked: string[] = [];
  const remembered: TellerMemory[] = [];
  const lose = (path: string) => {
    asked.push(path);
    return onTheWay?.lose?.(path) ?? false;
  };
  const remember = async (kept: TellerMemory) => {
    remembered.push(kept);
  };
  const connection = connectionTo(made.service, made.teller(index), { ...onTheWay, lose });
  const sent: unknown[] = [];
  const noting: typeof fetch = async (input, init) => {
    if (init?.method === 'POST') sent.push(init.body);
    return (connection.fetch ?? fetch)(input, init);
  };
  const opening = { announced: 2, remember, ...teller };
  const share = await openTotals({ ...connection, fetch: noting }, device, id, memory, opening);
  return { share, asked, remembered, sent };
}

const losing = (lost: string): OnTheWay => ({ lose: (path) => path === lost });
/** A server that shows one part of how things stand otherwise than it is. */
const lying = (part: 'ceremony' | 'tally', change: object): OnTheWay => ({
  lie: (path, body) => (path === 'teller-view' ? { ...body, [part]: { ...body[part], ...change } } : body),
});
const sharesOf = async () => (await made.state()).session.tally?.sharesOf;
const refusal = (share: OpenedShare) => (share.ok ? undefined : share.refusal);

test('before the box is closed a teller’s program fetches no record', async () => {
  const { share, asked } = await open(1);
  expect(share).toEqual({ ok: false, refusal: 'not-closed', memory: cardOf(1) });
  expect(asked).toEqual(['teller-view']);
});

test('where no keys were made a teller’s program opens nothing', async () => {
  const onTheWay: OnTheWay = { lie: (path, body) => (path === 'teller-view' ? { ...body, ceremony: null } : body) };
  expect((await open(1, { onTheWay })).share).toMatchObject({ refusal: 'ceremony-not-running', memory: cardOf(1) });
});

describe('after the box was closed', () => {
  beforeAll(async () => {
    await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
    await made.post('announcement', made.teller(1), { issued: 2, collected: 2, sheets: 0 });
    expect((await made.post('close', made.chair)).status).toBe(200);
  });

  const refused: Record<string, [expected: object, attempt: () => Attempt]> = {
    'the answer on how things stand is lost': [{ refusal: 'unreachable' }, () => ({ onTheWay: losing('teller-view') })],
    'the record is lost': [{ refusal: 'unreachable' }, () => ({ onTheWay: losing('record') })],
    'the record counts fewer ballots than the teller heard announced': [
      { refusal: 'announced-number-differs', counted: 2 },
      () => ({ teller: { announced: 3 } }),
    ],
    'the server says that another number was announced': [
      { refusal: 'announced-number-differs' },
      () => ({ onTheWay: lying('tally', { announced: 3 }) }),
    ],
    'the record lacks a head that this phone was shown': [
      { refusal: 'record-invalid', failure: { check: expect.any(String), reason: expect.any(String) } },
      () => ({ memory: withHead(cardOf(1), { hash: 'a'.repeat(64), height: 1 }) }),
    ],
    'the election is not the one whose setup was confirmed': [
      { refusal: 'another-election' },
      () => ({ teller: { fingerprint: 'A'.repeat(43) } }),
    ],
    'this phone opened another tally of the vote before': [
      { refusal: 'another-tally' },
      () => ({ memory: { ...cardOf(1), decrypted: new Map([[id, 'a'.repeat(64)]]) } }),
    ],
    'the server hands over another teller’s share of the key': [
      { refusal: 'own-key-missing' },
      () => ({ onTheWay: lying('ceremony', { myOutput: made.vote.ceremony.sentOutputs[1] }) }),
    ],
    'the server says that the share is there, of a phone that never sent one, and the record does not hold': [
      { refusal: 'record-invalid' },
      () => ({
        memory: withHead(cardOf(1), { hash: 'a'.repeat(64), height: 1 }),
        onTheWay: lying('tally', { sharesOf: [1] }),
      }),
    ],
  };

  test.each(Object.entries(refused))('nothing is sent when %s', async (_name, [expected, attempt]) => {
    const given = attempt();
    const { share, asked, remembered } = await open(1, given);
    expect(share).toMatchObject({ ok: false, ...expected, memory: given.memory ?? cardOf(1) });
    expect(asked).not.toContain('shares');
    expect(remembered).toEqual([]);
    expect(await sharesOf()).toEqual([]);
  });

  test('a phone that cannot keep what it opens sends nothing', async () => {
    const remember = () => Promise.reject(new Error('the phone is full'));
    await expect(open(1, { teller: { remember } })).rejects.toThrow('the phone is full');
    expect(await sharesOf()).toEqual([]);
  });

  test('a share whose answers are all lost is remembered, and not made again', async () => {
    const checked: number[] = [];
    const { share, sent, remembered } = await open(1, {
      onTheWay: losing('shares'),
      teller: {
        fingerprint: election.fingerprint,
        checkBallots: async ({ ballots, hints, credentials }) => {
          checked.push(ballots.length, hints.filter((hint) => hint !== undefined).length);
          const context = { credentials: new Set(credentials), seen: new Set<string>() };
          return ballots.map((ballot) => {
            const verdict = checkBallot(device.group, election, ballot, context);
            return verdict.ok ? undefined : verdict.refusal;
          });
        },
      },
    });
    expect(refusal(share)).toBe('unreachable');
    expect(share.memory).toEqual(remembered[0]);
    expect(share.memory.decrypted.get(id)).toMatch(/^[0-9a-f]{64}$/);
    // Every attempt carried the very same share.
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
    expect(checked).toEqual([2, 2]);
    expect(await sharesOf()).toEqual([1]);
    const again = await open(1, { memory: share.memory });
    expect(again).toMatchObject({ share: { ok: true }, asked: ['teller-view'], remembered: [] });
  });

  test('a new phone with the key card of a teller whose share is there verifies everything, and ends well', async () => {
    const before = await made.everything();
    const { share, asked } = await open(1);
    expect(share.ok).toBe(true);
    expect(asked).toEqual(['teller-view', 'record', 'hints', 'shares']);
    expect(await made.everything()).toEqual(before);
  });

  test('a share is remembered before it leaves, and one that the service refuses stays remembered', async () => {
    const shares: unknown[] = [];
    const second = await open(2, {
      teller: {
        remember: async () => {
          shares.push(await sharesOf());
        },
      },
    });
    expect(second.share.ok).toBe(true);
    expect(shares).toEqual([[1]]);
    expect(await sharesOf()).toEqual([1, 2]);
    // The chair goes on without the third teller, whose program has verified the record meanwhile.
    const remember = async () => {
      expect((await made.post('tally/finish', made.chair, { missing: [3] })).status).toBe(200);
    };
    const third = await open(3, { teller: { remember } });
    expect(third.share).toMatchObject({ ok: false, refusal: 'not-closed' });
    expect(third.share.memory.decrypted.has(id)).toBe(true);
    expect((await made.state()).session.tally?.result).toEqual([
      [1, 0, 1],
      [0, 1, 0],
    ]);
  });

  test('without hints a teller’s program finds the same, and what it has verified for the most part needs none', async () => {
    for (const attempt of [
      { onTheWay: losing('hints') },
      { teller: { earlier: { sum: emptySum, length: Number.MAX_SAFE_INTEGER } } },
    ]) {
      const hints: number[] = [];
      const checkBallots: BallotChecker = async (job) => {
        hints.push(job.hints.length);
        return job.ballots.map(() => undefined);
      };
      const { share, asked } = await open(3, { ...attempt, teller: { ...attempt.teller, checkBallots } });
      expect(share.ok).toBe(true);
      expect([asked.includes('hints'), hints]).toEqual(['onTheWay' in attempt, [0]]);
    }
  });

  test('a teller who comes after the totals were opened finds everything in order, and nothing to send', async () => {
    const { share, asked, remembered } = await open(3);
    expect(share).toEqual({ ok: true, memory: cardOf(3) });
    expect(asked).toEqual(['teller-view', 'record', 'hints']);
    expect(remembered).toEqual([]);
    expect(await open(3, { teller: { announced: 1 } })).toMatchObject({
      share: { refusal: 'announced-number-differs', counted: 2 },
    });
  });
});
