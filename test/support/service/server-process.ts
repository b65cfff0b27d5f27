import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
/** Starts what was built from them, as `npm start` does, and builds it where it is older. */
export const launcher = fileURLToPath(new URL('../../../bin/phieu.mjs', import.meta.url));

/** The real service in a process of its own. */
export interface ServerProcess {
  /** Without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  /** Every line of its log so far, and what it told people at the start. */
  readonly log: readonly string[];
  readonly said: readonly string[];
  /** Resolves once it is gone, whoever ended it. */
  readonly ended: Promise<unknown>;
  /** Ends it as a power cut would end it for this program, or politely; resolves once it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/**
 * Starts the service on a data folder and a free port; resolves when it answers there.
 * @param program the sources as they stand, or what starts the service otherwise
 */
export async function serverProcess(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  program = sources,
): Promise<ServerProcess> {
  const settings = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...environment };
  const child = spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const log = collect(child.stderr);
  const said = collect(child.stdout);
  const url = await addressOf(child, log);
  return {
    ...{ url, log, said, ended, pid: child.pid ?? 0 },
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

function collect(stream: ChildProcess['stdout']): string[] {
  const lines: string[] = [];
  if (stream !== null) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return lines;
}

function addressOf(child: ChildProcess, log: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout !== null) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
        if (url !== undefined) resolve(url.replace('localhost', '127.0.0.1'));
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the service ended at once (${code}): ${log.join('\n')}`)));
  });
}
