import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setupLink } from './accounts/setup-link.ts';
import { buildApp } from './app.ts';
import { describeFormProblem, loadBallotForms } from './ballot-forms.ts';
import type { Config } from './config.ts';
import { holdDataFolder, tokenSecret } from './data-folder.ts';
import type { Deps } from './deps.ts';
import type { LogTarget } from './http/frame.ts';
import { type AlteredRecord, findAlteredRecords } from './record-check.ts';
import { sqliteStore } from './store/sqlite.ts';
import { workerPool } from './workers/worker-pool.ts';

export interface RunningService {
  /** Where it listens on this machine, without a slash at the end. */
  readonly url: string;
  /** The one-time link of the first administrator; undefined once there is an account. */
  readonly setupUrl: string | undefined;
  /** Number of the first entry of the audit log that was altered; voting goes on without it. */
  readonly auditBrokenAt: number | null;
  /** Answers what has begun, then closes everything. */
  stop(): Promise<void>;
}

export type Started =
  | { ok: true; service: RunningService }
  | { ok: false; refusal: 'data-folder-in-use' }
  | { ok: false; refusal: 'invalid-ballot-forms' | 'record-altered'; problems: readonly string[] };

/** Starts the service on its data folder; only one process at a time may have that. */
export async function serve(config: Config, logTarget?: LogTarget): Promise<Started> {
  const loaded = loadBallotForms();
  if (!loaded.ok)
    return { ok: false, refusal: 'invalid-ballot-forms', problems: loaded.problems.map(describeFormProblem) };
  const folder = resolve(config.dataFolder);
  const hold = holdDataFolder(folder);
  if (hold === undefined) return { ok: false, refusal: 'data-folder-in-use' };
  const store = sqliteStore(folder);
  const pool = workerPool(config.workers);
  const close = async () => {
    await pool.close();
    await store.close();
    hold.release();
  };
  try {
    const altered = await findAlteredRecords(store);
    if (altered.length > 0) {
      await close();
      return { ok: false, refusal: 'record-altered', problems: altered.map(describeAlteredRecord) };
    }
    const audit = await store.audit.check();
    const link = setupLink(randomBytes);
    const secret = tokenSecret(folder, randomBytes);
    const deps: Deps = {
      store,
      config,
      forms: loaded.forms,
      clock: () => new Date(),
      random: randomBytes,
      tokenSecret: secret,
      setupLink: link,
      auditBrokenAt: audit.brokenAt,
      pool,
    };
    const app = await buildApp(deps, logTarget);
    app.addHook('onClose', close);
    await app.listen({ port: config.port, host: config.host });
    const { port } = app.server.address() as AddressInfo;
    const url = `http://localhost:${port}`;
    const setupUrl = (await store.accounts.any()) ? undefined : `${config.publicUrl ?? url}/setup#${link.renew()}`;
    return { ok: true, service: { url, setupUrl, auditBrokenAt: audit.brokenAt, stop: () => app.close() } };
  } catch (error) {
    await close();
    throw error;
  }
}

function describeAlteredRecord({ sessionId, electionId, problem }: AlteredRecord): string {
  return `session ${sessionId}: its record ${electionId} was altered: ${problem}`;
}
