import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The two versions of belenios-tool that the project promises to agree with: Debian stable's and sid's. */
export const toolVersions = ['3.0', '3.3'] as const;
export type ToolVersion = (typeof toolVersions)[number];

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The wrapper that scripts/fetch-belenios.sh leaves for a version. */
export const toolPath = (version: ToolVersion): string => `${root}.cache/belenios/belenios-${version}`;

const hasAptGet = (): boolean => {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Whether the wrapper starts the version that it is named after. */
const starts = (version: ToolVersion): boolean =>
  spawnSync(toolPath(version), ['--version'], { encoding: 'utf8' }).stdout?.startsWith(version) ?? false;

/**
 * Whether the tests that need belenios-tool can run. Where Debian's packages can be had, and in CI, they must:
 * a missing program is an error there, so that nothing is passed over in silence.
 */
export const toolsAreHere = (): boolean => {
  const missing = toolVersions.filter((version) => !starts(version));
  if (missing.length === 0) return true;
  const message = `belenios-tool ${missing.join(' and ')} is not here: run scripts/fetch-belenios.sh`;
  if (process.env.CI || hasAptGet()) throw new Error(message);
  process.stderr.write(`${message}. It needs Debian's packages; the tests beside it cannot run on this machine.\n`);
  return false;
};

export interface Outcome {
  readonly status: number;
  readonly output: string;
}

const finished = async (program: string, args: readonly string[]): Promise<Outcome> => {
  try {
    const { stdout } = await run(program, args, { maxBuffer: 2 ** 28, env: { ...process.env, LC_ALL: 'C' } });
    return { status: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code !== 'number') throw error;
    return { status: code, output: `${stdout}${stderr}` };
  }
};

/** Runs audit/audit.sh on a record. */
export const audit = (version: ToolVersion, record: string, ...options: string[]): Promise<Outcome> =>
  finished('sh', [`${root}audit/audit.sh`, '--tool', toolPath(version), ...options, record]);

/** Runs belenios-tool in a folder and gives what it prints. Throws when it fails, with its own words. */
export function tool(version: ToolVersion, folder: string, args: readonly string[], input = ''): string {
  const options = { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const { error, status, stdout, stderr } = spawnSync(toolPath(version), args, options);
  if (error) throw error;
  if (status !== 0) throw new Error(`belenios-tool ${version} ${args.join(' ')}: ${stderr.trim().slice(-500)}`);
  return stdout;
}
