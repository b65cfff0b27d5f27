import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildPages, isBuilt } from '../src/cli/build-pages.ts';
import { nobleGroup } from '../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../src/protocol/arithmetic/wasm-group.ts';
import { checkBallot } from '../src/protocol/ballot/check-ballot.ts';
import type { Marks } from '../src/protocol/ballot/create-ballot.ts';
import { writeSupplement } from '../src/protocol/record/supplement.ts';
import { launchBrowser, watchedPage } from '../test/support/browser/browser.ts';
import { hintsOfRecord } from '../test/support/build/hints-of-record.ts';
import { closeVote, openVote } from '../test/support/build/whole-vote.ts';
import { median, milliseconds, rounds } from './bench/times.ts';
import { random } from './bench/work.ts';

/*
 * Verifying a whole record in the browser: 300 ballots × 30 subjects × 3 levels, 2 of 3 tellers, with its supplement and
 * its hints, in `phieu-verify.html` and Chromium with four checking workers, whatever this machine has. Medians of 5 rounds.
 *
 * What counts is processor time, read for each thread from Linux: the clock depends on what else the machine does and on
 * how many cores it has. Four cores, each four times slower than one here, are done after four times the time of the
 * busiest checker and of everything that runs by itself: the page, and the worker that reads, adds up and opens. The
 * browser's own slow-down (CDP) is no help here: it reaches the page's thread only, and keeps that one busy with waiting.
 */
const size = { ballots: 300, subjects: 30, threads: 4, slowDown: 4 } as const;
const allowedSeconds = 18;
/** Bytes a second of a poor connection, over which a teller's phone fetches record and hints. */
const connection = 400_000;
const page = fileURLToPath(new URL('../dist/web/phieu-verify.html', import.meta.url));

const marks = (voter: number): Marks => Array.from({ length: size.subjects }, (_, at) => (voter + at) % 3);
const levels = Array.from({ length: size.subjects }, () => 3);

function prepare(folder: string) {
  const cast = Array.from({ length: size.ballots }, (_, voter) => ({ voter, marks: marks(voter) }));
  const vote = openVote(wasmGroup, { size: 3, threshold: 2 }, levels, size.ballots, cast, random);
  const totals = levels.map((count, subject) =>
    Array.from({ length: count }, (_, level) => cast.filter((one) => one.marks[subject] === level).length),
  );
  const { bytes, proofs } = closeVote(wasmGroup, vote, vote.keys, totals, random);
  const hints = hintsOfRecord(wasmGroup, bytes);
  if (!hints.ok) throw new Error(`the record of the bench: ${hints.refusal}`);
  const files = [
    join(folder, 'record.bel'),
    join(folder, 'record.supplement.json'),
    join(folder, 'record.hints'),
  ] as const;
  writeFileSync(files[0], bytes);
  writeFileSync(files[1], writeSupplement({ proofs, unused: [], void: [] }));
  writeFileSync(files[2], hints.value);
  return { vote, files, bytes: bytes.length, hintBytes: hints.value.length };
}

type ThreadTimes = ReadonlyMap<string, { readonly name: string; readonly time: number }>;

/** Undefined for a thread that has ended since it was listed. */
function statOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time of every thread of these processes, by thread, in the order of their start. */
function threadTimes(processes: readonly number[]): ThreadTimes {
  const threads = processes.flatMap((id) => readdirSync(`/proc/${id}/task`).map((thread) => [id, thread] as const));
  const times = threads.flatMap(([id, thread]) => {
    const stat = statOf(`/proc/${id}/task/${thread}/stat`);
    if (stat === undefined) return [];
    const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(stat) ?? [];
    const fields = rest.split(' ');
    // User and system time in ticks of 10 ms: fields 14 and 15, counted from the first.
    return [[thread, { name, time: 10 * (Number(fields[11]) + Number(fields[12])) }] as const];
  });
  return new Map(times);
}

interface Times {
  readonly clock: number;
  readonly alone: number;
  readonly busiest: number;
  readonly checking: number;
}

async function pageProcesses(browser: Browser): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Samples the threads until the page is done: the workers are gone then. */
async function watch(processes: readonly number[], opened: Page): Promise<ThreadTimes> {
  let times = threadTimes(processes);
  while (!(await opened.locator('.verify-outcome').isVisible())) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    times = new Map([...times, ...threadTimes(processes)]);
  }
  return times;
}

async function verifyOnce(files: readonly string[]): Promise<Times> {
  const browser = await launchBrowser();
  try {
    const { page: opened } = await watchedPage(browser);
    await opened.addInitScript((threads) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => threads });
    }, size.threads);
    await opened.goto(pathToFileURL(page).href);
    const processes = await pageProcesses(browser);
    const before = threadTimes(processes);
    const begun = performance.now();
    await opened.locator('input[type=file]').setInputFiles([...files]);
    const after = await watch(processes, opened);
    const clock = performance.now() - begun;
    const said = await opened.locator('.verify-outcome .note').textContent();
    if (!said?.includes('Hồ sơ đúng: mọi lá phiếu')) throw new Error(`the record of the bench is refused: ${said}`);
    const spent = [...after].map(([thread, { name, time }]) => ({
      name,
      time: time - (before.get(thread)?.time ?? 0),
    }));
    const workers = spent.filter(({ name }) => name.startsWith('DedicatedWorker')).map(({ time }) => time);
    // The verifier is the last one that the page starts; threads are listed in the order of their start.
    const [checkers, verifier] = [workers.slice(0, size.threads), workers.slice(size.threads)];
    if (verifier.length !== 1) throw new Error(`${workers.length} workers instead of ${size.threads + 1}`);
    const others = spent.filter(({ name }) => !name.startsWith('DedicatedWorker')).map(({ time }) => time);
    const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
    const checking = sum(checkers);
    if (process.env.DEBUG)
      console.log(
        spent.filter(({ time }) => time > 50),
        verifier,
      );
    return { clock, alone: sum(verifier) + sum(others), busiest: Math.max(...checkers), checking };
  } finally {
    await browser.close();
  }
}

/** Node, noble, one thread: milliseconds of processor time a ballot. */
function nobleMilliseconds({ election, publicCredentials, events }: ReturnType<typeof openVote>, turn: number): number {
  const context = { credentials: new Set(publicCredentials), seen: new Set<string>() };
  const ballot = events.filter(({ type }) => type === 'Ballot')[turn]?.files[0] ?? new Uint8Array();
  return milliseconds(() => {
    if (!checkBallot(nobleGroup, election, ballot, context).ok) throw new Error('a ballot of the bench is refused');
  });
}

if (!isBuilt()) await buildPages();
const folder = mkdtempSync(join(tmpdir(), 'verifying-'));
try {
  const { vote, files, bytes, hintBytes } = prepare(folder);
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`);
  console.log(
    `${size.ballots} ballots × ${size.subjects} subjects, a record of ${(bytes / 1e6).toFixed(1)} MB, hints of ${(hintBytes / 1e6).toFixed(1)} MB`,
  );
  nobleMilliseconds(vote, 0);
  const runs: (Times & { readonly noble: number })[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const noble = nobleMilliseconds(vote, turn) * size.ballots;
    runs.push({ ...(await verifyOnce(files)), noble });
  }
  const of = (name: keyof (typeof runs)[number]) => median(runs.map((run) => run[name])) / 1000;
  const reckoned = median(runs.map(({ alone, busiest }) => (size.slowDown * (alone + busiest)) / 1000));
  const line = (label: string, seconds: number) =>
    console.log(`  ${label.padEnd(62)} ${seconds.toFixed(1).padStart(7)} s`);
  console.log(`medians of ${rounds}`);
  line('Node, noble, one thread, ballots alone (processor time)', of('noble'));
  line(`browser, ${size.threads} checkers together (processor time)`, of('checking'));
  line('browser, the busiest checker (processor time)', of('busiest'));
  line('browser, what runs by itself (processor time)', of('alone'));
  line('browser, by the clock on this machine as busy as it was', of('clock'));
  line(`reckoned for four cores, ${size.slowDown} × slower (at most ${allowedSeconds})`, reckoned);
  line('fetching the record at 400 kB/s', bytes / connection);
  line('fetching the record and its hints at 400 kB/s', (bytes + hintBytes) / connection);
  if (!(reckoned <= allowedSeconds)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
