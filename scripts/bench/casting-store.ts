import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accept } from '../../src/domain/ruling.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { utf8Bytes } from '../../src/protocol/encoding/utf8.ts';
import { ballotEvent } from '../../src/protocol/record/record-events.ts';
import { appendPart } from '../../src/server/record/append-part.ts';
import { linkKeysIn } from '../../src/server/store/link-keys.ts';
import { postgresStore } from '../../src/server/store/postgres.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import { sqliteStore } from '../../src/server/store/sqlite.ts';
import type { Store } from '../../src/server/store/store.ts';
import {
  aCredential,
  appendTo,
  aSessionId,
  aSetup,
  aStoredPaper,
  aStoredSession,
  withPapers,
} from '../../test/support/build/stored-sessions.ts';
import { startPostgres } from '../../test/support/service/postgres-server.ts';
import { atLeast, type Row, told } from './row.ts';

/** Bytes of a ballot with twenty subjects, and of its hint. */
const [ballotBytes, hintBytes] = [30_000, 4000];
/** Ballots that wait in each session at one moment. */
const waiting = 4;
const sessions = 8;
const ballots = 2000;

/**
 * Casts a second by the store alone, ballots taken as checked: on PostgreSQL with `fsync` on, and on SQLite beside it.
 * Each ballot is one step of its session; over eight sessions, in one alone, and in one from its tenth ballot to its five
 * thousandth.
 */
export async function castingByStore(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casting-store-'));
  const server = await startPostgres({ durable: true, settings: { shared_buffers: '128MB' } });
  try {
    const keys = linkKeysIn(join(folder, 'keys'));
    const postgres = await postgresStore(server.url('postgres'), keys);
    const rows = await ratesOf('PostgreSQL', postgres, 700);
    await postgres.close();
    const sqlite = sqliteStore(folder);
    rows.push(...(await ratesOf('SQLite', sqlite, null)));
    await sqlite.close();
    return rows;
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function ratesOf(name: string, store: Store, wanted: number | null): Promise<Row[]> {
  const many = Array.from({ length: sessions }, (_, at) => aSessionId(at + 1));
  const each = ballots / sessions;
  for (const id of many) await openBox(store, id, each);
  const over = await rate(store, many, 0, each);
  const what = `${name}: casts a second over ${sessions} sessions`;
  const rows = [wanted === null ? told(what, over, '/s') : atLeast(wanted, what, over, '/s')];
  const long = aSessionId(99);
  await openBox(store, long, 5000);
  for (const [from, to] of [
    [10, 510],
    [510, 2500],
    [2500, 4500],
    [4500, 5000],
  ] as const) {
    rows.push(told(`${name}: in one session, ballots ${from} to ${to}`, await rate(store, [long], from, to), '/s'));
  }
  return rows;
}

async function openBox(store: Store, id: SessionId, papers: number): Promise<void> {
  await store.sessions.create({ ...aStoredSession(1, { state: 'open' }, papers), id });
  const all = Array.from({ length: papers }, (_, at) => aStoredPaper(id, at, { channel: 'phone' }));
  await appendTo(
    store,
    id,
    () => [aSetup()],
    (state) => withPapers(state, ...all),
  );
}

/** Casts these papers of each session, as many at once as wait, and says how many a second that were. */
async function rate(store: Store, ids: readonly SessionId[], from: number, to: number): Promise<number> {
  const before = await Promise.all(ids.map((id) => store.sessions.recordState(ownRecord(id))));
  const start = performance.now();
  const lanes = ids.flatMap((id) =>
    Array.from({ length: waiting }, async (_, lane) => {
      for (let paper = from + lane; paper < to; paper += waiting) await cast(store, id, paper);
    }),
  );
  await Promise.all(lanes);
  const seconds = (performance.now() - start) / 1000;
  const after = await Promise.all(ids.map((id) => store.sessions.recordState(ownRecord(id))));
  const appended = after.map((state, at) => (state?.nextHeight ?? 0) - (before[at]?.nextHeight ?? 0));
  if (appended.some((count) => count !== to - from)) throw new Error('a ballot is missing');
  return (ids.length * (to - from)) / seconds;
}

const filling = 'x'.repeat(ballotBytes);
const hint = new Uint8Array(hintBytes);
const clock = () => new Date();

async function cast({ sessions }: Store, id: SessionId, paper: number): Promise<void> {
  const ballot = utf8Bytes(`{"paper":${paper},"filling":"${filling}"}`);
  const payload = sha256Hex(ballot);
  const credential = aCredential(paper);
  const asked = { papers: [credential], record: { electionId: id, payload } };
  const step = await sessions.update(id, asked, (state, { record }) => {
    const known = state.papers.get(credential);
    if (known === undefined || record.holdsPayload) throw new Error('a ballot that was cast before');
    const { part } = appendPart(id, record.end, ballotEvent(ballot), clock);
    const voted = { ...known, votedBy: 'phone', recastKeyHash: payload } as const;
    return accept({
      after: withPapers(state, voted),
      append: [part],
      hints: [{ electionId: id, ballot: payload, hint }],
    });
  });
  if (!step.ok) throw new Error(step.refusal);
}
