import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { accept } from '../../../src/domain/ruling.ts';
import { decideRegisterPhonePaper, decideVoidPhonePaper, withoutTraces } from '../../../src/domain/session/papers.ts';
import type { VoterId } from '../../../src/domain/session/session.ts';
import { readConfig } from '../../../src/server/config.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { linkKeysName } from '../../../src/server/store/link-keys.ts';
import { linkSealer, type SealedLink } from '../../../src/server/store/sealed-links.ts';
import { AlteredSession } from '../../../src/server/store/session-locks.ts';
import { papersDigest } from '../../../src/server/store/session-seal.ts';
import { withAllPapers } from '../../../src/server/store/session-store.ts';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { makeBackup } from '../../../src/server/workers/office/make-backup.ts';
import { aPersonId } from '../../support/build/ids.ts';
import {
  aCredential,
  appendTo,
  aSessionId,
  aSetup,
  aStoredPaper,
  aStoredSession,
  withPapers,
} from '../../support/build/stored-sessions.ts';
import {
  inPostgres,
  newPostgresDatabase,
  openPostgresStore,
  sharedPostgres,
} from '../../support/service/new-postgres-store.ts';
import { keep, newFolder } from '../../support/service/stores.ts';

const id = aSessionId(1);
const voters = Array.from({ length: 8 }, (_, at) => aPersonId(at + 1) as string as VoterId);
const credentialOf = (voter: VoterId) => aCredential(`phone of ${voter}`);
const credentials = voters.map(credentialOf);
/** What voter 3 had before the office made it void. */
const voided = aCredential('the first phone of voter 3');

/** Files by name: what a thief has. */
type Haul = ReadonlyMap<string, Buffer>;

/** Every file below a folder, but the keys. */
function filesIn(folder: string): Haul {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile() && !name.startsWith(linkKeysName));
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

/** Everything in which these bytes could be written. */
function encodingsOf(bytes: Uint8Array): readonly Buffer[] {
  const raw = Buffer.from(bytes);
  const texts = [
    raw.toString('hex'),
    raw.toString('hex').toUpperCase(),
    raw.toString('base64'),
    raw.toString('base64url'),
  ];
  return [raw, ...texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')])];
}

/** A credential as text, as the point's bytes, and as text of its text. */
const credentialBytes = (credential: string) => [
  ...encodingsOf(Buffer.from(credential)),
  ...encodingsOf(Buffer.from(credential, 'hex')),
];
const voterBytes = (voter: string) => [
  ...encodingsOf(Buffer.from(voter)),
  ...encodingsOf(Buffer.from(voter.replaceAll('-', ''), 'hex')),
];

function holds(haul: Haul, wanted: readonly Buffer[]): boolean {
  return [...haul.values()].some((bytes) => wanted.some((one) => bytes.includes(one)));
}

function placesOf(bytes: Buffer, wanted: readonly Buffer[]): readonly number[] {
  const found: number[] = [];
  for (const one of wanted) {
    for (let at = bytes.indexOf(one); at >= 0; at = bytes.indexOf(one, at + 1)) found.push(at);
  }
  return found;
}

/** Pairs of a voter and a credential that lie within a row's length of each other anywhere. */
function besideEachOther(haul: Haul): readonly string[] {
  const near = 300;
  return [...haul].flatMap(([name, bytes]) => {
    const ofVoters = voters.map((voter) => placesOf(bytes, voterBytes(voter)));
    const ofCredentials = credentials.map((credential) => placesOf(bytes, credentialBytes(credential)));
    return ofVoters.flatMap((mine, voter) =>
      ofCredentials.flatMap((theirs, credential) =>
        mine.some((at) => theirs.some((other) => Math.abs(at - other) < near))
          ? [`${name}: ${voter} ${credential}`]
          : [],
      ),
    );
  });
}

/** The sealed rows in every copy of a database, with its log as it was, and in every dump. */
function sealedRows(haul: Haul): readonly SealedLink[] {
  return [...haul].flatMap(([name, bytes]) => {
    if (name.endsWith('dump.sql')) return rowsOfDump(bytes.toString());
    return name.endsWith('phieu.sqlite') ? rowsOfCopy(bytes, haul.get(`${name}-wal`)) : [];
  });
}

function rowsOfCopy(bytes: Buffer, log: Buffer | undefined): readonly SealedLink[] {
  const path = join(newFolder(), 'copy.sqlite');
  writeFileSync(path, bytes);
  if (log !== undefined) writeFileSync(`${path}-wal`, log);
  const file = new Sqlite(path);
  const columns = 'voter_hash AS voterHash, credential_hash AS credentialHash, sealed';
  const rows = file.prepare(`SELECT ${columns} FROM sealed_phone_link`).all();
  file.close();
  return rows as SealedLink[];
}

function rowsOfDump(text: string): readonly SealedLink[] {
  const [, copied = ''] = /COPY public\.sealed_phone_link \(session_id, voter_hash, .*;\n([^\\]*)\\\./.exec(text) ?? [];
  return copied
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, voterHash = '', credentialHash = '', sealed = ''] = line.split('\t');
      return { voterHash, credentialHash, sealed };
    });
}

/** What opens with this key. */
function openedBy(rows: readonly SealedLink[], key: Uint8Array): readonly (readonly [VoterId, string])[] {
  const sealer = linkSealer(id, key);
  return rows.flatMap((row) => {
    try {
      return [sealer.open(row)];
    } catch (error) {
      if (!(error instanceof AlteredSession)) throw error;
      return [];
    }
  });
}

/** Everything of a key's length in the small files of a haul. */
function keysAtHand(haul: Haul): readonly Uint8Array[] {
  const small = new Map(
    [...haul.values()].filter(({ length }) => length <= 1024).map((bytes) => [bytes.toString('hex'), bytes]),
  );
  return [...small.values()].flatMap((bytes) =>
    Array.from({ length: Math.max(0, bytes.length - 31) }, (_, at) => new Uint8Array(bytes.subarray(at, at + 32))),
  );
}

async function register(store: Store, voter: VoterId, credential: string): Promise<void> {
  const step = await store.sessions.update(id, withAllPapers, (state) => {
    const decided = decideRegisterPhonePaper(state, voter, credential);
    return decided.ok ? accept({ after: decided.value }) : decided;
  });
  expect(step.ok).toBe(true);
}

/** A store with all that a thief could take of it: copies, dumps, logs and the node's secret, but not the keys. */
interface Premises {
  readonly store: Store;
  steal(): Promise<Haul>;
  /** What a thief finds who comes at the end, the folder of keys too. */
  left(): Promise<Haul>;
}

const secret = Buffer.alloc(32, 0x5e);

async function inAFile(): Promise<Premises> {
  const folder = newFolder();
  writeFileSync(join(folder, 'token.secret'), secret);
  const store = keep(sqliteStore(folder));
  const copied = () => {
    const names = ['phieu.sqlite', 'phieu.sqlite-wal', 'token.secret'].filter((name) => existsSync(join(folder, name)));
    return names.map((name) => [name, readFileSync(join(folder, name))] as const);
  };
  return {
    store,
    steal: async () => {
      const backup = join(newFolder(), 'backup');
      expect(await makeBackup({ folder, databaseUrl: undefined }, backup, new Date())).toMatchObject({ ok: true });
      return new Map([...copied(), ...[...filesIn(backup)].map(([name, bytes]) => [`backup/${name}`, bytes] as const)]);
    },
    left: async () => filesIn(folder),
  };
}

/** A dump, the tables as they lie on the disk, and the write-ahead log since the beginning. */
async function inAServer(): Promise<Premises> {
  const [url, server] = [await newPostgresDatabase(), await sharedPostgres()];
  // What is large would be compressed, and nothing found in it.
  await inPostgres(url, 'ALTER TABLE session ALTER COLUMN body SET STORAGE EXTERNAL; SELECT pg_switch_wal()');
  const log = join(server.folder, 'pg_wal');
  const segments = () =>
    readdirSync(log)
      .filter((name) => /^[0-9A-F]{24}$/.test(name))
      .sort();
  const [begun] = await rowsIn(url, 'SELECT pg_walfile_name(pg_current_wal_insert_lsn()) AS name');
  const first = String(begun?.['name']);
  const store = keep(await openPostgresStore(url));

  const own = "(SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)";
  const steal = async () => {
    // On the disk, and the log written out.
    await inPostgres(url, 'SELECT pg_switch_wal(); CHECKPOINT');
    const dump = execFileSync(join(server.programs, 'pg_dump'), [url], { maxBuffer: 2 ** 28 });
    const toasts = `SELECT reltoastrelid FROM pg_class WHERE oid IN ${own} AND reltoastrelid <> 0`;
    const asked = `SELECT pg_relation_filepath(oid) AS path FROM pg_class WHERE relkind IN ('r', 't') AND (oid IN ${own} OR oid IN (${toasts}))`;
    const paths = (await rowsIn(url, asked)).map(({ path }) => String(path));
    const tables = paths
      .filter((path) => existsSync(join(server.folder, path)))
      .map((path) => [path, readFileSync(join(server.folder, path))] as const);
    const written = segments()
      .filter((name) => name >= first)
      .map((name) => [`pg_wal/${name}`, withoutEmptyEnd(readFileSync(join(log, name)))] as const);
    return new Map([['dump.sql', dump], ['token.secret', secret], ...tables, ...written]);
  };
  return { store, steal, left: steal };
}

/** Of a log's file what was written of it. */
function withoutEmptyEnd(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes.subarray(end - 8192, end).every((byte) => byte === 0)) end -= 8192;
  return bytes.subarray(0, end);
}

async function rowsIn(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** What one service does with a session, and what is stolen of it before closing and is there afterwards. */
async function aVoteWithThieves({ store, steal, left }: Premises) {
  const hauls = new Map<string, Haul>();
  const sheets = Array.from({ length: 4 }, (_, at) => aStoredPaper(id, `sheet ${at}`));
  await store.sessions.create(aStoredSession(1, { state: 'issued' }, voters.length));
  await store.sessions.update(id, withAllPapers, (state) => accept({ after: withPapers(state, ...sheets) }));
  for (const voter of voters) await register(store, voter, voter === voters[2] ? voided : credentialOf(voter));
  hauls.set('before voiding', await steal());
  const third = voters[2] as VoterId;
  await store.sessions.update(id, withAllPapers, (state) => {
    const decided = decideVoidPhonePaper(state, third);
    return decided.ok ? accept({ after: decided.value }) : decided;
  });
  await register(store, third, credentialOf(third));
  hauls.set('before opening', await steal());
  await appendTo(
    store,
    id,
    () => [aSetup()],
    (state) => ({ ...state, session: { ...state.session, state: 'open' } }),
  );
  await store.sessions.update(id, { papers: [credentials[0] ?? ''] }, (state) => {
    const [paper] = [...state.papers.values()];
    return accept({ after: paper === undefined ? state : withPapers(state, { ...paper, votedBy: 'phone' }) });
  });
  hauls.set('before closing', await steal());
  const key = store.linkKeys.find(id);
  if (key === undefined) throw new Error('no key');
  await store.sessions.update(id, withAllPapers, (state) =>
    accept({ after: { session: { ...state.session, state: 'closed' }, ...withoutTraces(state) } }),
  );
  hauls.set('after closing', await left());
  return { key, hauls, keysLeft: store.linkKeys.list(), sheets };
}

function namedFiles(hauls: ReadonlyMap<string, Haul>, when: string): Haul {
  return new Map([...(hauls.get(when) ?? [])].map(([name, bytes]) => [`${when}/${name}`, bytes]));
}

test.each([
  ['a file: a backup, a copy with its log', inAFile],
  ['a server: a dump, its tables and its log', inAServer],
])('in %s and the secret from before closing name no link afterwards, with all that is left', async (_name, open) => {
  const { key, hauls, keysLeft, sheets } = await aVoteWithThieves(await open());
  const named = [...hauls.keys()].flatMap((when) => [...namedFiles(hauls, when)]);
  // What is the same at two moments is looked through once.
  const all: Haul = new Map([...new Map(named.map((file) => [hash('sha1', file[1]), file])).values()]);
  const files = [...(hauls.get('before opening')?.keys() ?? [])];
  expect(files.some((name) => name.endsWith('-wal') || name.startsWith('pg_wal/'))).toBe(true);
  const rows = sealedRows(all);

  // With the key, before closing, every link is there to be read: or this test would find nothing in nothing.
  const links = voters.map((voter) => [voter, credentialOf(voter)]);
  const readable = openedBy(sealedRows(hauls.get('before closing') ?? new Map()), key);
  expect([...new Map(readable)].sort()).toEqual(links.sort());
  expect(voters.every((voter) => holds(all, voterBytes(voter)))).toBe(true);
  expect(credentials.every((credential) => holds(all, credentialBytes(credential)))).toBe(true);

  // Nothing that is left opens one, nor is the key anywhere.
  expect(keysLeft).toEqual([]);
  expect(rows.length).toBeGreaterThan(voters.length);
  expect(keysAtHand(all).flatMap((one) => openedBy(rows.slice(0, 1), one))).toEqual([]);
  expect(holds(all, encodingsOf(key))).toBe(false);
  // Nowhere do a voter and a paper lie beside each other, in whatever way they are written.
  expect(besideEachOther(all)).toEqual([]);
  // Nor does a transaction put them together: before opening no paper that may vote is there at all…
  const before = new Map([...namedFiles(hauls, 'before voiding'), ...namedFiles(hauls, 'before opening')]);
  expect([...credentials].filter((credential) => holds(before, credentialBytes(credential)))).toEqual([]);
  expect(holds(before, credentialBytes(voided))).toBe(true);
  // …and no digest is left to search for the one that came with a tick.
  const tried = [voided, ...credentials].flatMap((credential) =>
    [sheets, [...sheets, aStoredPaper(id, '', { credential: voided, channel: 'phone', fate: 'void' })]].map((others) =>
      papersDigest('issued', [...others, aStoredPaper(id, '', { credential, channel: 'phone' })]),
    ),
  );
  expect(tried.filter((digest) => holds(before, [Buffer.from(digest)]))).toEqual([]);
  expect(holds(before, [Buffer.from(papersDigest('issued', sheets))])).toBe(true);
});

test('a key that a killed service left, or a disk that refused, is destroyed at the next start before anybody is served', async () => {
  const folder = newFolder();
  const store = sqliteStore(folder);
  await store.sessions.create(aStoredSession(1, { state: 'issued' }, voters.length));
  await register(store, voters[0] as VoterId, credentials[0] ?? '');
  const key = readFileSync(join(folder, linkKeysName, `${id}.key`));
  await store.sessions.update(id, withAllPapers, (state) =>
    accept({ after: { session: { ...state.session, state: 'closed' }, ...withoutTraces(state) } }),
  );
  await store.close();
  writeFileSync(join(folder, linkKeysName, `${id}.key`), key);
  writeFileSync(join(folder, 'token.secret'), Buffer.alloc(32, 7));
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, PHIEU_WORKERS: '1' });
  if (!read.ok) throw new Error(read.problem.en);
  const log: string[] = [];
  const started = await serve(read.config, { write: (line) => void log.push(line) });
  if (!started.ok) throw new Error(started.refusal);
  await started.service.stop();
  expect(readdirSync(join(folder, linkKeysName))).toEqual([]);
  expect(log.join('')).toContain('keys of links were left of closed sessions; destroyed now');
});
