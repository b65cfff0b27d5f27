import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hall } from './hall.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project as it was at another commit, with its own packages, beside this one. */
export interface OtherCommit {
  readonly folder: string;
  /** What starts its service, from the sources. */
  readonly program: string;
  remove(): void;
}

export function checkOut(commit: string): OtherCommit {
  const folder = mkdtempSync(join(tmpdir(), 'bench-commit-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const remove = () => {
    git('worktree', 'remove', '--force', folder);
    rmSync(folder, { recursive: true, force: true });
  };
  git('worktree', 'add', '--quiet', '--detach', folder, commit);
  try {
    execFileSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, program: join(folder, 'src/cli/main.ts'), remove };
}

/** A hall as its clients need it: what they send, turn by turn. */
export interface SentHall extends Pick<Hall, 'sessionId' | 'readKey'> {
  readonly turns: readonly (readonly {
    readonly ballot: string;
    readonly hint?: string;
    readonly recastKey: string;
  }[])[];
}

/**
 * Opens a hall with the other commit's own program, since a database and a session are of their commit; from before
 * hints its ballots are texts.
 */
export function openHallOf(
  { folder }: OtherCommit,
  data: string,
  subjects: number,
  turns: readonly number[],
): SentHall {
  const program = `
    import { openHall } from './scripts/bench/hall.ts';
    const { turns, ...hall } = await openHall(${JSON.stringify(data)}, ${subjects}, ${JSON.stringify(turns)});
    const recastKey = 'a'.repeat(32);
    const sent = (one) => typeof one === 'string'
      ? { ballot: one, recastKey }
      : { ballot: one.text, ...(one.hint && { hint: Buffer.from(one.hint).toString('base64url') }), recastKey };
    console.log(JSON.stringify({ ...hall, turns: turns.map((ballots) => ballots.map(sent)) }));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return JSON.parse(output);
}
