import { type RunnerTestCase, type RunnerTestFile, TestRunner } from 'vitest';
import { appendLine, decided, type Fate, readLines } from './state.ts';

declare global {
  var mutants: { isOn(mutant: number): boolean; turn(): void };
}

/** Turns of all loops together that a mutant may make more than its test takes without it. */
const moreTurns = 100_000;
/** Milliseconds: a test that takes longer is left to `npm test`. */
const longestTest = Number(process.env.MUTANTS_LONGEST_TEST ?? 10_000);

let awake = -1;
let turns = 0;
let mostTurns = Number.POSITIVE_INFINITY;
let reached: Set<number> | undefined;
globalThis.mutants = {
  isOn(mutant) {
    reached?.add(mutant);
    return mutant === awake;
  },
  turn() {
    turns += 1;
    if (turns > mostTurns) throw new Error('this mutant never ends');
  },
};

interface Tried {
  readonly test: RunnerTestCase;
  readonly reached: ReadonlySet<number>;
  readonly milliseconds: number;
  readonly turns: number;
}

/**
 * Runs each test file as it is, notes which mutants each of its tests reaches, then wakes one mutant after the other and
 * runs the tests again that reach it, the quickest first, until one fails. All in one process: nothing is loaded twice.
 */
export default class MutantRunner extends TestRunner {
  readonly #path = process.env.MUTANTS_FILE ?? '';
  readonly #tried: Tried[] = [];

  async runTask(test: RunnerTestCase): Promise<void> {
    reached = new Set();
    turns = 0;
    const begun = performance.now();
    try {
      await TestRunner.getTestFn(test)();
    } finally {
      this.#tried.push({ test, reached, milliseconds: performance.now() - begun, turns });
      reached = undefined;
    }
  }

  override async onAfterRunFiles(files: RunnerTestFile[]): Promise<void> {
    if (files.some(({ result }) => result?.state === 'fail')) throw new Error('tests fail without any mutant');
    const done = new Set(decided(readLines(this.#path)));
    const quick = this.#tried.filter(({ milliseconds }) => milliseconds < longestTest);
    quick.sort((one, other) => one.milliseconds - other.milliseconds);
    const all = new Set(quick.flatMap((one) => [...one.reached]));
    for (const mutant of [...all].sort((one, other) => one - other)) {
      if (done.has(mutant)) continue;
      const fate = await this.#try(
        mutant,
        quick.filter((one) => one.reached.has(mutant)),
      );
      // Whatever this process remembers is no longer to be believed: the next one goes on.
      if (fate === 'poisoned') process.kill(process.pid, 'SIGKILL');
    }
    this.#tried.length = 0;
    super.onAfterRunFiles(files);
  }

  async #try(mutant: number, tests: readonly Tried[]): Promise<Fate> {
    for (const { test, turns: taken } of tests) {
      this.#tell(mutant, 'trying', `${test.file.name}: ${test.name}`);
      awake = mutant;
      turns = 0;
      mostTurns = 10 * taken + moreTurns;
      const isNoticed = await fails(test);
      awake = -1;
      mostTurns = Number.POSITIVE_INFINITY;
      if (!isNoticed) continue;
      const fate = (await fails(test)) ? 'poisoned' : 'killed';
      this.#tell(mutant, fate, `${test.file.name}: ${test.name}`);
      return fate;
    }
    this.#tell(
      mutant,
      'survived',
      tests
        .map(({ test }) => test.name)
        .join(' | ')
        .slice(0, 200),
    );
    return 'survived';
  }

  #tell(mutant: number, fate: Fate, test: string): void {
    appendLine(this.#path, { mutant, fate, test });
  }
}

async function fails(test: RunnerTestCase): Promise<boolean> {
  try {
    await TestRunner.getTestFn(test)();
    return false;
  } catch {
    return true;
  }
}
