import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import type { SessionState, Tally } from '../../../src/domain/session/session.ts';
import { sha256Hex } from '../../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import {
  encryptedTallyEvent,
  endBallotsEvent,
  partialDecryptionEvent,
  resultEvent,
} from '../../../src/protocol/record/record-events.ts';
import { writeResult } from '../../../src/protocol/tally/result.ts';
import { type CheckedChain, checkChain } from '../../../src/server/record/check-chain.ts';
import { checkRounds } from '../../../src/server/record/check-rounds.ts';
import { sessionChecks } from '../../../src/server/record/session-checks.ts';
import type { RecordRef } from '../../../src/server/store/record-ref.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { Overloaded } from '../../../src/server/workers/overloaded.ts';
import {
  aBallot,
  appendTo,
  aSessionId,
  aSetup,
  aStoredPaper,
  aStoredSession,
  withPapers,
} from '../../support/build/stored-sessions.ts';
import { checkedAll } from '../../support/service/checked-sessions.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const id = aSessionId(1);
const another = aSessionId(2);

/** Five ballots from five papers. */
async function aVote(store: Store): Promise<void> {
  await store.sessions.create(aStoredSession(1, { state: 'open', openedAt: '2026-12-01T01:00:00.000Z' }));
  await appendTo(store, id, () => [aSetup()]);
  for (const number of [1, 2, 3, 4, 5]) {
    await appendTo(
      store,
      id,
      () => [aBallot(number)],
      (state) => withPapers(state, aStoredPaper(id, number, { votedBy: 'phone' })),
    );
  }
}

/** The same, closed and opened by two tellers: heights 6 to 10. */
async function aTalliedVote(store: Store): Promise<void> {
  await aVote(store);
  const bytes = utf8Bytes('[]');
  const counts = [[5, 0, 0]];
  const step = (event: ReturnType<typeof endBallotsEvent>, state: SessionState, change: Partial<Tally>) =>
    appendTo(
      store,
      id,
      () => [event],
      (before) => ({ ...before, session: { ...before.session, state, tally: { ...noShares, ...change } } }),
    );
  await step(endBallotsEvent(), 'closed', {});
  await step(encryptedTallyEvent(bytes, 5), 'closed', {});
  await step(partialDecryptionEvent(1, bytes), 'closed', { sharesOf: [1] });
  await step(partialDecryptionEvent(2, bytes), 'closed', { sharesOf: [1, 2] });
  await step(resultEvent(utf8Bytes(writeResult(counts))), 'tallied', { sharesOf: [1, 2], result: counts });
}

const noShares: Tally = {
  ...{ encryptedTally: sha256Hex('[]'), counted: 5, sharesOf: [], proofs: [], missing: [3] },
  ...{ result: null, resultAt: null },
};

/** What is found after somebody changed the file behind the service's back. */
async function foundAfter(alter: (file: Sqlite.Database) => void, vote = aVote) {
  const folder = newFolder();
  const store = sqliteStore(folder);
  await vote(store);
  await store.close();
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  alter(file);
  file.close();
  return checkedAll(keep(sqliteStore(folder)));
}

test('records as they were written are accepted', async () => {
  expect(await foundAfter(() => {})).toEqual([]);
  expect(await foundAfter(() => {}, aTalliedVote)).toEqual([]);
});

test('a record of more events than are read at once is accepted, and a change in its middle is found', async () => {
  const folder = newFolder();
  const store = keep(sqliteStore(folder));
  await store.sessions.create(aStoredSession(1));
  await appendTo(store, id, () => [aSetup(), ...Array.from({ length: 230 }, (_, at) => aBallot(at))]);
  expect(await checkedAll(store)).toEqual([]);
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  file.exec('UPDATE record_event SET height = 1000 WHERE height = 150');
  file.close();
  expect(await checkedAll(store)).toMatchObject([{ sessionId: id }]);
});

function flip(file: Sqlite.Database, height: number, at: number): void {
  const bytes = file.prepare('SELECT bytes FROM record_event WHERE height = ?').pluck().get(height) as Buffer;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  file.prepare('UPDATE record_event SET bytes = ? WHERE height = ?').run(bytes, height);
}

/** Heights 2 and 3, by way of -2 and -3. */
const swapped = `UPDATE record_event SET height = -height WHERE height IN (2, 3);
  UPDATE record_event SET height = 5 + height WHERE height < 0`;

const attacks: [what: string, alter: (file: Sqlite.Database) => void][] = [
  ['a byte of a ballot', (file) => flip(file, 3, 520)],
  ['a byte of the padding after it', (file) => flip(file, 3, 1000)],
  ['a byte of an event', (file) => flip(file, 2, 1540)],
  ['a byte of the first file', (file) => flip(file, 0, 530)],
  ['a byte of the setup', (file) => flip(file, 0, 1540)],
  ['a ballot taken out of the middle', (file) => file.exec('DELETE FROM record_event WHERE height = 2')],
  ['the last ballot taken away', (file) => file.exec('DELETE FROM record_event WHERE height = 5')],
  ['every event taken away', (file) => file.exec('DELETE FROM record_event')],
  ['two ballots exchanged', (file) => file.exec(swapped)],
  ['a ballot written twice', (file) => file.exec(`INSERT INTO record_event ${copyOf(3)}`)],
  ['the time of the beginning', (file) => file.exec('UPDATE record SET timestamp = timestamp + 1')],
  ['a hash in its column', (file) => file.exec('UPDATE record_event SET hash = upper(hash) WHERE height = 4')],
];

function copyOf(height: number): string {
  return `SELECT election_id, 6, type, hash, payload, bytes FROM record_event WHERE height = ${height}`;
}

test.each(attacks)('%s is found, and the session named', async (_what, alter) => {
  expect(await foundAfter(alter)).toMatchObject([{ sessionId: id }]);
});

test('a record that is gone altogether is found', async () => {
  const found = await foundAfter((file) => file.exec('DELETE FROM record_event; DELETE FROM record'));
  expect(found).toEqual([{ sessionId: id, problem: 'its whole record is missing' }]);
});

const ends = [
  ['the result', 10],
  ['a share', 9],
  ['every share', 8],
  ['the encrypted tally', 7],
  ['the end of ballots', 6],
] as const;

test.each(ends)('%s cut off a counted record is found', async (_what, height) => {
  const cut = (file: Sqlite.Database) => file.exec(`DELETE FROM record_event WHERE height >= ${height}`);
  expect(await foundAfter(cut, aTalliedVote)).toMatchObject([{ sessionId: id }]);
});

/** Two votes with records, and threads that do not check the first one as long as `first` stands before it. */
async function withThreads(first: (check: () => Promise<CheckedChain>) => Promise<CheckedChain>, waits?: number) {
  const store = keep(sqliteStore(newFolder()));
  for (const number of [1, 2]) {
    await store.sessions.create(aStoredSession(number));
    await appendTo(store, aSessionId(number), () => [aSetup(), aBallot(1)]);
  }
  const asked: unknown[] = [];
  const chainOf = (record: RecordRef) => {
    const { electionId } = record;
    asked.push(electionId);
    const check = () => checkChain(store.sessions, record);
    return electionId === id ? first(check) : check();
  };
  return { checks: sessionChecks(store, chainOf, waits), asked };
}

test('a session that cannot be checked holds none of the others up, is counted, and is tried again', async () => {
  let isFull = true;
  const { checks, asked } = await withThreads(async (check) => {
    if (isFull) throw new Overloaded(5);
    return check();
  });
  await expect(checks.others()).rejects.toThrow(Overloaded);
  await expect(checks.settled(id)).rejects.toThrow(Overloaded);
  expect([asked, checks.unchecked()]).toEqual([[id, another, id], 1]);
  isFull = false;
  await checks.others();
  expect([asked, checks.unchecked()]).toEqual([[id, another, id, id], 0]);
});

test('whoever waits for a check that has to wait itself is told to come again, and the check goes on', async () => {
  const queue = Promise.withResolvers<void>();
  const { checks, asked } = await withThreads(async (check) => {
    await queue.promise;
    return check();
  }, 20);
  const all = checks.others();
  await expect(checks.settled(id)).rejects.toThrow(Overloaded);
  await checks.settled(another);
  queue.resolve();
  await all;
  await checks.settled(id);
  expect([asked, checks.unchecked()]).toEqual([expect.arrayContaining([id, another]), 0]);
  expect(asked.length).toBe(2);
});

afterEach(() => {
  vi.useRealTimers();
});

test('a service at work tries until every session is checked, less and less often, and its log tells', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const told: unknown[] = [];
  const log = {
    info: (_entry: object, message: string) => told.push(message),
    error: (entry: object) => told.push(entry),
  };
  let failures = 3;
  const checks = {
    others: async () => {
      if (failures-- > 0) throw new Overloaded(5);
    },
    unchecked: () => failures + 1,
    stop: () => {},
  };
  checkRounds(checks, log, { first: 10, longest: 20 }).begin();
  const failed = (unchecked: number) => ({ name: 'Overloaded', unchecked });
  await vi.advanceTimersByTimeAsync(9);
  expect(told).toEqual([failed(3)]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([failed(3), failed(2)]);
  await vi.advanceTimersByTimeAsync(20);
  expect(told).toEqual([failed(3), failed(2), failed(1)]);
  await vi.advanceTimersByTimeAsync(20);
  expect(told).toEqual([failed(3), failed(2), failed(1), 'every session is checked now']);
  failures = 1;
  const stopped = checkRounds(checks, log, { first: 10, longest: 20 });
  stopped.begin();
  await vi.advanceTimersByTimeAsync(1);
  stopped.stop();
  await vi.advanceTimersByTimeAsync(100);
  expect([told.length, failures]).toEqual([5, 0]);
});
