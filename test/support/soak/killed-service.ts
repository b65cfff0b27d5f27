import { setTimeout as wait } from 'node:timers/promises';
import { type ServerProcess, serverProcess } from '../service/server-process.ts';
import { bytesInFolder, type StoredBytes } from './stored-bytes.ts';

/** The real service on a data folder; it is killed and comes back at the same address, and people keep asking. */
export interface KilledService {
  readonly baseUrl: string;
  /** Of the one-time link that it said at its first start, for the first administrator. */
  setupToken(): string;
  /** Where its data are now; another folder after a restore. */
  folder(): string;
  readonly stored: StoredBytes;
  /** How often it came back so far. */
  starts(): number;
  /** Milliseconds from each kill until it answered again. */
  readonly away: readonly number[];
  /** Requests that were on their way when it was killed. */
  cutOff(): number;
  /** Lines of its log that tell of an error other than a full disk, from all its lives. */
  errors(): readonly string[];
  /** Resolves at the next request of this kind, once it is on its way. */
  nextRequest(kind: RequestKind): Promise<void>;
  /** A request that it refused since it could not store anything. */
  nextFullDisk(): Promise<void>;
  /** SIGKILL; resolves when the process is gone, and nothing is answered until `start`. */
  kill(): Promise<void>;
  /** Starts it, on another folder if one is given. */
  start(folder?: string): Promise<void>;
  stop(): Promise<void>;
  /** Waits for the service before it asks, once: what a program does that knows itself how to ask again. */
  readonly once: typeof fetch;
  /** Asks again until there is an answer that says something, as people do who press a button. */
  readonly again: typeof fetch;
}

/** Every request, or those alone that change something. */
type RequestKind = 'any' | 'change';

/** Statuses of a service that cannot now: it may be asked again. */
const passing = new Set([503, 507]);

/** Milliseconds before somebody who was told "not now" asks again. */
const pause = 50;

/** Starts the service on a folder. */
export async function killedService(first: string, settings: Readonly<Record<string, string>>): Promise<KilledService> {
  let folder = first;
  let server: ServerProcess = await serverProcess(folder, settings);
  const { url: baseUrl, said } = server;
  const port = new URL(baseUrl).port;
  const away: number[] = [];
  const earlier: string[] = [];
  let waiting: { readonly on: (method: string, status?: number) => boolean; readonly tell: () => void }[] = [];
  const setupToken = await linkOf(said);
  let [starts, cutOff, onTheWay] = [1, 0, 0];
  let up = Promise.resolve();
  let tellUp = () => {};
  let killedAt = 0;
  let [isMeant, isStopped] = [false, false];
  let fail = (_error: Error) => {};
  /** It has ended, and nobody here has ended it. */
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  const watch = (started: ServerProcess) => {
    isMeant = false;
    void started.ended.then(() => {
      if (!isMeant) fail(new Error(`the service ended by itself: ${started.log.slice(-20).join('\n')}`));
    });
  };
  watch(server);

  const tell = (method: string, status?: number) => {
    const told = waiting.filter(({ on }) => on(method, status));
    waiting = waiting.filter((one) => !told.includes(one));
    for (const one of told) one.tell();
  };
  const next = (on: (method: string, status?: number) => boolean) =>
    Promise.race([failed, new Promise<void>((resolve) => waiting.push({ on, tell: resolve }))]);
  const once: typeof fetch = async (input, init) => {
    await up;
    onTheWay += 1;
    const method = init?.method ?? 'GET';
    const asked = fetch(input, init);
    tell(method);
    try {
      const response = await asked;
      tell(method, response.status);
      return response;
    } finally {
      onTheWay -= 1;
    }
  };
  const again: typeof fetch = async (input, init) => {
    for (;;) {
      const response = await once(input, init).catch(() => undefined);
      if (response !== undefined && !passing.has(response.status)) return response;
      if (isStopped) throw new Error('the service is stopped');
      await wait(pause);
    }
  };
  const errorsOf = ({ log }: ServerProcess) =>
    log.filter((line) => /"level":(50|60)/.test(line) && !/"trouble":"storage-full"/.test(line));

  return {
    ...{ baseUrl, away, once, again },
    setupToken: () => setupToken,
    folder: () => folder,
    stored: (sessionId) => bytesInFolder(folder)(sessionId),
    starts: () => starts,
    cutOff: () => cutOff,
    errors: () => [...earlier, ...errorsOf(server)],
    nextRequest: (kind) => next((method, status) => status === undefined && (kind === 'any' || method !== 'GET')),
    nextFullDisk: () => next((_method, status) => status === 507),
    kill: async () => {
      up = new Promise((resolve) => {
        tellUp = resolve;
      });
      killedAt = performance.now();
      isMeant = true;
      cutOff += onTheWay;
      await server.end('SIGKILL');
      earlier.push(...errorsOf(server));
    },
    start: async (other = folder) => {
      folder = other;
      server = await serverProcess(folder, { ...settings, PORT: port });
      watch(server);
      away.push(performance.now() - killedAt);
      starts += 1;
      tellUp();
    },
    stop: async () => {
      [isMeant, isStopped] = [true, true];
      await server.end('SIGTERM');
    },
  };
}

/** The first administrator's link comes in the same breath as the address. */
export async function linkOf(said: readonly string[]): Promise<string> {
  for (let look = 0; look < 200; look++) {
    const token = said.map((line) => /\/setup#(\S+)/.exec(line)?.[1]).find((one) => one !== undefined);
    if (token !== undefined) return token;
    await wait(pause);
  }
  throw new Error(`no link for the first administrator: ${said.join('\n')}`);
}
