import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type { backupsView } from '../../../contract/service/service.ts';
import { accept, type Ruling, refuse } from '../../../domain/ruling.ts';
import type { Deps } from '../../deps.ts';
import type { RouteContext } from '../../http/gate.ts';
import { storageTrouble } from '../../store/storage-trouble.ts';
import { startLeasedRounds } from '../leased-rounds.ts';
import { type BackupManifest, readManifest } from './backup-folder.ts';
import { placeRefusal } from './backup-place.ts';
import { failureNotes } from './failure-notes.ts';
import { keepFailure, type LastFailure, readFailure } from './last-failure.ts';

type BackupsView = z.infer<typeof backupsView>;

/** The backups that a running service makes of itself, into a folder of its server. */
export interface Backups {
  view(): BackupsView;
  /** Begins one; whoever wants to know how it went looks at the view. */
  start(): Ruling<BackupsView, 'backup-running'>;
  /** When the newest one was made; null where there is none. */
  newest(): Date | null;
}

interface Log {
  info(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

const looksEvery = 60_000;
const namePattern = /^phieu-\d{8}T\d{6}Z$/;

/** Begins with the application, once it serves, and stops with it. */
export function backupsOf({ app, deps }: RouteContext): Backups {
  const { backups, begin, stop } = serviceBackups(deps, app.log);
  app.addHook('onListen', async () => begin());
  app.addHook('preClose', () => stop());
  return backups;
}

type BackupDeps = Pick<Deps, 'config' | 'pool' | 'clock' | 'store' | 'monotonic' | 'node'>;

/** Makes one whenever it is due, from one node, and takes away those that are too many. */
function serviceBackups(deps: BackupDeps, log: Log) {
  const { config, pool, clock } = deps;
  const { everyHours, keep } = config.backups;
  const folder = resolve(config.backups.folder);
  let running: Promise<void> | undefined;
  let isStopped = false;
  let failure = readFailure(config.dataFolder);

  const run = async (at: Date) => {
    const name = `phieu-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`;
    const made = await pool.run('backUp', {
      folder: config.dataFolder,
      databaseUrl: config.databaseUrl,
      target: join(folder, name),
      at: at.toISOString(),
    });
    if (!made.ok) return fail(at, made.refusal);
    remember(null);
    log.info({ name, altered: made.value.altered.length }, 'backup made');
    for (const old of namesIn(folder).slice(keep)) rmSync(join(folder, old), { recursive: true });
  };
  const fail = (at: Date, code: LastFailure['code'], cause: string = code) => {
    remember({ at: at.toISOString(), code });
    log.error({ code: cause }, 'backup failed');
  };
  const remember = (last: LastFailure | null) => {
    failure = last;
    if (keepFailure(config.dataFolder, last)) return;
    log.error({}, 'how the last backup went is known until the next start only');
  };
  const begin = () => {
    const at = clock();
    running = run(at)
      .catch((error: Error) => {
        // Given up with its thread when the service stops: nothing failed.
        if (!isStopped) fail(at, 'unexpected', error.name);
      })
      .finally(() => {
        running = undefined;
      });
  };
  const newestOf = (): { readonly name: string; readonly manifest: BackupManifest } | undefined => {
    try {
      for (const name of namesIn(folder)) {
        const manifest = readManifest(join(folder, name));
        if (manifest !== undefined) return { name, manifest };
      }
    } catch (error) {
      // A folder that cannot be read is told of by the next backup, which cannot be made: the service goes on.
      if (placeRefusal(error) === undefined && storageTrouble(error) === undefined) throw error;
    }
    return undefined;
  };
  const view = (): BackupsView => {
    const newest = newestOf();
    const last = newest && { name: newest.name, at: newest.manifest.at, altered: newest.manifest.altered.length };
    return {
      folder,
      everyHours: everyHours || null,
      keep,
      running: running !== undefined,
      last: last ?? null,
      failure: failure && { at: failure.at, note: failureNotes[failure.code] },
    };
  };
  const backups: Backups = {
    view,
    start: () => {
      if (running !== undefined) return refuse('backup-running');
      begin();
      return accept(view());
    },
    newest: () => {
      const newest = newestOf();
      return newest === undefined ? null : new Date(newest.manifest.at);
    },
  };
  const lookIfDue = () => {
    if (running !== undefined) return;
    // After one that failed the next try waits as long, or a full disk would be filled each minute.
    const last = Math.max(backups.newest()?.getTime() ?? 0, failure === null ? 0 : Date.parse(failure.at));
    const now = clock().getTime();
    // One from the future was made before the clock was put back.
    if (last > now || now - last >= everyHours * 3_600_000) begin();
  };
  let rounds: { stop(): Promise<void> } | undefined;
  const beginRounds = () => {
    if (everyHours === 0) return;
    const work = { name: 'backups', every: looksEvery, failed: 'backups not looked at' } as const;
    rounds = startLeasedRounds(deps, { ...work, round: async () => lookIfDue() }, log);
  };
  // One that has begun is given up with its thread; what there is of it the next one clears away.
  const stop = async () => {
    isStopped = true;
    await rounds?.stop();
  };
  return { backups, begin: beginRounds, stop };
}

/** Newest first. */
function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort()
    .reverse();
}
