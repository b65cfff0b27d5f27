import { describe, expect, test } from 'vitest';
import type { Election } from '../../../src/protocol/record/election.ts';
import { minutesRemarks } from '../../../src/server/results/minutes-remarks.ts';
import type { AccountStore } from '../../../src/server/store/account-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { newStore } from '../../support/service/new-store.ts';
import { aService } from '../../support/service/service.ts';
import { inTemporaryFolder } from '../../support/service/temporary-folder.ts';
import {
  type Answer,
  aVoteService,
  castAll,
  opened,
  sealed,
  type VoteService,
} from '../../support/service/vote-service.ts';

const hour = 3600;
const jumps = [
  ['seven hours back', -7 * hour],
  ['two minutes back', -120],
  ['one day on', 24 * hour],
] as const;

const recastKey = 'a'.repeat(32);

function castOne(made: VoteService, election: Election, at: number): Promise<Answer> {
  const ballot = sealed(made, election, made.vote.sheets[at], [0, 0]);
  return made.post('ballots', made.holder, { ballot, recastKey });
}

/** Chair and tellers decide together. */
async function decide(made: VoteService, kind: string, tellers: readonly number[]): Promise<Answer> {
  const proposed = await made.post('decisions', made.chair, { action: { kind }, reason: 'đã thống nhất' });
  if (proposed.status !== 201) return proposed;
  let answer = proposed;
  for (const index of tellers) {
    answer = await made.post(`decisions/${proposed.body.id}/signature`, made.teller(index));
  }
  return answer;
}

const shownState = async (made: VoteService) => (await made.get('ballot', made.holder)).body.state;
const left = async (made: VoteService) => (await made.get('ballot', made.holder)).body.phoneVotingEndsIn;
/** What a service that is started again finds. */
async function onDisk(use: (store: Store) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const store = sqliteStore(folder);
    await use(store);
    await store.close();
  });
}

async function sessionOf({ service, vote, chair }: VoteService) {
  const url = `/api/sessions/${vote.state.session.id}`;
  return (await service.app.inject({ url, headers: chair })).json();
}

const numbers = { issued: 6, collected: 2, sheets: 0 };

/** Sign-ins go by the clock too, and have tests of their own: here they are looked at as if nobody had set it. */
async function anOpenBox(kept: Store = newStore()): Promise<{ made: VoteService; election: Election }> {
  const findSignedIn: AccountStore['findSignedIn'] = (id) =>
    kept.accounts.findSignedIn(id, new Date('2026-12-01T01:00Z'));
  const store = { ...kept, accounts: { ...kept.accounts, findSignedIn } };
  const made = await aVoteService({ voters: 6, sheets: 4, phones: 2 }, { store });
  return { made, election: await opened(made) };
}

describe.each(jumps)('a clock that is set %s', (_name, seconds) => {
  test('while the box is open: it stays open, and the countdown takes its time', async () => {
    const { made, election } = await anOpenBox();
    made.service.setClock(seconds);
    expect((await castOne(made, election, 0)).status).toBe(200);
    await decide(made, 'end-phone-voting', [1]);
    expect([await shownState(made), await left(made)]).toEqual(['open', 60_000]);
    made.service.passSeconds(59);
    expect((await castOne(made, election, 1)).status).toBe(200);
    made.service.passSeconds(1);
    expect((await castOne(made, election, 2)).body.code).toBe('phone-voting-ended');
    await made.service.app.close();
  });

  test('during the countdown: what remains remains, and ends', async () => {
    const { made, election } = await anOpenBox();
    await decide(made, 'end-phone-voting', [1]);
    made.service.passSeconds(20);
    made.service.setClock(seconds);
    expect([await shownState(made), await left(made)]).toEqual(['open', 40_000]);
    expect((await castOne(made, election, 0)).status).toBe(200);
    made.service.passSeconds(40);
    expect((await castOne(made, election, 1)).body.code).toBe('phone-voting-ended');
    expect(await shownState(made)).toBe('counting');
    await made.service.app.close();
  });

  test('after the end: the box stays shut until chair and two tellers open it, and goes on from there', async () => {
    const { made, election } = await anOpenBox();
    await castAll(made, election, [
      [0, 0],
      [1, 1],
    ]);
    await decide(made, 'end-phone-voting', [1]);
    made.service.passSeconds(60);
    // A teller fetches the ballots: nobody may cast one in sight of them.
    expect((await made.get('record', made.teller(1))).status).toBe(200);
    made.service.setClock(seconds);
    expect((await castOne(made, election, 2)).body.code).toBe('phone-voting-ended');
    expect(await shownState(made)).toBe('counting');
    expect((await made.get('record', made.teller(1))).status).toBe(200);
    expect((await decide(made, 'return-to-open', [1])).body.status).toBe('proposed');
    expect((await castOne(made, election, 2)).body.code).toBe('phone-voting-ended');
    const [decision] = (await made.state()).session.decisions.filter(({ status }) => status === 'proposed');
    await made.post(`decisions/${decision?.id}/signature`, made.teller(2));
    const recorded = (await made.state()).session.decisions.find(({ id }) => id === decision?.id);
    const capacities = recorded?.signatures.map(({ capacity }) => capacity);
    expect([recorded?.status, capacities]).toEqual(['effective', ['chair', 'teller', 'teller']]);
    expect(minutesRemarks((await made.state()).session).join()).toContain('Mở lại việc bỏ phiếu trong khi kiểm');
    expect((await castOne(made, election, 2)).status).toBe(200);
    await decide(made, 'end-phone-voting', [3]);
    made.service.passSeconds(60);
    expect((await made.post('announcement', made.teller(1), { ...numbers, collected: 3 })).status).toBe(200);
    await made.service.app.close();
  });

  test('while counting and after closing: keying and closing go on, and a closed box stays closed', async () => {
    const { made, election } = await anOpenBox();
    await castAll(made, election, [[0, 0]]);
    await decide(made, 'end-phone-voting', [1]);
    made.service.passSeconds(60);
    made.service.setClock(seconds);
    const ballot = sealed(made, election, made.vote.sheets[1], [1, 1]);
    expect((await made.post('announcement', made.teller(1), { ...numbers, sheets: 1 })).status).toBe(200);
    expect((await made.post('sheets', made.teller(2), { ballot, invalidReason: null })).status).toBe(200);
    made.service.setClock(-seconds);
    await made.change({
      roll: (await made.state()).session.roll.map((voter) => ({ ...voter, present: true })),
    });
    await decide(made, 'close-with-deviation', [1, 2]);
    expect((await made.post('close', made.chair)).status).toBe(200);
    made.service.setClock(seconds);
    expect(await shownState(made)).toBe('closed');
    expect((await castOne(made, election, 2)).body.code).toBe('session-not-open');
    expect((await decide(made, 'return-to-open', [1, 2])).body.code).toBe('not-counting');
    await made.service.app.close();
  });

  test('while the service is stopped during the countdown: what remained runs on, within five seconds', () =>
    onDisk(async (store) => {
      const { made } = await anOpenBox(store);
      await decide(made, 'end-phone-voting', [1]);
      made.service.passSeconds(20);
      await made.service.deps.countdowns.round();
      await made.service.app.close();
      const again = await aService({ store, clockSetBy: seconds });
      await again.deps.countdowns.resume();
      const { id } = made.vote.state.session;
      const remains = again.deps.countdowns.left(id) ?? 0;
      expect(remains).toBeGreaterThanOrEqual(35_000);
      expect(remains).toBeLessThanOrEqual(40_000);
      expect((await again.deps.store.sessions.find(id))?.state).toBe('open');
      again.passSeconds(40);
      await again.deps.countdowns.round();
      expect((await store.sessions.find(id))?.state).toBe('counting');
      await again.app.close();
    }));

  test('is told on the console of a session that runs, and to administrators, and in no other session', async () => {
    const { made } = await anOpenBox();
    const moved = async () => (await sessionOf(made)).clockMoved;
    expect(await moved()).toBeNull();
    made.service.passSeconds(300);
    expect(await moved()).toBeNull();
    made.service.setClock(seconds);
    expect(await moved()).toMatchObject({ seconds });
    await made.change({ state: 'cancelled' });
    expect(await moved()).toBeNull();
    await made.change({ state: 'open' });
    made.service.passSeconds(13 * hour);
    expect(made.service.deps.clockWatch.lastMove()).toBeNull();
    await made.service.app.close();
  });
});

test('a countdown ends although the service is killed and started again and again', () =>
  onDisk(async (store) => {
    const { made } = await anOpenBox(store);
    await decide(made, 'end-phone-voting', [1]);
    await made.service.app.close();
    const { id } = made.vote.state.session;
    for (let starts = 0; starts < 12; starts += 1) {
      const again = await aService({ store });
      await again.deps.countdowns.resume();
      await again.app.close();
    }
    const last = await aService({ store });
    await last.deps.countdowns.resume();
    expect((await last.deps.store.sessions.find(id))?.state).toBe('counting');
    await last.app.close();
  }));

test('the end is written down by the first who reads, and needs nobody: the rounds of the service do it too', async () => {
  for (const reach of ['reader', 'rounds', 'refused cast'] as const) {
    const { made, election } = await anOpenBox();
    const { deps } = made.service;
    await decide(made, 'end-phone-voting', [1]);
    made.service.passSeconds(61);
    const at = deps.clock().toISOString();
    if (reach === 'reader') await made.get('trackers', made.holder);
    else if (reach === 'rounds') await deps.countdowns.round();
    else await castOne(made, election, 0);
    made.service.passSeconds(600);
    const { session } = await made.state();
    expect([reach, session.state, session.phoneVotingEndsAt]).toEqual([reach, 'counting', at]);
    await made.service.app.close();
  }
});

test('chair and a teller mend a countdown: the whole time again, or its end now', async () => {
  const { made, election } = await anOpenBox();
  expect((await decide(made, 'restart-countdown', [1])).body.code).toBe('countdown-not-running');
  await decide(made, 'end-phone-voting', [1]);
  made.service.passSeconds(50);
  expect((await decide(made, 'restart-countdown', [])).body.status).toBe('proposed');
  expect(await left(made)).toBe(10_000);
  expect((await decide(made, 'restart-countdown', [2])).body.status).toBe('effective');
  expect(await left(made)).toBe(60_000);
  expect((await castOne(made, election, 0)).status).toBe(200);
  expect((await decide(made, 'end-countdown', [1])).body.status).toBe('effective');
  expect((await castOne(made, election, 1)).body.code).toBe('phone-voting-ended');
  expect(await shownState(made)).toBe('counting');
  await made.service.app.close();
});

test('a countdown that an earlier release left running ends within one countdown, wherever the clock stands', async () => {
  for (const seconds of [-7 * hour, -120, 0]) {
    const { made } = await anOpenBox();
    const endsAt = new Date(made.service.deps.clock().getTime() + 30_000).toISOString();
    made.service.setClock(seconds);
    await made.change({ phoneVotingEndsAt: endsAt, countdown: null });
    expect(await shownState(made)).toBe('open');
    made.service.passSeconds(60);
    expect(await shownState(made)).toBe('counting');
    await made.service.app.close();
  }
});
