import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What became of a mutant: `poisoned` ones were noticed, and left something behind that made further tests fail. */
export type Fate = 'trying' | 'killed' | 'poisoned' | 'endless' | 'survived';

/** Told by the process that tries them, in lines of a file: it may be ended at any moment. */
export interface Line {
  readonly mutant: number;
  readonly fate: Fate;
  /** Of the test that noticed it, or that it got past. */
  readonly test: string;
}

export function appendLine(path: string, line: Line): void {
  appendFileSync(path, `${JSON.stringify(line)}\n`);
}

export function readLines(path: string): readonly Line[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** The mutants that need not be tried again. */
export function decided(lines: readonly Line[]): ReadonlySet<number> {
  return new Set(lines.filter(({ fate }) => fate !== 'trying' && fate !== 'survived').map(({ mutant }) => mutant));
}
