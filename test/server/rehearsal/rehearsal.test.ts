import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { unprovenTellers } from '../../../src/domain/session/rehearsal.ts';
import { sessionId } from '../../../src/domain/session/session.ts';
import { createBallot } from '../../../src/protocol/ballot/create-ballot.ts';
import { createCredential, publicCredential } from '../../../src/protocol/ballot/credential.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { readTallyRecord } from '../../../src/server/record/tally-record.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { tellerShare, theElection } from '../../support/build/tellers.ts';
import { type Answer, aVoteService, refusedUnchanged, type VoteService } from '../../support/service/vote-service.ts';

const electionId = sessionId.parse('Rehearsa11111111111111');

let made: VoteService;
let credentials: string[];
beforeEach(async () => {
  made = await aVoteService();
  credentials = Array.from({ length: 3 }, () => createCredential(made.random));
  return () => made.service.app.close();
});

const refused = (attempt: () => Promise<Answer>) => refusedUnchanged(made, attempt);

function start(id: string = electionId, published = publicHalves(id)): Promise<Answer> {
  return made.post('rehearsal', made.teller(1), { electionId: id, credentials: published });
}

function publicHalves(id: string): string[] {
  return credentials.map((credential) => publicCredential(sodiumGroup, id, credential));
}

function ballotFor(electionText: string, at: number): string {
  return createBallot(sodiumGroup, theElection(electionText), credentials[at] ?? '', [0, 1], made.random).text;
}

function cast(electionText: string, at: number): Promise<Answer> {
  return made.post('rehearsal/ballots', made.teller(1), { ballot: ballotFor(electionText, at) });
}

async function send(index: number, change: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  const record = await readTallyRecord(made.service.deps, { sessionId: made.vote.state.session.id, electionId });
  const { election = '', encryptedTally = '' } = record?.texts ?? {};
  const share = tellerShare(made.vote, index, election, encryptedTally, made.random);
  return made.post('rehearsal/shares', made.teller(index), { ...share, ...change });
}

async function closedWithTwo(): Promise<void> {
  const { body } = await start();
  await cast(body.election, 0);
  await made.post('rehearsal/close', made.chair);
  for (const index of [3, 1]) expect((await send(index)).body.state).toBe('closed');
}

test('a rehearsal that enough tellers have opened waits for the others, until the chair names exactly whose card is not proven', async () => {
  const finish = (missing: readonly number[], headers = made.chair) =>
    made.post('rehearsal/finish', headers, { missing });
  expect(await refused(() => finish([]))).toMatchObject({ status: 409, code: 'rehearsal-not-closed' });
  await closedWithTwo();
  expect((await refused(() => finish([]))).code).toBe('missing-tellers-differ');
  expect((await refused(() => finish([1]))).code).toBe('missing-tellers-differ');
  expect((await refused(() => finish([2], made.teller(2)))).status).toBeGreaterThanOrEqual(401);
  expect((await finish([2])).body).toMatchObject({
    state: 'passed',
    sharesOf: [3, 1],
    result: [
      [1, 0, 0],
      [0, 1, 0],
    ],
  });
  const { session } = await made.state();
  expect(unprovenTellers(session)).toEqual([2]);
  expect(await refused(() => send(2))).toMatchObject({ code: 'rehearsal-not-closed' });
});

test('with fewer shares than it takes nobody finishes a rehearsal', async () => {
  const { body } = await start();
  await cast(body.election, 0);
  await made.post('rehearsal/close', made.chair);
  await send(2);
  const attempt = () => made.post('rehearsal/finish', made.chair, { missing: [1, 3] });
  expect((await refused(attempt)).code).toBe('not-enough-shares');
});

test('a rehearsal is cast, verified whole and opened by all tellers, with the keys of the ceremony', async () => {
  const { body: started } = await start();
  expect(started).toMatchObject({ electionId, state: 'open', ballots: 0, head: { height: 0 } });
  await cast(started.election, 0);
  expect((await cast(started.election, 1)).body.ballots).toBe(2);
  expect((await made.post('rehearsal/close', made.chair)).body.state).toBe('closed');
  expect((await send(3)).body).toMatchObject({ state: 'closed', sharesOf: [3], result: null });
  expect((await send(2)).body).toMatchObject({ state: 'closed', sharesOf: [3, 2], result: null });
  const passed = await send(1);
  expect(passed.body).toMatchObject({
    state: 'passed',
    sharesOf: [3, 2, 1],
    result: [
      [2, 0, 0],
      [0, 2, 0],
    ],
  });
  expect((await made.get('rehearsal', made.chair)).body).toEqual(passed.body);
  const record = await made.get('rehearsal/record', made.chair);
  expect(record.headers['content-disposition']).toContain(`${electionId}.bel`);
  const report = await verifyRecord(record.bytes, { group: sodiumGroup, uuid: electionId, final: true });
  expect(report).toMatchObject({ ok: true, stage: 'result', head: passed.body.head });
  expect(await made.service.deps.store.sessions.record(ownRecord(made.vote.state.session.id))).toEqual([]);
});

test('starting the same rehearsal twice is one rehearsal; another one may follow under another uuid', async () => {
  const { body } = await start();
  const before = await made.everything();
  expect((await start()).body).toEqual(body);
  expect(await made.everything()).toEqual(before);
  const next = 'Rehearsa22222222222222';
  expect((await start(next)).body).toMatchObject({ electionId: next, state: 'open', ballots: 0 });
});

test('a rehearsal without keys, with a uuid in use or with credentials that are none, changes nothing', async () => {
  const { session } = made.vote.state;
  expect(await refused(() => start(session.id))).toMatchObject({ status: 409, code: 'credential-already-registered' });
  const [one = ''] = publicHalves(electionId);
  expect(await refused(() => start(electionId, [one, one]))).toMatchObject({ code: 'credential-already-registered' });
  expect(await refused(() => start(electionId, ['0'.repeat(64)]))).toMatchObject({
    status: 422,
    code: 'invalid-credential',
  });
  await made.change({ ceremony: null });
  expect(await refused(() => start())).toMatchObject({ status: 409, code: 'rehearsal-needs-keys' });
});

test('ballots that do not hold, or of the session itself, do not enter the rehearsal', async () => {
  const { body } = await start();
  const ballot = ballotFor(body.election, 0);
  const send = (text: string) => () => made.post('rehearsal/ballots', made.teller(1), { ballot: text });
  expect((await send(ballot)()).status).toBe(200);
  const before = await made.everything();
  expect((await send(ballot)()).body.ballots).toBe(1);
  expect(await made.everything()).toEqual(before);
  expect((await refused(send('{}'))).problems).toEqual([{ code: 'not-canonical' }]);
  const foreign = ballot.replace(electionId, made.vote.state.session.id);
  expect((await refused(send(foreign))).problems).toEqual([{ code: 'wrong-election' }]);
  const [own = '', other = ''] = publicHalves(electionId);
  expect((await refused(send(ballot.replace(own, other)))).problems).toEqual([{ code: 'signature-hash' }]);
  const unknown = ballot.replace(own, made.vote.sheets[0]?.public ?? '');
  expect((await refused(send(unknown))).problems).toEqual([{ code: 'unknown-credential' }]);
});

test('a paper of the rehearsal is guarded like one of the vote: a pause, twenty ballots, the signature first', async () => {
  const { body } = await start();
  const jobs = vi.spyOn(made.service.deps.pool, 'run');
  onTestFinished(() => jobs.mockRestore());
  expect((await cast(body.election, 0)).body.ballots).toBe(1);
  expect(await refused(() => cast(body.election, 0))).toMatchObject({ status: 429, code: 'recast-pause' });
  const forged = ballotFor(body.election, 0).replace(/"response":"\d+"\}\}\}$/, '"response":"1"}}}');
  jobs.mockClear();
  await refused(() => made.post('rehearsal/ballots', made.teller(1), { ballot: forged }));
  expect(jobs.mock.calls.map(([name]) => name)).toEqual(['checkBallotSignature']);
  for (let ballots = 2; ballots <= 20; ballots += 1) {
    made.service.passSeconds(10);
    expect((await cast(body.election, 0)).body.ballots).toBe(ballots);
  }
  made.service.passSeconds(10);
  expect(await refused(() => cast(body.election, 0))).toMatchObject({ status: 409, code: 'recast-limit' });
  expect((await cast(body.election, 1)).body.ballots).toBe(21);
});

test('closing needs a ballot, shares need a closed rehearsal, and a wrong share is told to its teller', async () => {
  expect(await refused(() => made.post('rehearsal/close', made.chair))).toMatchObject({
    code: 'rehearsal-not-running',
  });
  const { body } = await start();
  const attempt = () => made.post('rehearsal/close', made.chair);
  expect(await refused(attempt)).toMatchObject({ status: 409, code: 'rehearsal-without-ballots' });
  await cast(body.election, 0);
  const share = { partialDecryption: '{}', proof: '{}' };
  const early = () => made.post('rehearsal/shares', made.teller(1), share);
  expect(await refused(early)).toMatchObject({ status: 409, code: 'rehearsal-not-closed' });
  await attempt();
  expect(await refused(early)).toMatchObject({ status: 422, code: 'share-invalid' });
  await send(1);
  expect(await refused(() => send(1))).toMatchObject({ status: 409, code: 'share-already-sent' });
  expect(await refused(() => send(2, { proof: '{}' }))).toMatchObject({ problems: [{ code: 'supplement-proof' }] });
});
