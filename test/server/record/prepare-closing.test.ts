import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import { ballotEvent } from '../../../src/protocol/record/record-events.ts';
import { verifyRecord } from '../../../src/protocol/verify/verify-record.ts';
import type { Deps } from '../../../src/server/deps.ts';
import { appendParts, joinParts } from '../../../src/server/record/append-part.ts';
import { prepareClosing } from '../../../src/server/record/prepare-closing.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { sessionLocks } from '../../../src/server/store/session-locks.ts';
import type { RecordPart } from '../../../src/server/store/session-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { aVoteService, castAll, opened, sealed, type VoteService } from '../../support/service/vote-service.ts';

const voters = 40;
let made: VoteService;

/** A box of several pieces: every paper once, then some of them again, and one a third time. */
beforeAll(async () => {
  made = await aVoteService({ voters, sheets: voters, phones: 0 });
  const election = await opened(made);
  const { sheets, state: vote } = made.vote;
  const cast = [
    ...sheets.map((paper, at) => sealed(made, election, paper, [at % 3, 0])),
    ...sheets.slice(5, 35).map((paper) => sealed(made, election, paper, [2, undefined])),
    sealed(made, election, sheets[7], [1, 1]),
  ];
  const { clock, store } = made.service.deps;
  const { id } = vote.session;
  await store.sessions.update(id, { record: { electionId: id } }, (state, { record }) =>
    accept({ after: state, append: appendParts(id, record.end, cast.map(utf8Bytes).map(ballotEvent), clock) }),
  );
});
afterAll(() => made.service.app.close());

test('the tally of a long box is of the last ballot of each paper, whichever piece it stands in', async () => {
  const { clock, store } = made.service.deps;
  const { id } = made.vote.state.session;
  const prepared = await prepareClosing(made.service.deps, id);
  expect(prepared.tally.counted).toBe(voters);
  const parts = await store.sessions.record(ownRecord(id));
  const closing = appendParts(id, await store.sessions.recordState(ownRecord(id)), prepared.events, clock);
  const report = await verifyRecord(joinParts([...parts, ...closing]), { group: wasmGroup, uuid: id });
  expect(report).toMatchObject({ ok: true, stage: 'tallied', numbers: { ballots: 71, counted: voters } });
});

/** The service reads its own record with one part of it changed. */
function reading(change: (part: RecordPart) => RecordPart): Deps {
  const { deps } = made.service;
  const sessions: typeof deps.store.sessions = {
    ...deps.store.sessions,
    record: async (...asked) => (await deps.store.sessions.record(...asked)).map(change),
  };
  return { ...deps, store: { ...deps.store, sessions, locks: sessionLocks() } };
}

const changed = (bytes: Uint8Array, from: string, to: string) =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));

test('a record that was altered is not tallied, wherever it is', async () => {
  const { id } = made.vote.state.session;
  for (const height of [0, 1, 39, 40, 71]) {
    const messageOf = (change: (part: RecordPart) => Partial<RecordPart>) => {
      const deps = reading((part) => (part.height === height ? { ...part, ...change(part) } : part));
      const prepared = prepareClosing(deps, id);
      return prepared.then(() => 'tallied', String);
    };
    const inside = height === 0 ? '"questions"' : '"signature"';
    const bent = (from: string) => messageOf(({ bytes }) => ({ bytes: changed(bytes, from, from.toUpperCase()) }));
    expect(await bent(inside)).toContain('refused');
    expect(await bent('"height"')).toContain('refused');
  }
});

test('which ballots count is read in the ballots: a name beside them that was altered changes nothing', async () => {
  const { deps } = made.service;
  const { id } = made.vote.state.session;
  const parts = await deps.store.sessions.record(ownRecord(id));
  const { tally } = await prepareClosing(deps, id);
  const superseded = parts[6]?.payload ?? null;
  const elsewhere = reading((part) => (part.height === 2 ? { ...part, payload: superseded } : part));
  expect((await prepareClosing(elsewhere, id)).tally).toEqual(tally);
});

test('a box whose record was altered is not closed, and its session is locked', async () => {
  const folder = newFolder();
  const own = await aVoteService({ voters: 4, sheets: 4, phones: 0 }, { store: keep(sqliteStore(folder)) });
  const file = new Sqlite(join(folder, 'phieu.sqlite'));
  onTestFinished(async () => {
    file.close();
    await own.service.app.close();
  });
  await castAll(own, await opened(own), [
    [0, 1],
    [1, 0],
    [2, 0],
  ]);
  await own.change({ phoneVotingEndsAt: own.service.deps.clock().toISOString() });
  await own.post('announcement', own.teller(1), { issued: 4, collected: 3, sheets: 0 });
  file.exec('UPDATE record_event SET bytes = (SELECT bytes FROM record_event WHERE height = 1) WHERE height = 2');
  expect(await own.post('close', own.chair)).toMatchObject({ status: 409, body: { code: 'record-altered' } });
  expect((await own.get('turnout', own.chair)).body.code).toBe('record-altered');
  expect(own.service.deps.store.locks.list().map(({ sessionId }) => sessionId)).toEqual([own.vote.state.session.id]);
});

test('a record with events exchanged, or with one of them missing, is not tallied', async () => {
  const { deps } = made.service;
  const { id } = made.vote.state.session;
  const parts = await deps.store.sessions.record(ownRecord(id));
  const messageOf = (order: readonly (RecordPart | undefined)[]) => {
    const shown = order.flatMap((part, height) => (part === undefined ? [] : [{ ...part, height }]));
    const sessions: typeof deps.store.sessions = {
      ...deps.store.sessions,
      record: async (_, from = 0, limit = shown.length) => shown.slice(from, from + limit),
    };
    const prepared = prepareClosing({ ...deps, store: { ...deps.store, sessions, locks: sessionLocks() } }, id);
    return prepared.then(() => 'tallied', String);
  };
  expect(await messageOf(parts)).toBe('tallied');
  // Within a piece, and on the border of two of them.
  for (const at of [3, 38, 39, 40, 70]) {
    const exchanged = parts.with(at, parts[at + 1] as RecordPart).with(at + 1, parts[at] as RecordPart);
    expect(await messageOf(exchanged)).toContain('refused');
    expect(await messageOf(parts.toSpliced(at, 1))).not.toBe('tallied');
  }
  expect(await messageOf(parts.slice(0, -1))).not.toBe('tallied');
});
