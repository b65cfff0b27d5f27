import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type Config, readConfig } from '../server/config.ts';
import { type RunningService, type Started, serve } from '../server/start/serve.ts';
import { usualRecastPauseSeconds } from '../server/start/settings.ts';
import { isBuilt } from './build-pages.ts';
import { fail } from './fail.ts';
import { filled } from './filled.ts';
import { speaker } from './language.ts';
import { listenSentences, newSecret, settingSentences, shortPause } from './start-sentences.ts';

const say = speaker('both');

const stopSignals = ['SIGINT', 'SIGTERM'] as const;

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve pages and API; settings are environment variables, see docs/operation.md')
    .option('--build', 'build the pages first when their sources are newer', false)
    .action(run);
}

async function run({ build }: { readonly build: boolean }): Promise<void> {
  const read = readConfig();
  if (!read.ok) return fail(say(read.problem));
  return runService(read.config, build);
}

/**
 * Until the first signal to stop. Log lines go to standard error, so that standard output stays for people.
 * @param build builds the pages first when their sources are newer
 * @param tell is told once the service can be reached
 */
export async function runService(
  config: Config,
  build: boolean,
  tell: (service: RunningService) => void = () => undefined,
): Promise<void> {
  if (build && !isBuilt()) buildPagesApart();
  const started = await serve(config, { write: (line) => void process.stderr.write(line) });
  if (!started.ok) return fail(sentenceOf(started, config));
  const { service } = started;
  console.log(`Phiếu tín nhiệm: ${config.publicUrl ?? service.url}`);
  if (service.tlsUrl !== undefined) console.log(`TLS: ${asPeopleType(service.tlsUrl, config)}`);
  console.log(`Dữ liệu / Data: ${resolve(config.dataFolder)}`);
  if (service.isSecretNew) console.log(say(newSecret));
  if (service.auditBrokenAt !== null) {
    const { chain, number } = service.auditBrokenAt;
    const at = chain === null ? number : `${chain}/${number}`;
    console.error(
      `phieu: Nhật ký bị sửa hoặc thiếu từ mục số ${at} / The audit log was altered, or is incomplete, from entry ${at} on`,
    );
  }
  if (config.recastPauseSeconds < usualRecastPauseSeconds) {
    console.log(say(filled(shortPause, { seconds: config.recastPauseSeconds })));
  }
  if (service.setupUrl !== undefined) {
    console.log('Chưa có quản trị viên. Liên kết một lần / No administrator yet. One-time link:');
    console.log(`Open ${service.setupUrl}`);
  }
  tell(service);
  let begunAt: number | undefined;
  const stop = async (signal: NodeJS.Signals) => {
    if (begunAt !== undefined) {
      // A second one, of either kind, ends the process at once.
      if (performance.now() - begunAt > oneKeyPress) endBy(signal, stop);
      return;
    }
    begunAt = performance.now();
    const isOver = await service.stop().catch((error: Error) => {
      console.error(`phieu: ${error.message}`);
      return false;
    });
    if (isOver) process.exit(0);
    // To exit would wait for a thread that does not end.
    endBy(signal, stop);
  };
  for (const signal of stopSignals) process.on(signal, stop);
}

const program = fileURLToPath(new URL('./main.ts', import.meta.url));

/** In a process of its own: what builds takes more memory than a service, which would never give it back. */
function buildPagesApart(): void {
  const { status } = spawnSync(process.execPath, [program, 'pages'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('the pages cannot be built');
}

/** Milliseconds: a terminal tells all its processes of one key press, and bin/phieu.mjs tells this one once more. */
const oneKeyPress = 1000;

function endBy(signal: NodeJS.Signals, handler: (signal: NodeJS.Signals) => Promise<void>): void {
  for (const either of stopSignals) process.removeListener(either, handler);
  process.kill(process.pid, signal);
  // The first process of a container gets no signal of its own.
  setTimeout(() => process.abort(), 1000);
}

/** The address for the console and for tellers: by the name that papers bear, since the certificate is for that. */
function asPeopleType(tlsUrl: string, { publicUrl }: Config): string {
  if (publicUrl === undefined || publicUrl.startsWith('https:')) return publicUrl ?? tlsUrl;
  return `https://${new URL(publicUrl).hostname}:${new URL(tlsUrl).port}`;
}

function sentenceOf(
  refused: Extract<Started, { ok: false }>,
  { dataFolder, secretFile, backups, tls }: Config,
): string {
  if ('problems' in refused) return refused.problems.join('\n');
  if ('port' in refused) {
    const { refusal, host, port } = refused;
    return say(filled(listenSentences[refusal], { host, port }));
  }
  const settings = { folder: dataFolder, secret: secretFile ?? '', backups: backups.folder };
  const files = {
    certificate: tls?.certificateFile ?? '',
    key: tls?.keyFile ?? '',
    authority: tls?.authorityFile ?? '',
  };
  return say(filled(settingSentences[refused.refusal], { ...settings, ...files }));
}
