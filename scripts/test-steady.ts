import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs the tests where a test that is not steady falls: on a slow machine, on a busy one, in other time zones, on other
 * days. Prints a line for each pass and fails when one of them does; arguments name the passes wanted.
 */
interface Pass {
  readonly name: string;
  /** Parts of the names of the test files; all of the project `node` without. */
  readonly files?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What the runner is started by. */
  readonly prefix?: readonly string[];
  readonly busyLoops?: number;
  /** When it begins, in the machine's own time zone. */
  readonly date?: string;
}

const people = ['test/web/', 'test/acceptance/'];
const passes: readonly Pass[] = [
  { name: 'idle', files: people },
  { name: 'one-core', files: people, prefix: ['taskset', '-c', '0'] },
  { name: 'busy', files: people, busyLoops: 2 },
  { name: 'vietnam', files: people, environment: { TZ: 'Asia/Ho_Chi_Minh' } },
  { name: 'los-angeles', files: people, environment: { TZ: 'America/Los_Angeles' } },
  { name: 'new-year', date: '2026-12-31T23:59:00' },
  { name: 'leap-day', date: '2028-02-29T12:00:00' },
  { name: '2031', date: '2031-01-01T00:00:00' },
];

const root = fileURLToPath(new URL('..', import.meta.url));
const place = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const results = place('test-results');

/** Everything that a run's processes and threads are told. */
function environmentOf({ environment, date }: Pass): NodeJS.ProcessEnv {
  const cache = { NODE_COMPILE_CACHE: place('node_modules/.cache/node') };
  if (date === undefined) return { ...process.env, ...cache, ...environment };
  const by = new Date(date).getTime() - Date.now();
  const moved = { MOVED_DATE_MS: String(by), NODE_OPTIONS: `--require ${place('test/support/move-date.cjs')}` };
  return { ...process.env, ...cache, ...environment, ...moved };
}

async function run(pass: Pass): Promise<boolean> {
  const begun = Date.now();
  const report = `${results}/steady-${pass.name}.json`;
  const log = `${results}/steady-${pass.name}.log`;
  writeFileSync(report, '');
  const loops = Array.from({ length: pass.busyLoops ?? 0 }, () => start([process.execPath, '-e', 'for (;;);']));
  const vitest = [process.execPath, place('node_modules/vitest/vitest.mjs'), 'run', '--project', 'node'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const runner = start([...(pass.prefix ?? []), ...vitest, ...(pass.files ?? []), ...reporters], environmentOf(pass));
  const output: Buffer[] = [];
  for (const stream of [runner.stdout, runner.stderr]) stream?.on('data', (part) => output.push(part));
  const status = await new Promise((resolve) => runner.once('close', resolve));
  for (const loop of loops) loop.kill('SIGKILL');
  writeFileSync(log, Buffer.concat(output));
  return tell(pass.name, status === 0, report, log, (Date.now() - begun) / 1000);
}

/** A process that this one takes along when it ends. */
function start([program = '', ...args]: readonly string[], env = process.env): ChildProcess {
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const takeAlong = () => child.kill();
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  child.once('error', (error) => {
    throw new Error(`${program} does not start: ${error.message}`);
  });
  return child;
}

function tell(name: string, ended: boolean, report: string, log: string, seconds: number): boolean {
  const text = readFileSync(report, 'utf8');
  const { numPassedTests = 0, numFailedTests = 0 } = text === '' ? {} : JSON.parse(text);
  const isSteady = ended && numPassedTests > 0;
  const where = isSteady ? '' : `  see ${log}`;
  console.log(`${name}: ${numPassedTests} passed, ${numFailedTests} failed, ${Math.round(seconds)} s${where}`);
  return isSteady;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !passes.some((pass) => pass.name === name));
if (unknown.length > 0) {
  console.error(`no pass is called ${unknown.join(', ')}; there are ${passes.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
for (const step of [['scripts/install-test-programs.ts'], ['bin/phieu.mjs', 'pages']]) {
  const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
mkdirSync(results, { recursive: true });
const steady: boolean[] = [];
for (const pass of passes.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  steady.push(await run(pass));
}
if (steady.includes(false)) process.exitCode = 1;
