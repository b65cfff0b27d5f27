import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
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

/** The sealed rows in any database file of a haul, with its log as it was. */
function sealedRows(haul: Haul): readonly SealedLink[] {
  const folder = newFolder();
  return [...haul.keys()]
    .filter((name) => name.endsWith('phieu.sqlite'))
    .flatMap((name, at) => {
      const path = join(folder, `${at}.sqlite`);
      for (const end of ['', '-wal']) {
        const bytes = haul.get(`${name}${end}`);
        if (bytes !== undefined) writeFileSync(`${path}${end}`, bytes);
      }
      const file = new Sqlite(path);
      const rows = file
        .prepare('SELECT voter_hash AS voterHash, credential_hash AS credentialHash, sealed FROM sealed_phone_link')
        .all();
      file.close();
      return rows as SealedLink[];
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

/** What one service does with a session, and what is stolen of it before closing and is there afterwards. */
async function aVoteWithThieves() {
  const folder = newFolder();
  const copies = newFolder();
  const secret = Buffer.alloc(32, 0x5e);
  writeFileSync(join(folder, 'token.secret'), secret);
  const hauls = new Map<string, Haul>();
  const steal = async (when: string) => {
    const backup = join(copies, `backup ${when}`);
    expect(await makeBackup(folder, backup, new Date())).toMatchObject({ ok: true });
    const copy = join(copies, `copy ${when}`);
    mkdirSync(copy);
    for (const name of ['phieu.sqlite', 'phieu.sqlite-wal', 'token.secret']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
    hauls.set(
      when,
      new Map([...filesIn(copy), ...[...filesIn(backup)].map(([name, bytes]) => [`backup/${name}`, bytes] as const)]),
    );
  };

  const store = keep(sqliteStore(folder));
  const sheets = Array.from({ length: 4 }, (_, at) => aStoredPaper(id, `sheet ${at}`));
  await store.sessions.create(aStoredSession(1, { state: 'issued' }, voters.length));
  await store.sessions.update(id, withAllPapers, (state) => accept({ after: withPapers(state, ...sheets) }));
  for (const voter of voters) await register(store, voter, voter === voters[2] ? voided : credentialOf(voter));
  await steal('before voiding');
  const third = voters[2] as VoterId;
  await store.sessions.update(id, withAllPapers, (state) => {
    const decided = decideVoidPhonePaper(state, third);
    return decided.ok ? accept({ after: decided.value }) : decided;
  });
  await register(store, third, credentialOf(third));
  await steal('before opening');
  const logBeforeOpening = hauls.get('before opening')?.get('phieu.sqlite-wal');
  expect(logBeforeOpening?.length).toBeGreaterThan(0);
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
  await steal('before closing');
  const key = store.linkKeys.find(id);
  if (key === undefined) throw new Error('no key');
  await store.sessions.update(id, withAllPapers, (state) =>
    accept({ after: { session: { ...state.session, state: 'closed' }, ...withoutTraces(state) } }),
  );
  const left = filesIn(folder);
  const keysLeft = readdirSync(join(folder, linkKeysName));
  await steal('after closing');
  return { store, key, hauls, left, keysLeft, sheets };
}

function namedFiles(hauls: ReadonlyMap<string, Haul>, when: string): Haul {
  return new Map([...(hauls.get(when) ?? [])].map(([name, bytes]) => [`${when}/${name}`, bytes]));
}

test('a backup, a copy with its log and the secret from before closing name no link afterwards, with all that is left', async () => {
  const { key, hauls, left, keysLeft, sheets } = await aVoteWithThieves();
  const all: Haul = new Map([...[...hauls.keys()].flatMap((when) => [...namedFiles(hauls, when)]), ...left]);
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
