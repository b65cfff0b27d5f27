import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { areas } from './mutants/areas.ts';
import { equivalent } from './mutants/equivalent.ts';
import { type Mutant, plant } from './mutants/plant.ts';
import { appendLine, type Fate, readLines } from './mutants/state.ts';
import { readSource, sourceFiles } from './sources/imports.ts';

/**
 * Changes the checks of the protocol and the rules of a session in thousands of small ways and looks whether a test
 * notices each. Prints those that none did and fails below 90 % of an area; arguments name the areas wanted.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const results = `${root}test-results`;
const least = 0.9;
/** Milliseconds without a line, several times what a test takes (`longestTest`): what is tried never ends. */
const patience = 45_000;

function mutantsOf(area: string): readonly Mutant[] {
  const all: Mutant[] = [];
  for (const file of sourceFiles(areas[area]?.sources ?? '')) all.push(...plant(file, readSource(file), 0).mutants);
  return all;
}

/** Starts one process, which goes on where the one before it ended; gives how it ended. */
function run(area: string, path: string): Promise<number> {
  const args = ['run', '--config', `${root}scripts/mutants/vitest.config.ts`];
  const child: ChildProcess = spawn(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, ...args], {
    cwd: root,
    env: { ...process.env, MUTANTS_AREA: area, MUTANTS_FILE: path },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const end = () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', end);
  const watch = setInterval(() => {
    const last = readLines(path).at(-1);
    if (last?.fate !== 'trying' || Date.now() - statSync(path).mtimeMs < patience) return;
    appendLine(path, { ...last, fate: 'endless' });
    end();
  }, 1000);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearInterval(watch);
      process.off('exit', end);
      resolve(code ?? -1);
    });
  });
}

/** What became of every mutant in the end: noticed once is noticed. */
function fates(path: string): ReadonlyMap<number, Fate> {
  const found = new Map<number, Fate>();
  for (const { mutant, fate } of readLines(path)) {
    const before = found.get(mutant);
    if (before === undefined || before === 'trying' || before === 'survived') found.set(mutant, fate);
  }
  return found;
}

async function tryArea(area: string): Promise<boolean> {
  const path = `${results}/mutants-${area}.jsonl`;
  rmSync(path, { force: true });
  let lines = -1;
  // A process that was ended, or ended itself, has told something; one that tells nothing has failed.
  for (let code = await run(area, path); code !== 0; code = await run(area, path)) {
    const told = readLines(path);
    if (told.length === lines) throw new Error(`${area}: its tests do not pass, or do not start`);
    lines = told.length;
    // What was being tried has taken its process with it; it would do so again.
    const last = told.at(-1);
    if (last?.fate === 'trying') appendLine(path, { ...last, fate: 'endless' });
  }
  const all = mutantsOf(area);
  const known = fates(path);
  const left = all.flatMap((mutant, number) => {
    const fate = known.get(number);
    return fate === undefined || fate === 'survived' ? [{ ...mutant, fate: fate ?? 'reached by no test' }] : [];
  });
  const isSame = (one: Pick<Mutant, 'file' | 'what'>) => (other: Pick<Mutant, 'file' | 'what'>) =>
    one.file === other.file && one.what === other.what;
  const open = left.filter((mutant) => !equivalent.some(isSame(mutant)));
  const stale = equivalent.filter((named) => all.some(({ file }) => file === named.file) && !all.some(isSame(named)));
  for (const { file, what } of stale) console.log(`${file}  ${what}  (named as one that changes nothing, and is none)`);
  for (const { file, line, what, fate } of open) console.log(`${file}:${line}  ${what}  (${fate})`);
  const [noticed, judged] = [all.length - left.length, all.length - (left.length - open.length)];
  const share = judged === 0 ? 0 : noticed / judged;
  const apart = left.length - open.length;
  console.log(
    `${area}: ${noticed} of ${judged} mutants noticed, ${(100 * share).toFixed(1)} % (${apart} change nothing)`,
  );
  return share >= least && stale.length === 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((area) => !(area in areas));
if (unknown.length > 0) {
  console.error(`no area is called ${unknown.join(', ')}; there are ${Object.keys(areas).join(', ')}`);
  process.exit(2);
}
mkdirSync(results, { recursive: true });
for (const area of wanted.length > 0 ? wanted : Object.keys(areas)) {
  if (!(await tryArea(area))) process.exitCode = 1;
}
