import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { wasmGroup as group } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { createBallot, type Marks } from '../../../src/protocol/ballot/create-ballot.ts';
import { encodeHint } from '../../../src/protocol/ballot/hint.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import { readHints, writeHints } from '../../../src/protocol/record/hints-file.ts';
import type { VerifyOptions } from '../../../src/protocol/verify/verify-options.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { publishedAs } from '../../support/build/stored-sessions.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { aVoteService, counting, opened, sealedFalsely, type VoteService } from '../../support/service/vote-service.ts';

const recastKey = 'a'.repeat(32);
const pause = 10;

let made: VoteService;
let election: Election;
beforeEach(async () => {
  made = await aVoteService({ voters: 6, sheets: 4, phones: 2 });
  election = await opened(made);
  return () => made.service.app.close();
});

function sealed(at: number, marks: Marks) {
  const { text, hint = new Uint8Array() } = createBallot(
    group,
    election,
    made.vote.sheets[at]?.credential ?? '',
    marks,
    made.random,
  );
  return { ballot: text, hint, sent: encodeHint(hint), hash: sha256Hex(text) };
}

async function cast(ballot: string, hint?: string): Promise<number> {
  return (await made.post('ballots', made.holder, { ballot, recastKey, ...(hint !== undefined && { hint }) })).status;
}

/** Which ballots had a hint that the verifier could use, by their hashes. */
function verify(record: Uint8Array, hints: Uint8Array) {
  const used: (Uint8Array | undefined)[] = [];
  const options: VerifyOptions = {
    ...{ group, hints },
    checkBallots: async (job) => {
      used.push(...job.hints);
      return job.ballots.map(() => undefined);
    },
  };
  return verifyRecord(record, options).then(({ ok }) => ({ ok, used }));
}

test('every ballot of the box has its hint beside the record, whoever made it, ballots that were cast again too', async () => {
  const [first, second, third] = [sealed(0, [0, 1]), sealed(1, [1, 1]), sealed(2, [2, 0])];
  const [again, sheet] = [sealed(0, [2, 2]), sealed(3, [0, 0])];
  expect(await cast(first.ballot, first.sent)).toBe(200);
  expect(await cast(second.ballot)).toBe(200);
  // Of another ballot: of no use, and the right one stands in its place.
  expect(await cast(third.ballot, first.sent)).toBe(200);
  expect(await cast(sealedFalsely(made, election, made.vote.sheets[3]), sheet.sent)).toBe(422);
  // Sent once more with another hint: what was kept stays.
  expect(await cast(first.ballot, second.sent)).toBe(200);
  made.service.passSeconds(pause);
  expect(await cast(again.ballot, again.sent)).toBe(200);
  await counting(made, { issued: 6, collected: 4, sheets: 1 });
  const keyed = { ballot: sheet.ballot, hint: sheet.sent, invalidReason: null };
  expect((await made.post('sheets', made.teller(1), keyed)).status).toBe(200);

  const box = [first, second, third, again, sheet];
  const answer = await made.get('hints', made.teller(1));
  expect(answer.headers['content-disposition']).toContain(`${election.uuid}.hints`);
  expect(new Uint8Array(answer.bytes)).toEqual(writeHints(box));
  const { bytes: record } = await made.get('record', made.teller(1));
  expect(await verify(record, new Uint8Array(answer.bytes))).toEqual({ ok: true, used: box.map(({ hint }) => hint) });
});

test('a hint whose points have parts of small order is kept as it came, and serves as well as the right one', async () => {
  const { ballot, hint, hash } = sealed(0, [0, 1]);
  const other = hint.slice();
  // (x, y) and (−x, −y) differ by the point of order 2.
  for (const start of [0, 32]) other.set(negative(other.subarray(start, start + 32)), start);
  expect(other).not.toEqual(hint);
  expect(await cast(ballot, encodeHint(other))).toBe(200);
  await counting(made, { issued: 6, collected: 1, sheets: 0 });
  const { bytes } = await made.get('hints', made.teller(1));
  expect(readHints(election, new Uint8Array(bytes), [hash])).toEqual([other]);
  const { bytes: record } = await made.get('record', made.teller(1));
  expect(await verifyRecord(record, { group, hints: new Uint8Array(bytes) })).toMatchObject({ ok: true });
});

const fieldPrime = 2n ** 255n - 19n;

function negative(coordinate: Uint8Array): Uint8Array {
  const value = coordinate.reduceRight((sum, byte) => 256n * sum + BigInt(byte), 0n);
  return Uint8Array.from({ length: 32 }, (_, at) => Number(((fieldPrime - value) >> BigInt(8 * at)) & 255n));
}

test('hints are there for whom the record is, and when it is', async () => {
  const { ballot, sent } = sealed(0, [0, 1]);
  await cast(ballot, sent);
  const people = ['chair', 'holder', 'seatHolder', 'superiorSeatHolder', 'stranger'] as const;
  const asked = [...people.map((name) => made[name]), made.teller(1), {}];
  const { session } = await made.state();
  const seen: unknown[] = [];
  for (const change of [
    {},
    { state: 'counting' },
    { state: 'closed' },
    { state: 'tallied' },
    publishedAs(session),
    { state: 'cancelled' },
  ] as const) {
    await made.change(change);
    const answers = async (path: string) => {
      const all = await Promise.all(asked.map((headers) => made.get(path, headers)));
      return all.map(({ status, body }) => [status, body?.code]);
    };
    const hints = await answers('hints');
    expect([change, hints]).toEqual([change, await answers('record')]);
    seen.push(...hints.map(([status]) => status));
  }
  expect(seen.filter((status) => status === 200).length).toBeGreaterThan(5);
});

test('nothing stands beside a hint but its election and the hash of its ballot, no order in which it came either', () => {
  const folder = newFolder();
  keep(sqliteStore(folder));
  const client = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
  const columns = client.prepare("SELECT name FROM pragma_table_info('ballot_hint')").pluck().all();
  expect(columns).toEqual(['election_id', 'ballot', 'hint']);
  expect(() => client.prepare('SELECT rowid FROM ballot_hint')).toThrow('no such column');
  client.close();
});
