import { Command } from 'commander';
import { readConfig } from '../server/config.ts';
import { serve } from '../server/serve.ts';
import { buildPages, isBuilt } from './build-pages.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve pages and API; settings are environment variables, see docs/operation.md')
    .option('--build', 'build the pages first when their sources are newer', false)
    .action(run);
}

/** Until the first signal to stop. Log lines go to standard error, so that standard output stays for people. */
async function run({ build }: { readonly build: boolean }): Promise<void> {
  const read = readConfig();
  if (!read.ok) return fail(read.problem);
  const { config } = read;
  if (build && !isBuilt()) await buildPages();
  const started = await serve(config, { write: (line) => void process.stderr.write(line) }).catch(listenFailure);
  if (!started.ok) {
    return fail('problems' in started ? started.problems.join('\n') : sentences[started.refusal](config));
  }
  const { service } = started;
  console.log(`Phiếu tín nhiệm: ${config.publicUrl ?? service.url}`);
  if (service.tlsUrl !== undefined) console.log(`TLS: ${service.tlsUrl}`);
  if (service.auditBrokenAt !== null) {
    const at = service.auditBrokenAt;
    console.error(
      `phieu: Nhật ký bị sửa hoặc thiếu từ mục số ${at} / The audit log was altered, or is incomplete, from entry ${at} on`,
    );
  }
  if (service.setupUrl !== undefined) {
    console.log('Chưa có quản trị viên. Liên kết một lần / No administrator yet. One-time link:');
    console.log(`Open ${service.setupUrl}`);
  }
  const stop = () => void service.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

type StartRefusal = keyof typeof sentences;

const sentences = {
  'data-folder-in-use': ({ dataFolder }: { dataFolder: string }) =>
    `${dataFolder} is in use by another phieu process (DATA_DIR names another folder)`,
  'port-in-use': ({ port }: { port: number }) => `port ${port} is in use (PORT names another one)`,
  'port-not-allowed': ({ port }: { port: number }) =>
    `this user may not listen on port ${port} (PORT names another one)`,
} as const;

function listenFailure(error: NodeJS.ErrnoException): { ok: false; refusal: StartRefusal } {
  if (error.code === 'EADDRINUSE') return { ok: false, refusal: 'port-in-use' };
  if (error.code === 'EACCES' && error.syscall === 'listen') return { ok: false, refusal: 'port-not-allowed' };
  throw error;
}

function fail(problem: string): void {
  console.error(`phieu: ${problem}`);
  process.exitCode = 1;
}
