import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildPages, isBuilt } from '../../src/cli/build-pages.ts';
import { buildService } from '../../src/cli/build-service.ts';
import { isServiceBuilt } from '../../src/cli/is-up-to-date.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { closeVote, openVote } from '../../test/support/build/whole-vote.ts';
import { launcher, type ServerProcess, serverProcess } from '../../test/support/service/server-process.ts';
import { castAll } from './casting.ts';
import { openHall } from './hall.ts';
import { atMost, type Row } from './row.ts';
import { median, rounds } from './times.ts';
import { random } from './work.ts';

/** Mebibytes. */
const memory = { atRest: 120, hall: { 2: 300, 4: 380 } } as const;
const startSeconds = 0.6;
const verifySeconds = 0.35;
const hall = { voters: 500, subjects: 15 };
const record = { ballots: 5, subjects: 5 };
/** Milliseconds after the first answer: a service at rest has done what it does after its start. */
const untilAtRest = 5_000;

/**
 * What the programs that people start take of a machine, as they are built: processes of their own, from the launcher on.
 * Memory is resident, the program's own pages with it, which a second process would share.
 */
export async function processes(): Promise<Row[]> {
  if (!isServiceBuilt()) await buildService();
  if (!isBuilt()) await buildPages();
  const rows: Row[] = [];
  rows.push(...(await within((folder) => starting(folder, 'an empty data folder'))));
  rows.push(await within(atRest));
  for (const threads of [2, 4] as const) rows.push(...(await within((folder) => inHall(folder, threads))));
  rows.push(await within(verifying));
  return rows;
}

async function within<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function starting(folder: string, state: string): Promise<Row[]> {
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    await running(folder, {}, async ({ url }) => {
      await answered(url);
      seconds.push((performance.now() - begun) / 1000);
    });
  }
  // The first one compiled what the others find compiled.
  return [atMost(startSeconds, `start to first answer, on ${state}`, median(seconds.slice(1)), 's')];
}

function atRest(folder: string): Promise<Row> {
  return running(folder, {}, async ({ url, pid }) => {
    await answered(url);
    await wait(untilAtRest);
    return atMost(memory.atRest, 'resident memory at rest', mebibytes(pid, 'VmRSS'), 'MiB');
  });
}

async function inHall(folder: string, threads: 2 | 4): Promise<Row[]> {
  const opened = await openHall(folder, hall.subjects, [hall.voters]);
  const peak = await running(folder, { PHIEU_WORKERS: String(threads) }, async ({ url, pid }) => {
    await castAll(url, opened, opened.turns.flat());
    return mebibytes(pid, 'VmHWM');
  });
  const name = `resident memory at its highest, ${hall.voters} cast ${hall.subjects} subjects, ${threads} threads`;
  const started = threads === 2 ? await starting(folder, `a data folder with these ${hall.voters} ballots`) : [];
  return [atMost(memory.hall[threads], name, peak, 'MiB'), ...started];
}

async function running<Result>(
  folder: string,
  settings: Readonly<Record<string, string>>,
  work: (server: ServerProcess) => Promise<Result>,
): Promise<Result> {
  const server = await serverProcess(folder, { LOG_LEVEL: 'warn', ...settings }, launcher);
  try {
    return await work(server);
  } finally {
    await server.end('SIGTERM');
  }
}

async function answered(url: string): Promise<void> {
  const answer = await fetch(`${url}/healthz`);
  if (answer.status !== 200) throw new Error(`the service answers ${answer.status}`);
}

/** Of a process: resident now (VmRSS), or as much as it ever was (VmHWM). */
function mebibytes(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const told = new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(told) / 1024;
}

async function verifying(folder: string): Promise<Row> {
  const path = join(folder, 'small.bel');
  writeFileSync(path, smallRecord());
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [launcher, 'verify', path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    seconds.push((performance.now() - begun) / 1000);
  }
  const name = `phieu verify, ${record.ballots} ballots of ${record.subjects} subjects`;
  return atMost(verifySeconds, name, median(seconds.slice(1)), 's');
}

function smallRecord(): Uint8Array {
  const levels = Array.from({ length: record.subjects }, () => 3);
  const marks = levels.map((_, at) => at % 3);
  const cast = Array.from({ length: record.ballots }, (_, voter) => ({ voter, marks }));
  const vote = openVote(wasmGroup, { size: 3, threshold: 2 }, levels, record.ballots, cast, random);
  const totals = marks.map((mark) => [0, 1, 2].map((level) => (level === mark ? record.ballots : 0)));
  return closeVote(wasmGroup, vote, vote.keys, totals, random).bytes;
}
