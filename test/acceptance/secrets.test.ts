import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { operations } from '../../src/contract/operations.ts';
import { isCredential } from '../../src/protocol/ballot/credential.ts';
import { sha256Base64, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { holdDemoVote } from '../support/service/demo-vote.ts';
import { launcher, type ServerProcess, serverProcess } from '../support/service/server-process.ts';

/** Everything secret that a whole vote brought forth, by what it is. */
const secrets = {
  credential: new Set<string>(),
  seed: new Set<string>(),
  password: new Set<string>(),
  token: new Set<string>(),
  recastKey: new Set<string>(),
  readKey: new Set<string>(),
  /** Of ballots, a piece that no other text has, and every name they go by. */
  ballot: new Set<string>(),
  share: new Set<string>(),
};
type Kind = keyof typeof secrets;

/** Those that belong to people alone: the server must not even keep them. */
const neverKept: readonly Kind[] = ['credential', 'seed', 'password', 'token', 'recastKey'];

let server: ServerProcess;
let folder: string;
/** The office's own: its papers hold credentials, that is what papers are for. */
let papersFolder: string;
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'token.secret')
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))] as const);

const realFetch = globalThis.fetch;

/** Lets every request through and writes down what of it is secret. */
async function listeningFetch(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const note = (kind: Kind, value: unknown) => {
    if (typeof value === 'string' && value !== '') secrets[kind].add(value);
  };
  note('readKey', headers.get('x-read-key'));
  note('token', headers.get('authorization')?.replace('Bearer ', ''));
  if (typeof init.body === 'string') {
    const body = JSON.parse(init.body);
    note('password', body.password);
    note('token', body.token);
    note('recastKey', body.recastKey);
    note('share', body.partialDecryption?.slice(40, 120));
    if (typeof body.ballot === 'string') noteBallot(body.ballot);
  }
  return realFetch(address, init);
}

function noteBallot(text: string): void {
  const { credential } = JSON.parse(text);
  const middle = text.slice(text.length / 2, text.length / 2 + 80);
  for (const trace of [middle, sha256Hex(text), sha256Base64(text), credential]) secrets.ballot.add(trace);
}

/** Takes a step of the vote and looks through what came of it for what only people may have. */
async function take<Value>({ run }: { readonly run: () => Promise<Value> }): Promise<Value> {
  const value = await run();
  lookThrough(value, '');
  return value;
}

function lookThrough(value: unknown, name: string): void {
  if (typeof value === 'string') {
    if (isCredential(value)) secrets.credential.add(value);
    if (name === 'seed') secrets.seed.add(value);
  } else if (value instanceof Map) {
    for (const [key, one] of value) lookThrough(one, String(key));
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, one] of Object.entries(value)) lookThrough(one, key);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phieu-secrets-'));
  papersFolder = mkdtempSync(join(tmpdir(), 'phieu-papers-'));
  const hurried = { PHIEU_COUNTDOWN_SECONDS: '1', PHIEU_RECAST_PAUSE_SECONDS: '1' };
  // As it is built, with its programs that run apart: this vote imports, casts, prints and counts.
  server = await serverProcess(folder, { LOG_LEVEL: 'debug', ...hurried }, launcher);
  const setupToken = () => /\/setup#(\S+)/.exec(server.said.join('\n'))?.[1];
  await vi.waitFor(() => expect(setupToken()).toBeDefined());
  secrets.token.add(setupToken() ?? '');
  vi.stubGlobal('fetch', listeningFetch);
  await holdDemoVote(server, { setupToken, folder: papersFolder, take });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.end('SIGTERM');
  for (const each of [folder, papersFolder]) rmSync(each, { recursive: true });
});

test('the vote brought forth secrets of every kind, or nothing below means anything', () => {
  const found = Object.entries(secrets).map(([kind, values]) => [kind, values.size] as const);
  const least = { credential: 14, seed: 3, password: 10, token: 10, recastKey: 8, readKey: 1, ballot: 40, share: 3 };
  for (const [kind, count] of found) expect(count, kind).toBeGreaterThanOrEqual(least[kind as Kind]);
});

test('no credential, key, password, token, seed, share or ballot is in the log, at its most talkative', () => {
  const log = server.log.join('\n');
  expect(log).toContain('"operation":"openSession"');
  for (const [kind, values] of Object.entries(secrets)) {
    for (const value of values) expect(log.includes(value), kind).toBe(false);
  }
});

test('a line of the log tells operation, status and duration of one request, and of voters’ requests there is none', () => {
  const quiet = new Set(operations.filter((one) => one.quiet).map(({ id }) => id));
  const votersOwn = operations.filter(({ access }) => access.includes('voter') || access.includes('read-key'));
  expect(votersOwn.filter(({ id }) => !quiet.has(id))).toEqual([]);
  const lines = server.log.map((line) => JSON.parse(line));
  const requests = lines.filter(({ msg }) => !String(msg).startsWith('Server listening'));
  expect(requests.length).toBeGreaterThan(50);
  for (const line of requests) {
    const { level, time, reqId, operation, status, milliseconds, ...more } = line;
    expect(more, JSON.stringify(line)).toEqual({});
    expect(quiet).not.toContain(operation);
    expect(typeof operation).toBe('string');
    const kinds = [level, time, status, milliseconds].map((value) => typeof value);
    expect([...kinds, typeof (reqId ?? '')]).toEqual(['number', 'number', 'number', 'number', 'string']);
  }
});

test('the data folder holds nobody’s credential, seed, password, token or recast key', async () => {
  const search = () => {
    for (const [name, content] of files()) {
      for (const kind of neverKept) {
        for (const value of secrets[kind]) expect(content.includes(value), `${kind} in ${name}`).toBe(false);
      }
    }
  };
  expect(files().some(([, content]) => [...secrets.readKey].some((key) => content.includes(key)))).toBe(true);
  search();
  await server.end('SIGTERM');
  search();
});
