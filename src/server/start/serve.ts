import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { AuditPlace } from '../../domain/audit.ts';
import { keptSince } from '../../domain/roster/kept-import.ts';
import { tellSecondAccounts } from '../accounts/second-accounts.ts';
import { setupLink } from '../accounts/setup-link.ts';
import { buildApp } from '../app.ts';
import { startDigestRounds } from '../audit/digest-rounds.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import type { LogTarget } from '../http/frame.ts';
import { overTls, type TlsIdentity } from '../http/tls-listener.ts';
import { smtpMailer } from '../mail/mailer.ts';
import { describeFormProblem, loadBallotForms } from '../meeting/ballot-forms.ts';
import { type PlaceRefusal, tryBackupPlace } from '../operate/backup/backup-place.ts';
import { drain } from '../operate/drain.ts';
import { warningNotes } from '../operate/read-service-state.ts';
import { startReminderRounds } from '../plans/reminder-rounds.ts';
import { checkRounds } from '../record/check-rounds.ts';
import { sessionChecks } from '../record/session-checks.ts';
import { watchDamagedRows } from '../store/damaged-row.ts';
import { type WorkerPool, workerPool } from '../workers/worker-pool.ts';
import { forgetCancelled } from './forget-cancelled.ts';
import { keepTime, startTimeRounds, systemTime } from './keep-time.ts';
import { startLinkKeyRounds } from './link-key-rounds.ts';
import { type ListenRefusal, listenRefusal } from './listen-refusal.ts';
import { type DataFolder, type FolderRefusal, folderRefusal, openDataFolder } from './open-data-folder.ts';
import { readSecretFile, type SecretFileRefusal } from './secret-file.ts';
import { readIdentity, type TlsRefusal } from './tls-identity.ts';

export interface RunningService {
  /** Where it listens on this machine, without a slash at the end. */
  readonly url: string;
  /** The same over TLS, where the service has a certificate of its own. */
  readonly tlsUrl: string | undefined;
  /** The one-time link of the first administrator; undefined once there is an account. */
  readonly setupUrl: string | undefined;
  /** People have accounts here, and the secret of their sign-ins was missing. */
  readonly isSecretNew: boolean;
  /** Number of the first entry of the audit log that was altered; voting goes on without it. */
  readonly auditBrokenAt: AuditPlace | null;
  /**
   * Says so for a while where a load balancer looks (`PHIEU_DRAIN_SECONDS`), answers what has begun, then closes everything. False where something did not end in its time: the data folder is
   * closed all the same, and the process has to end by force.
   */
  stop(): Promise<boolean>;
}

export type Started =
  | { ok: true; service: RunningService }
  | { ok: false; refusal: FolderRefusal | PlaceRefusal | SecretFileRefusal | TlsRefusal }
  | { ok: false; refusal: ListenRefusal; port: number; host: string }
  | {
      ok: false;
      refusal: 'invalid-ballot-forms';
      problems: readonly string[];
    };

/** Starts the service on its data folder, which only one process at a time may have, and its database. */
export async function serve(config: Config, logTarget?: LogTarget): Promise<Started> {
  const loaded = loadBallotForms();
  if (!loaded.ok)
    return { ok: false, refusal: 'invalid-ballot-forms', problems: loaded.problems.map(describeFormProblem) };
  const identity = readIdentity(config);
  if (!identity.ok) return identity;
  const secret = config.secretFile === undefined ? undefined : readSecretFile(config.secretFile);
  if (secret?.ok === false) return secret;
  const opened = await openDataFolder(config, randomBytes, secret?.value);
  if (!opened.ok) return opened;
  const folder = opened.value;
  const { backups } = config;
  const unusable = backups.isChosen || backups.everyHours > 0 ? tryBackupPlace(backups.folder) : undefined;
  if (unusable !== undefined) {
    await folder.close();
    return { ok: false, refusal: unusable };
  }
  const { store, ...time } = keepTime(folder.store, systemTime, config.countdownSeconds);
  const pool = workerPool(config.workers);
  const checks = sessionChecks(store, (record) => pool.run('checkChain', { store: store.address, record }));
  let unwatch = () => {};
  const close = async () => {
    unwatch();
    checks.stop();
    await pool.close();
    await folder.close();
    return true;
  };
  let stop = close;
  let isServing = false;
  try {
    await checks.running();
    await store.imports.forgetBefore(keptSince(time.clock()));
    const audit = await store.audit.check();
    const link = setupLink(store.setupLink, randomBytes);
    const deps: Deps = {
      store,
      ...time,
      node: randomUUID(),
      drain: drain(),
      config,
      forms: loaded.forms,
      random: randomBytes,
      tokenSecret: folder.tokenSecret,
      setupLink: link,
      auditBrokenAt: audit.brokenAt,
      pool,
      checks,
    };
    const app = await buildApp(deps, logTarget);
    unwatch = watchDamagedRows((damaged) => app.log.error(damaged, 'altered: this row cannot be read'));
    store.locks.tell((found) => app.log.error(found, 'altered: what is kept is not what was written'));
    await tellSecondAccounts(deps, app.log);
    await forgetCancelled(deps, app.log);
    for (const code of await store.health.warnings()) app.log.warn({ code }, warningNotes[code].en);
    const linkKeys = await startLinkKeyRounds(store, app.log);
    const timeRounds = await startTimeRounds(deps, app.log);
    const digests = startDigestRounds(deps, app.log);
    const checking = checkRounds(checks, app.log);
    const rounds = config.mail && startReminderRounds(deps, smtpMailer(config.mail), app.log);
    app.addHook('onClose', async () => {
      checking.stop();
      await linkKeys.stop();
      await digests.stop();
      await timeRounds.stop();
      await rounds?.stop();
      await close();
    });
    stop = async () => {
      deps.drain.begin();
      await wait(isServing ? config.drainSeconds * 1000 : 0);
      return closeWithin({ app, pool, folder }, config.stopSeconds);
    };
    const { url, tlsUrl } = await listen(app, config, identity.value);
    isServing = true;
    checking.begin();
    const isInUse = await store.accounts.any();
    const setupUrl = isInUse ? undefined : `${setupOrigin(config, url)}/setup#${await link.renew()}`;
    const isSecretNew = isInUse && folder.isSecretNew;
    return { ok: true, service: { url, tlsUrl, setupUrl, isSecretNew, auditBrokenAt: audit.brokenAt, stop } };
  } catch (error) {
    await stop();
    const unheard = listenRefusal(error);
    if (unheard !== undefined) return { ok: false, ...unheard };
    const refusal = folderRefusal(error, config.databaseUrl);
    if (refusal === undefined) throw error;
    return { ok: false, refusal };
  }
}

/** Milliseconds for what was ended to be gone. */
const grace = 2000;

interface Running {
  readonly app: FastifyInstance;
  readonly pool: WorkerPool;
  readonly folder: DataFolder;
}

/**
 * Takes nothing new, lets what has begun finish for so long, and ends it then. What sits in the system, as a thread does
 * whose disk does not answer, cannot be ended: it is given up, and false returned.
 */
async function closeWithin({ app, pool, folder }: Running, seconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<boolean>((resolve) => {
    const giveUp = () => {
      app.log.error({}, 'something does not end: the data folder is closed without waiting for it');
      resolve(folder.close().then(() => false));
    };
    const hurry = () => {
      app.server.closeAllConnections();
      pool.end();
      timer = setTimeout(giveUp, grace);
    };
    timer = setTimeout(hurry, seconds * 1000);
  });
  const closed = app.close().then(() => true);
  return await Promise.race([closed, givenUp]).finally(() => clearTimeout(timer));
}

async function listen(
  app: FastifyInstance,
  { port, host, tls, stopSeconds }: Config,
  identity: TlsIdentity | undefined,
) {
  const listenOverTls = identity && overTls(app, identity, stopSeconds * 1000);
  await app.ready();
  const tlsPort = tls && (await listenOverTls?.({ port: tls.port, host }));
  await app.listen({ port, host });
  const own = app.server.address() as AddressInfo;
  return { url: `http://localhost:${own.port}`, tlsUrl: tlsPort ? `https://localhost:${tlsPort}` : undefined };
}

/** Setting up needs TLS or this very machine (promise 8). */
function setupOrigin({ publicUrl }: Config, url: string): string {
  return publicUrl?.startsWith('https:') ? publicUrl : url;
}
