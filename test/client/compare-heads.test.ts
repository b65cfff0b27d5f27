import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../src/client/api.ts';
import { compareHeads } from '../../src/client/compare-heads.ts';
import { castUntilAcknowledged, createRecastKey } from '../../src/client/voter.ts';
import { listTrackers } from '../../src/contract/box/box.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { sha256Base64, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import type { Election } from '../../src/protocol/record/election.ts';
import { type ChainLink, headsOfChain } from '../../src/protocol/record/event-chain.ts';
import { readTallyRecord } from '../../src/server/record/tally-record.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { tellerShare } from '../support/build/tellers.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, opened, sealed, type VoteService } from '../support/service/vote-service.ts';

const device = aDevice(repeatableRandom(77));
let made: VoteService;
let id: SessionId;
let election: Election;
/** What each phone was given, in the order in which they cast. */
const heads: { hash: string; height: number }[] = [];
const ballots: string[] = [];

const phone = (onTheWay?: OnTheWay) => connectionTo(made.service, made.holder, onTheWay);

async function shownTrackers() {
  const reply = await call(phone(), listTrackers, { params: { sessionId: id } });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}

async function compared(at: number, onTheWay?: OnTheWay, given = [heads[at]]) {
  const { trackers } = await shownTrackers();
  const kept = given.flatMap((head) => head ?? []);
  return compareHeads(phone(onTheWay), id, { heads: kept, tracker: sha256Base64(ballots[at] ?? ''), trackers });
}

beforeAll(async () => {
  made = await aVoteService({ voters: 4, sheets: 4, phones: 0 });
  id = made.vote.state.session.id;
  election = await opened(made);
  for (const sheet of made.vote.sheets) {
    const text = sealed(made, election, sheet, [0, 1]);
    const ballot = { text, tracker: sha256Base64(text) };
    const cast = await castUntilAcknowledged(phone(), device, id, ballot, createRecastKey(device.random));
    if (!cast.ok) throw new Error(cast.refusal);
    heads.push(cast.value.head);
    ballots.push(text);
    made.service.passSeconds(15);
  }
});
afterAll(() => made.service.app.close());

test('before closing nobody is told the order of the ballots', async () => {
  for (const headers of [made.holder, made.chair, made.teller(1)]) {
    expect(await made.get('chain', headers)).toMatchObject({ status: 409, body: { code: 'box-not-closed' } });
  }
  expect(await compared(0)).toEqual({ ok: false });
  expect(heads.map(({ height }) => height)).toEqual([1, 2, 3, 4]);
});

test('every phone computes from the events that the closed box has gone through its head, and all come to one end', async () => {
  await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString() });
  await made.post('announcement', made.teller(1), { issued: 4, collected: 4, sheets: 0 });
  const closed = await made.post('close', made.chair);
  expect(closed.status).toBe(200);
  for (const at of ballots.keys()) {
    expect(await compared(at)).toEqual({ ok: true, fits: true, head: closed.body.head });
  }
  // All heads of one phone, and of one that kept none.
  expect(await compared(3, undefined, heads)).toMatchObject({ fits: true });
  expect(await compared(3, undefined, [])).toMatchObject({ fits: true });
});

test('a server that had shown this phone another box is found out', async () => {
  // While voting the phone was shown a box without the first ballot.
  const { events } = (await made.get('chain', made.holder)).body as { events: ChainLink[] };
  const other = [...events.slice(0, 1), ...events.slice(2, 4)];
  const given = { height: 2, hash: headsOfChain(other)?.[2] ?? '' };
  expect(await compared(2, undefined, [heads[0], given])).toEqual({ ok: true, fits: false, missing: given });

  // To hide it the server has to go on showing that box: then the lists differ …
  const lie = (path: string, body: unknown) => (path === 'chain' ? { events: [...other, ...events.slice(4)] } : body);
  expect(await compared(2, { lie }, [given])).toEqual({ ok: true, fits: false, missing: null });

  // … or, where it lies in these too, the end is not the one that all others have.
  const trackers = (await shownTrackers()).trackers.slice(1);
  const tracker = sha256Base64(ballots[2] ?? '');
  const lied = await compareHeads(phone({ lie }), id, { heads: [given], tracker, trackers });
  const honest = await compared(0);
  if (!lied.ok || !lied.fits || !honest.ok || !honest.fits)
    throw new Error('a lie that hangs together is found by people');
  expect(lied.head.hash).not.toBe(honest.head.hash);
});

test('events that no closed record has are no answer', async () => {
  const { events } = (await made.get('chain', made.holder)).body as { events: ChainLink[] };
  const bent: readonly (readonly ChainLink[])[] = [
    [],
    events.slice(0, -1),
    events.slice(1),
    events.toReversed(),
    events.map(({ type }) => ({ type, payload: null })),
    events.map((event) => (event.type === 'EndBallots' ? { ...event, payload: sha256Hex('') } : event)),
  ];
  for (const lied of bent) {
    expect(await compared(3, { lie: () => ({ events: lied }) }, [])).toMatchObject({ ok: true, fits: false });
  }
});

test('what follows the encrypted tally is told to no holder of a paper: heads could be tried against guessed totals', async () => {
  const closed = (await shownTrackers()).head;
  for (const index of [1, 2, 3]) {
    const record = await readTallyRecord(made.service.deps, ownRecord(id));
    const share = tellerShare(made.vote, index, election.text, record?.texts.encryptedTally ?? '', made.random);
    expect((await made.post('shares', made.teller(index), { ...share, collected: 4 })).status).toBe(200);
    expect((await shownTrackers()).head).toEqual(closed);
  }
  const state = await made.service.deps.store.sessions.recordState(ownRecord(id));
  expect(state?.lastType).toBe('Result');
  const { events } = (await made.get('chain', made.holder)).body as { events: ChainLink[] };
  expect(events.at(-1)?.type).toBe('EncryptedTally');
  expect((await made.get('turnout', made.chair)).body.head).toEqual(closed);
  expect(await compared(1)).toMatchObject({ fits: true, head: closed });
  // Sent once more, a ballot is acknowledged with a head that the phone can compare.
  const again = await made.post('ballots', made.holder, { ballot: ballots[0], recastKey: 'c'.repeat(32) });
  expect(again.body).toMatchObject({ head: closed });
});
