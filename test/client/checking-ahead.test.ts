import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connection, call } from '../../src/client/api.ts';
import { makeShare } from '../../src/client/teller/make-share.ts';
import { memoryOfSeed } from '../../src/client/teller/memory.ts';
import { readRecord as recordOperation } from '../../src/contract/box/box.ts';
import { checkBallot } from '../../src/protocol/ballot/check-ballot.ts';
import { sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import type { Election } from '../../src/protocol/record/election.ts';
import { readRecord } from '../../src/protocol/record/read-record.ts';
import { writeRecord } from '../../src/protocol/record/record.ts';
import type { BallotChecker } from '../../src/protocol/verify/verify-options.ts';
import { checkAhead, neverChecked, rememberingChecker } from '../../src/web/teller/check-ahead.ts';
import { good } from '../support/build/good.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo } from '../support/service/connections.ts';
import { aVoteService, castAll, counting, opened, sealed, type VoteService } from '../support/service/vote-service.ts';

const device = aDevice(repeatableRandom(46));
let made: VoteService;
let election: Election;

/** Four phones have voted. */
beforeEach(async () => {
  made = await aVoteService({ voters: 5, sheets: 5, phones: 0 });
  election = await opened(made);
  await castAll(made, election, [
    [0, 0],
    [0, 1],
    [2, undefined],
    [0, 2],
  ]);
});
afterEach(() => made.service.app.close());

async function keySheet(at: number, marks: readonly number[]): Promise<void> {
  const ballot = sealed(made, election, made.vote.sheets[at], marks);
  const { status, body } = await made.post('sheets', made.teller(2), { ballot, invalidReason: null });
  if (status !== 200) throw new Error(`not keyed: ${body.code}`);
}

async function close(): Promise<void> {
  const { status, body } = await made.post('close', made.chair);
  if (status !== 200) throw new Error(`not closed: ${body.code}`);
}

/** A teller's page as it is opened: it remembers nothing. `checked`: hashes of the ballots whose proofs it looked at. */
function aPage(index: number, connection: Connection = connectionTo(made.service, made.teller(index))) {
  const { vote, post, teller } = made;
  const { id } = vote.state.session;
  const checked: string[] = [];
  const check: BallotChecker = async ({ election, credentials, ballots }) => {
    const context = { credentials: new Set(credentials), seen: new Set<string>() };
    return ballots.map((ballot) => {
      checked.push(sha256Hex(ballot));
      const verdict = checkBallot(device.group, election, ballot, context);
      return verdict.ok ? undefined : verdict.refusal;
    });
  };
  const kept = neverChecked();
  const checkBallots = rememberingChecker(check);
  const memory = memoryOfSeed(made.vote.ceremony.seeds[index - 1] ?? '');
  return {
    ...{ checked, kept },
    look: () => checkAhead(connection, device, id, memory.heads, { checkBallots, kept }),
    open: async () => {
      const record = await call(connection, recordOperation, { params: { sessionId: id } });
      if (!record.ok) return record;
      const share = await makeShare(device, memory, {
        ...{ record: record.value, electionId: id, announced: 5, checkBallots, sum: kept.earlier.sum },
        output: vote.ceremony.sentOutputs[index - 1] ?? null,
      });
      if (!share.ok) return share;
      const { status } = await post('shares', teller(index), { ...share.share, collected: 5 });
      return { ok: true, status };
    },
  };
}

test('a page that checked ballots ahead opens the same totals as one that has just been opened', async () => {
  const [early, late] = [aPage(1), aPage(2)];
  await counting(made, { issued: 5, collected: 5, sheets: 3 });
  expect(await early.look()).toMatchObject({ ok: true, counted: 4 });
  expect(early.kept.earlier.sum.hashes.size).toBe(4);
  // A sheet of somebody who has not voted, and one that replaces its paper's phone ballot.
  await keySheet(4, [1, 1]);
  await keySheet(1, [2, 2]);
  expect(await early.look()).toMatchObject({ ok: true, counted: 5 });
  await keySheet(0, [1, 0]);
  await close();
  expect(early.checked).toHaveLength(6);
  expect(await early.open()).toEqual({ ok: true, status: 200 });
  expect(new Set(early.checked).size).toBe(7);
  expect(early.checked).toHaveLength(7);
  expect(await late.open()).toEqual({ ok: true, status: 200 });
  expect(late.checked).toHaveLength(7);
  expect(await aPage(3).open()).toEqual({ ok: true, status: 200 });
  const { session } = await made.state();
  expect(session.tally?.result).toEqual([
    [1, 2, 2],
    [1, 1, 2],
  ]);
});

test('ballots that are left to check keep their own hints', async () => {
  const given: (readonly (Uint8Array | undefined)[])[] = [];
  const checker = rememberingChecker(async (job) => {
    given.push(job.hints);
    return job.ballots.map(() => undefined);
  });
  const hashes = ['a', 'b', 'c', 'd'];
  const [ballots, hints] = [hashes.map((hash) => utf8Bytes(hash)), hashes.map((hash) => utf8Bytes(`hint of ${hash}`))];
  const job = { election, credentials: [], onChecked: () => {} };
  const of = (list: readonly number[]) => ({
    ...job,
    ballots: list.map((at) => ballots[at] ?? utf8Bytes('')),
    hashes: list.map((at) => hashes[at] ?? ''),
    hints: list.map((at) => hints[at]),
  });
  await checker(of([1]));
  await checker({ ...of([0, 1]), hints: [] });
  await checker(of([0, 1, 2, 3]));
  expect(given).toEqual([[hints[1]], [], [hints[2], hints[3]]]);
});

test('a box that lacks a ballot which was checked ahead is not opened', async () => {
  const { id } = made.vote.state.session;
  // The server shows this page the record without what `leaveOut` names, written anew.
  let leaveOut: number | undefined;
  const real = connectionTo(made.service, made.teller(1));
  const connection: Connection = {
    ...real,
    fetch: async (input, init) => {
      const answer = await (real.fetch ?? fetch)(input, init);
      if (leaveOut === undefined || !String(input).endsWith('/record')) return answer;
      const { timestamp, events } = good(readRecord(new Uint8Array(await answer.arrayBuffer())));
      const shown = events
        .filter(({ height }) => height !== leaveOut)
        .map(({ type, files }) => ({ type, files: files.map(({ content }) => content) }));
      const { bytes } = writeRecord(timestamp, shown);
      return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: answer.headers });
    },
  };
  const page = aPage(1, connection);
  await counting(made, { issued: 5, collected: 5, sheets: 1 });
  await keySheet(4, [1, 1]);
  expect(await page.look()).toMatchObject({ ok: true, counted: 5 });
  await close();
  leaveOut = 2;
  expect(await page.open()).toMatchObject({ ok: false, refusal: 'record-invalid', failure: { check: 'V7' } });
  leaveOut = undefined;
  expect(await page.open()).toEqual({ ok: true, status: 200 });
  expect((await made.service.deps.store.sessions.find(id))?.tally?.sharesOf).toEqual([1]);
});
