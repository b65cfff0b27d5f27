import { beforeEach, expect, test, vi } from 'vitest';
import { sha256Base64 } from '../../../src/protocol/encoding/hash.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { buildApp } from '../../../src/server/app.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { publishedAs } from '../../support/build/stored-sessions.ts';
import {
  type Answer,
  aVoteService,
  counting,
  opened,
  refusedUnchanged,
  sealed,
  sealedFalsely,
  signedAnew,
  type VoteService,
} from '../../support/service/vote-service.ts';

const own = 'a'.repeat(32);
const other = 'b'.repeat(32);

let made: VoteService;
let election: Election;
beforeEach(async () => {
  made = await aVoteService();
  election = await opened(made);
  return () => {
    vi.restoreAllMocks();
    return made.service.app.close();
  };
});

function cast(ballot: string, recastKey = own): Promise<Answer> {
  return made.post('ballots', made.holder, { ballot, recastKey });
}

function ballotOf(at: number, marks: readonly (number | undefined)[] = [0, 1]): string {
  return sealed(made, election, made.vote.sheets[at], marks);
}

const again = (ballot: string, at = 0) => signedAnew(made, election, made.vote.sheets[at], ballot);
const refused = (attempt: () => Promise<Answer>) => refusedUnchanged(made, attempt);

async function ballotsInBox(): Promise<number> {
  return (await made.service.deps.store.sessions.payloads(ownRecord(made.vote.state.session.id), 'Ballot')).length;
}

/** Names of the work that threads are given from now on. */
function jobs(): () => Record<string, number> {
  const run = vi.spyOn(made.service.deps.pool, 'run');
  return () => {
    const counts: Record<string, number> = {};
    for (const [name] of run.mock.calls) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
}

/** The paper votes as often as it may, with the pauses that are asked of it. */
async function castToTheLimit(): Promise<string> {
  let last = ballotOf(0);
  for (let times = 1; times <= 20; times += 1) {
    last = again(last);
    expect((await cast(last)).status).toBe(200);
    made.service.passSeconds(10);
  }
  return last;
}

// Seen: 2,003 of them entered in 62 s, and each teller fetched 64 MB. A tenth of that pace shows the same.
test('the holder of a sheet who casts valid ballots all the time puts seven into the record within 62 seconds', async () => {
  const casts = 200;
  const sealedOnce = ballotOf(0);
  const counted = jobs();
  let entered = 0;
  for (let sent = 0; sent < casts; sent += 1) {
    const { status, body } = await cast(again(sealedOnce));
    if (status === 200) entered += 1;
    else expect(body.code).toBe('recast-pause');
    made.service.passSeconds(62 / casts);
  }
  expect(entered).toBe(7);
  expect(await ballotsInBox()).toBe(7);
  // Whatever is refused costs a signature, and no proof is computed for it.
  expect(counted()).toEqual({ checkBallotSignature: casts, checkBallot: 7 });
});

test('the pause says how long it is, keeps nobody else waiting, and ends', async () => {
  await cast(ballotOf(0));
  made.service.passSeconds(2.5);
  const second = ballotOf(0, [1, 1]);
  const answer = await cast(second);
  expect(answer).toMatchObject({ status: 429, body: { code: 'recast-pause', retryAfter: 8 } });
  expect(answer.headers['retry-after']).toBe('8');
  expect((await cast(ballotOf(1))).status).toBe(200);
  made.service.passSeconds(7.5);
  expect((await cast(second)).status).toBe(200);
  expect(await ballotsInBox()).toBe(3);
});

test('two ballots of a paper at once: one is in the box and the other finds the pause begun', async () => {
  const first = ballotOf(0);
  const answers = await Promise.all([first, again(first), again(first)].map((ballot) => cast(ballot)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
  expect(await ballotsInBox()).toBe(1);
});

test('a paper has one ballot’s proofs checked at a time, and few wait behind it', async () => {
  const first = ballotOf(0);
  const { pool } = made.service.deps;
  const run = pool.run;
  let [now, most] = [0, 0];
  const counted: typeof run = async (name, input) => {
    const checks = name === 'checkBallot' ? 1 : 0;
    now += checks;
    most = Math.max(most, now);
    return run(name, input).finally(() => {
      now -= checks;
    });
  };
  vi.spyOn(pool, 'run').mockImplementation(counted);
  const falsely = sealedFalsely(made, election, made.vote.sheets[0]);
  const flood = Array.from({ length: 30 }, () => cast(again(falsely)));
  const answers = await Promise.all(flood);
  expect(most).toBe(1);
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['ballot-invalid', 'recast-pause']));
  expect((await cast(first)).status).toBe(200);
});

test('the very ballot is acknowledged at any time: in the pause, beyond the limit, after the end', async () => {
  const first = ballotOf(0);
  const { body } = await cast(first);
  expect(body.mayRecast).toBe(true);
  expect((await cast(first)).body).toEqual(body);
  made.service.passSeconds(10);
  for (let times = 2; times <= 20; times += 1) {
    await cast(again(first));
    made.service.passSeconds(10);
  }
  expect(await refused(() => cast(again(first)))).toMatchObject({ status: 409, code: 'recast-limit' });
  const counted = jobs();
  expect((await cast(first)).body).toMatchObject({ tracker: sha256Base64(first), mayRecast: true });
  for (const state of ['counting', 'closed', 'published'] as const) {
    await made.change(state === 'published' ? publishedAs((await made.state()).session) : { state });
    expect((await cast(first)).body.tracker).toBe(sha256Base64(first));
  }
  expect(counted()).toEqual({});
});

test('twenty ballots of a paper are all, counted from the record, by whatever process', async () => {
  const last = await castToTheLimit();
  expect(await refused(() => cast(again(last)))).toMatchObject({ status: 409, code: 'recast-limit' });
  expect((await cast(ballotOf(1))).status).toBe(200);
  const restarted = await buildApp(made.service.deps, { write: () => {} });
  const { id } = made.vote.state.session;
  const answer = await restarted.inject({
    ...{ method: 'POST', url: `/api/sessions/${id}/ballots`, headers: made.holder },
    payload: { ballot: again(last), recastKey: own },
  });
  expect(answer.json()).toMatchObject({ code: 'recast-limit' });
  await restarted.close();
  expect(await ballotsInBox()).toBe(21);
});

test('the sheet of a paper that has reached the limit is keyed at the desk, and counts', async () => {
  await castToTheLimit();
  await counting(made, { issued: 8, collected: 1, sheets: 1 });
  const sheet = { ballot: ballotOf(0, [2, 2]), invalidReason: null };
  const keyed = await made.post('sheets', made.teller(1), sheet);
  expect(keyed).toMatchObject({ status: 200, body: { replacesPhone: true } });
});

test('false signatures cost one cheap check each and use up nothing of their paper', async () => {
  const credential = made.vote.sheets[0]?.public ?? '';
  const stranger = ballotOf(1).replace(made.vote.sheets[1]?.public ?? '', credential);
  const bent = ballotOf(0).replace(/"response":"\d+"\}\}\}$/, '"response":"1"}}}');
  const counted = jobs();
  for (let times = 0; times < 15; times += 1) {
    expect((await cast(stranger, other)).body.problems).toMatchObject([{ code: 'signature-hash' }]);
    expect((await cast(bent, other)).body.problems).toMatchObject([{ code: 'signature' }]);
  }
  expect(counted()).toEqual({ checkBallotSignature: 30 });
  expect((await cast(ballotOf(0))).status).toBe(200);
});

test('a flood of false signatures waits in no line of the paper: its own ballot is checked beside it', async () => {
  const bent = ballotOf(0).replace(/"response":"\d+"\}\}\}$/, '"response":"1"}}}');
  const flood = Array.from({ length: 40 }, () => cast(bent, other));
  const [ownAnswer, ...answers] = await Promise.all([cast(ballotOf(0)), ...flood]);
  expect(ownAnswer.status).toBe(200);
  expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['ballot-invalid']));
});

test('nothing of a paper’s state is told to whoever cannot sign for it', async () => {
  const bent = ballotOf(0).replace(/"response":"\d+"\}\}\}$/, '"response":"1"}}}');
  const before = (await cast(bent, other)).body;
  await cast(ballotOf(0));
  expect((await cast(bent, other)).body).toEqual(before);
});

test('a ballot that somebody copied and sent first is acknowledged to its own phone, without the right to recast', async () => {
  const ballot = ballotOf(0);
  expect((await cast(ballot, other)).body.mayRecast).toBe(true);
  const answer = await cast(ballot, own);
  expect(answer).toMatchObject({ status: 200, body: { tracker: sha256Base64(ballot), mayRecast: false } });
  expect(await ballotsInBox()).toBe(1);
  expect(await refused(() => cast(again(ballot), own))).toMatchObject({ status: 409, code: 'other-phone' });
});

test('no instant stands beside a paper: what is stored of it is what was stored before pauses', async () => {
  await cast(ballotOf(0));
  const paper = (await made.state()).papers.get(made.vote.sheets[0]?.public ?? '');
  expect(Object.keys(paper ?? {}).sort()).toEqual(
    ['printRunId', 'channel', 'credential', 'fate', 'recastKeyHash', 'sessionId', 'votedBy'].sort(),
  );
});
