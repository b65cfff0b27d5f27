import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import { decideRegisterPhonePaper } from '../../../src/domain/session/papers.ts';
import { type Session, type VoterId, voterId } from '../../../src/domain/session/session.ts';
import { ownRecord } from '../../../src/server/store/record-ref.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { aPersonId } from '../../support/build/ids.ts';
import {
  aBallot,
  aCredential,
  appendTo,
  aSessionId,
  aSetup,
  aStoredPaper,
  aStoredSession,
  partsOf,
  withPapers,
} from '../../support/build/stored-sessions.ts';
import { checkedAll } from '../../support/service/checked-sessions.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const id = aSessionId(1);

test('a process that is killed in the middle of casting loses no ballot that was acknowledged', async () => {
  const folder = newFolder();
  const before = sqliteStore(folder);
  await before.sessions.create(aStoredSession(1, { state: 'open' }));
  await appendTo(before, id, () => [aSetup()]);
  await before.close();

  const program = fileURLToPath(new URL('../../support/service/casting-process.ts', import.meta.url));
  const casting = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  for await (const line of createInterface({ input: casting.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 100) casting.kill('SIGKILL');
  }
  if (casting.exitCode === null && casting.signalCode === null) await once(casting, 'exit');
  expect(casting.signalCode).toBe('SIGKILL');
  expect(acknowledged).toBeGreaterThanOrEqual(100);

  const store = keep(sqliteStore(folder));
  const all = Array.from({ length: acknowledged + 1 }, (_, at) => partsOfBallot(at + 1));
  const payloads = await store.sessions.payloads(ownRecord(id), 'Ballot');
  // One more may have been written without the answer getting out.
  expect([acknowledged, acknowledged + 1]).toContain(payloads.length);
  expect(payloads).toEqual(all.slice(0, payloads.length));
  expect((await store.sessions.findWithPapers(id))?.papers.size).toBe(payloads.length);
  expect(await checkedAll(store)).toEqual([]);
});

function partsOfBallot(number: number): string {
  const [part] = partsOf(id, { timestamp: 1, nextHeight: 1, lastType: 'Setup', head: aCredential(0) }, [
    aBallot(number, 20_000),
  ]);
  return part?.payload ?? '';
}

test('a step is there whole or not at all for another process that opens the file', async () => {
  const folder = newFolder();
  const [one, other] = [keep(sqliteStore(folder)), keep(sqliteStore(folder))];
  await one.sessions.create(aStoredSession(1));
  for (const [number, store] of [one, other, other, one].entries()) {
    await store.sessions.update(id, withAllPapers, (state) => {
      expect(state.papers.size).toBe(number);
      const session = { ...state.session, listVersion: number + 2 };
      return accept({ after: { ...withPapers(state, aStoredPaper(id, number)), session } });
    });
    expect(await one.sessions.findWithPapers(id)).toEqual(await other.sessions.findWithPapers(id));
  }
});

/** A session in which people 1 to 40 register a phone paper each, in the order given. */
async function phonePapers(folder: string, order: readonly number[]): Promise<Store> {
  const store = keep(sqliteStore(folder));
  await store.sessions.create(aStoredSession(1, { state: 'issued' }, 40));
  for (const number of order) {
    await store.sessions.update(id, withAllPapers, (state) => {
      const decision = decideRegisterPhonePaper(state, voter(number), aCredential(number));
      return decision.ok ? accept({ after: decision.value }) : decision;
    });
  }
  return store;
}

function voter(number: number): VoterId {
  return voterId.parse(aPersonId(number));
}

async function change(store: Store, state: Session['state'], keepLinks: boolean): Promise<void> {
  await store.sessions.update(id, withAllPapers, (before) =>
    accept({
      after: {
        ...before,
        session: { ...before.session, state },
        phoneLinks: keepLinks ? before.phoneLinks : new Map(),
      },
    }),
  );
}

const upwards = Array.from({ length: 40 }, (_, at) => at + 1);
const shuffled = upwards.toSorted((a, b) => (aCredential(`order ${a}`) < aCredential(`order ${b}`) ? -1 : 1));

/** Every row of every table but the sealed links, in the order in which SQLite finds them. */
function dump(folder: string): unknown {
  const file = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  const rows = tables
    .filter((name) => name !== '__drizzle_migrations' && name !== 'sealed_phone_link')
    .map((name) => [name, file.prepare(`SELECT * FROM "${name}"`).all()]);
  file.close();
  return rows;
}

test('nothing in the tables tells in which order papers were registered', async () => {
  const [one, other] = [newFolder(), newFolder()];
  const stores = [await phonePapers(one, upwards), await phonePapers(other, shuffled)];
  expect(JSON.stringify(dump(one))).not.toContain(aCredential(7));
  expect(dump(other)).toEqual(dump(one));
  for (const store of stores) await change(store, 'open', true);
  expect(JSON.stringify(dump(one))).toContain(aCredential(7));
  expect(dump(other)).toEqual(dump(one));
  const orders = await Promise.all(stores.map(async (store) => await store.sessions.findWithPapers(id)));
  const [first, second] = orders.map((state) => [[...(state?.papers.keys() ?? [])], [...(state?.phoneLinks ?? [])]]);
  expect(second).toEqual(first);
});

function bytesOf(folder: string): string {
  return ['phieu.sqlite', 'phieu.sqlite-wal']
    .map((name) => join(folder, name))
    .map((path) => (existsSync(path) ? readFileSync(path).toString('latin1') : ''))
    .join('\n');
}

/** The credentials in the order in which they lie in the files, the closed session's and any other copy. */
function credentialsIn(folder: string): readonly number[] {
  const bytes = bytesOf(folder);
  const places = upwards.flatMap((number) =>
    [...bytes.matchAll(new RegExp(aCredential(number), 'g'))].map(({ index }) => ({ number, index })),
  );
  return places.sort((a, b) => a.index - b.index).map(({ number }) => number);
}

test('nothing in the bytes of the files tells in which order papers were registered, once the session is closed', async () => {
  const found: (readonly number[])[] = [];
  for (const order of [upwards, shuffled]) {
    const folder = newFolder();
    const store = await phonePapers(folder, order);
    await change(store, 'closed', false);
    found.push(credentialsIn(folder));
  }
  expect(found[0]).toHaveLength(40);
  expect(found[1]).toEqual(found[0]);
});

/** What is sealed of the links, as it lies in the file. */
function sealedIn(folder: string): readonly string[] {
  const file = new Sqlite(join(folder, 'phieu.sqlite'), { readonly: true });
  const found = file.prepare('SELECT sealed FROM sealed_phone_link').pluck().all() as string[];
  file.close();
  return found;
}

test('after closing no byte of the database or its log is left of the sealed links', async () => {
  const folder = newFolder();
  const store = await phonePapers(folder, upwards);
  const sealed = sealedIn(folder);
  expect(sealed).toHaveLength(40);
  for (const text of sealed) expect(bytesOf(folder)).toContain(text);
  await change(store, 'open', true);
  expect(bytesOf(folder)).toContain(sealed[0]);
  await change(store, 'closed', false);
  expect(bytesOf(folder)).toContain(aCredential(7));
  for (const text of sealed) expect(bytesOf(folder)).not.toContain(text);
});

test('links that a killed process had erased are out of the log when the service starts again', async () => {
  const folder = newFolder();
  const store = await phonePapers(folder, upwards);
  const reader = new Sqlite(join(folder, 'phieu.sqlite'));
  // Somebody who reads keeps the log from being emptied, as a backup may.
  reader.exec('BEGIN');
  const [link] = sealedIn(folder);
  reader.prepare('SELECT * FROM sealed_phone_link').all();
  await change(store, 'closed', false);
  expect(bytesOf(folder)).toContain(link);
  reader.exec('COMMIT');
  const again = keep(sqliteStore(folder));
  expect(bytesOf(folder)).not.toContain(link);
  expect((await again.sessions.findWithPapers(id))?.phoneLinks.size).toBe(0);
  reader.close();
});

test('while a worker writes much, others read, and a step waits for it without holding up the thread', async () => {
  const folder = newFolder();
  const store = keep(sqliteStore(folder));
  await store.sessions.create(aStoredSession(1, { state: 'open' }));
  const worker = new Sqlite(join(folder, 'phieu.sqlite'));
  worker.exec('BEGIN IMMEDIATE');
  let isDone = false;
  const creating = store.sessions.create(aStoredSession(2, { state: 'open' })).then(() => {
    isDone = true;
  });
  // SQLite asleep on this thread would let neither the timer nor the reading come before the step gives up.
  await new Promise((resume) => setTimeout(resume, 50));
  expect(await store.sessions.find(id)).toMatchObject({ state: 'open' });
  expect(isDone).toBe(false);
  worker.exec('COMMIT');
  await creating;
  expect(await store.sessions.all()).toHaveLength(2);
  worker.close();
});
