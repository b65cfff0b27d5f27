import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The real server as a process of its own. */
export interface ServiceProcess {
  readonly baseUrl: string;
  /** Token of the one-time link, while there is no administrator. */
  setupToken(): string | undefined;
  /** Pulls the plug: SIGKILL, nothing is closed, and starts it again on the same port and database. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly setupToken: string | undefined;
}

/**
 * Starts `phieu serve` on a free port of this machine alone, with its database in `folder`.
 * @param settings further environment variables
 */
export async function startService(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<ServiceProcess> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let running = await launch(folder, 0, settings);
  const { port } = running;
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ended = new Promise((resolve) => running.child.once('exit', resolve));
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    running.child.kill(signal);
    await ended;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    setupToken: () => running.setupToken,
    killAndRestart: async () => {
      await end('SIGKILL');
      running = await launch(folder, port, settings);
    },
    stop: () => end('SIGTERM'),
  };
}

async function launch(folder: string, port: number, settings: Readonly<Record<string, string>>): Promise<Running> {
  const environment = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: '',
  };
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(folder, 'server.log'), { flags: 'a', mode: 0o600 });
  child.stderr.pipe(log);
  // Whatever ends this process takes the server with it.
  const takeAlong = () => child.kill('SIGKILL');
  process.once('exit', takeAlong);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, leave).once(signal, leave);
  child.once('exit', () => process.off('exit', takeAlong));
  return readAddress(child, Number(settings.PORT ?? port), join(folder, 'server.log'));
}

function leave(): void {
  process.exit(1);
}

/**
 * The service says where it listens, and while nobody is there yet how the first administrator is made; where it does not
 * start, why. @param wanted its port; 0 where it takes a free one, and tells which
 */
function readAddress(child: ChildProcess, wanted: number, log: string): Promise<Running> {
  return new Promise((resolve, reject) => {
    let said: string | undefined;
    if (child.stderr !== null) {
      createInterface(child.stderr).on('line', (line) => {
        said ??= /^phieu: (.*)$/.exec(line)?.[1];
      });
    }
    child.once('error', reject);
    // Not at its exit: what it said may not have come by then.
    child.once('close', (code) => reject(new Error(said ?? `the server ended with ${code}; see ${log}`)));
    if (child.stdout === null) return;
    // What it calls itself to people may be another port, or none: a proxy's.
    let port: number | undefined = wanted === 0 ? undefined : wanted;
    createInterface(child.stdout).on('line', (line) => {
      port ??= Number(/^Phiếu tín nhiệm: https?:\/\/[^:]+:(\d+)/.exec(line)?.[1] ?? Number.NaN) || undefined;
      const setupToken = /\/setup#(\S+)/.exec(line)?.[1];
      if (port === undefined) return;
      if (setupToken !== undefined) resolve({ child, port, setupToken });
      // An address alone is all that a service with an administrator says; a link would follow in the same breath.
      else setTimeout(() => resolve({ child, port: port ?? 0, setupToken: undefined }), 200);
    });
  });
}
