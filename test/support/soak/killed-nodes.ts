import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../fuzz/dice.ts';
import { freePort } from '../service/free-port.ts';
import type { PostgresServer } from '../service/postgres-server.ts';
import { type ServerProcess, serverProcess } from '../service/server-process.ts';
import { type KilledService, linkOf } from './killed-service.ts';
import { bytesInPostgres, type StoredBytes } from './stored-bytes.ts';

/** What falls at a kill. */
export type Victim = 'node' | 'postgres';

export interface KilledNodes extends KilledService {
  readonly kills: Readonly<Record<Victim, number>>;
}

interface Node {
  readonly folder: string;
  readonly port: number;
  server: ServerProcess;
  isUp: boolean;
}

/** Statuses of a node that cannot now: another one, or the same later, may be asked. */
const passing = new Set([503, 507]);
/** Milliseconds before somebody who was told "not now" asks again. */
const pause = 50;

interface Options {
  /** Of the nodes' own folders. */
  readonly folder: string;
  readonly postgres: PostgresServer;
  readonly database: string;
  readonly count: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly dice: Dice;
}

/**
 * Several real nodes over one PostgreSQL, as a load balancer shows them: each request goes to any node that is up. In
 * turn a node is killed and PostgreSQL ends as in a power cut; the next one falls only when this one is back.
 */
export async function killedNodes(options: Options): Promise<KilledNodes> {
  const { postgres, database, dice } = options;
  const settings = sharedSettings(options);
  const nodes: Node[] = [];
  // One after another: the last one's link is the one that is valid.
  for (let at = 0; at < options.count; at++) nodes.push(await startNode(join(options.folder, `node-${at}`), settings));
  const [first, last] = [nodes.at(0), nodes.at(-1)];
  if (first === undefined || last === undefined) throw new Error('no nodes');
  const token = await linkOf(last.server.said);
  const kills = { node: 0, postgres: 0 };
  const away: number[] = [];
  const earlier: string[] = [];
  let waiting: { readonly on: (method: string) => boolean; readonly tell: () => void }[] = [];
  let [starts, cutOff, onTheWay] = [1, 0, 0];
  let isStopped = false;
  let victim: Node | 'postgres' | undefined;
  let killedAt = 0;
  let turn = Promise.resolve();
  let endTurn = () => {};
  let fail = (_error: Error) => {};
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const watch = (node: Node) => {
    const { server } = node;
    void server.ended.then(() => {
      if (node.isUp && !isStopped) fail(new Error(`a node ended by itself: ${server.log.slice(-20).join('\n')}`));
    });
  };
  for (const node of nodes) watch(node);

  const tell = (method: string) => {
    const told = waiting.filter(({ on }) => on(method));
    waiting = waiting.filter((one) => !told.includes(one));
    for (const one of told) one.tell();
  };
  const once: typeof fetch = async (input, init) => {
    const up = nodes.filter(({ isUp }) => isUp);
    const to = String(input).replace(first.server.url, dice.pick(up).server.url);
    onTheWay += 1;
    const asked = fetch(to, init);
    tell(init?.method ?? 'GET');
    try {
      const response = await asked;
      // Told to ask again, which only a fall explains.
      if (passing.has(response.status)) cutOff += 1;
      return response;
    } finally {
      onTheWay -= 1;
    }
  };
  const again: typeof fetch = async (input, init) => {
    for (;;) {
      const response = await once(input, init).catch(() => undefined);
      if (response !== undefined && !passing.has(response.status)) return response;
      if (isStopped) throw new Error('the nodes are stopped');
      await wait(pause);
    }
  };
  const nextRequest = (kind: 'any' | 'change') =>
    Promise.race([
      failed,
      new Promise<void>((tellOne) => {
        waiting.push({ on: (method) => kind === 'any' || method !== 'GET', tell: tellOne });
      }),
    ]);
  const read = bytesInPostgres(postgres.url(database));
  const stored: StoredBytes = async (sessionId) => {
    for (;;) {
      const before = starts;
      try {
        return await read(sessionId);
      } catch (error) {
        // It may be another session's kill that has taken the database away.
        if (victim !== 'postgres' && starts === before) throw error;
        await wait(pause);
      }
    }
  };
  const kill = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = turn;
    turn = promise;
    await before;
    endTurn = resolve;
    killedAt = performance.now();
    cutOff += 1 + onTheWay;
    victim = kills.node > kills.postgres ? 'postgres' : dice.pick(nodes);
    if (victim === 'postgres') {
      kills.postgres += 1;
      return await postgres.kill();
    }
    kills.node += 1;
    victim.isUp = false;
    await victim.server.end('SIGKILL');
    earlier.push(...errorsOf(victim.server));
  };
  const start = async () => {
    if (victim === undefined) throw new Error('nothing has fallen');
    if (victim === 'postgres') await postgres.start();
    else {
      victim.server = await serverProcess(victim.folder, { ...settings, PORT: String(victim.port) });
      victim.isUp = true;
      watch(victim);
    }
    victim = undefined;
    away.push(performance.now() - killedAt);
    starts += 1;
    endTurn();
  };
  return {
    ...{ baseUrl: first.server.url, away, once, again, kills, nextRequest, kill, start },
    setupToken: () => token,
    folder: () => first.folder,
    stored,
    starts: () => starts,
    cutOff: () => cutOff,
    errors: () => [...earlier, ...nodes.flatMap(({ server }) => errorsOf(server))],
    nextFullDisk: () => Promise.reject(new Error('no disk fills up here')),
    stop: async () => {
      isStopped = true;
      await Promise.all(nodes.filter(({ isUp }) => isUp).map(({ server }) => server.end('SIGTERM')));
    },
  };
}

/** What nodes have in common beside the database. */
function sharedSettings({ folder, postgres, database, settings }: Options): Record<string, string> {
  const keys = join(folder, 'link-keys');
  const secret = join(folder, 'secret');
  mkdirSync(keys, { mode: 0o700 });
  writeFileSync(secret, randomBytes(32).toString('base64url'), { mode: 0o600 });
  const url = postgres.url(database);
  return { ...settings, DATABASE_URL: url, PHIEU_SECRET_FILE: secret, PHIEU_LINK_KEYS_DIR: keys };
}

async function startNode(folder: string, settings: Readonly<Record<string, string>>): Promise<Node> {
  mkdirSync(folder);
  const port = await freePort();
  const server = await serverProcess(folder, { ...settings, PORT: String(port) });
  return { folder, port, server, isUp: true };
}

/** Lines of a log that tell of an error other than that the database was away. */
function errorsOf({ log }: ServerProcess): string[] {
  return log.filter((line) => /"level":(50|60)/.test(line) && !/"trouble":"database-away"/.test(line));
}
