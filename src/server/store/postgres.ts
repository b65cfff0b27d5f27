import { sql } from 'drizzle-orm';
import type { AuditIntent } from './audit-intent.ts';
import type { LinkKeys } from './link-keys.ts';
import { postgresAccounts } from './postgres/accounts.ts';
import { postgresAudit } from './postgres/audit.ts';
import { keepFirstRanks } from './postgres/committee-ranks.ts';
import { postgresCommittees } from './postgres/committees.ts';
import type { Database } from './postgres/connection.ts';
import { postgresCountdowns } from './postgres/countdowns.ts';
import { connectTo, type DatabaseServer, openDatabase } from './postgres/database.ts';
import { postgresDocuments } from './postgres/documents.ts';
import { postgresHalfTerm } from './postgres/half-term.ts';
import { postgresHealth } from './postgres/health.ts';
import { postgresImports } from './postgres/imports.ts';
import { postgresInvitations } from './postgres/invitations.ts';
import { postgresLeases } from './postgres/leases.ts';
import { inOneMoment } from './postgres/one-moment.ts';
import { postgresPlans } from './postgres/plans.ts';
import { recordReads } from './postgres/records.ts';
import { postgresReminders } from './postgres/reminders.ts';
import { postgresRenewals } from './postgres/renewals.ts';
import { postgresSessions } from './postgres/sessions.ts';
import { postgresSetupLink } from './postgres/setup-link.ts';
import { type Atomically, stepsOf } from './postgres/steps.ts';
import { postgresSummoned } from './postgres/summoned.ts';
import { postgresTies } from './postgres/ties.ts';
import { sessionLocks } from './session-locks.ts';
import type { RecordReads } from './session-store.ts';
import type { PostgresAddress, Store, StoresBeside } from './store.ts';

/** The store in a PostgreSQL database, whose tables are made and brought up to date when needed. */
export async function postgresStore(url: string, linkKeys: LinkKeys): Promise<Store> {
  const server = await openDatabase(url);
  await keepFirstRanks(server.database);
  return storeOn(server, url, linkKeys);
}

/**
 * Reads the store as it is at one moment, whatever others write meanwhile.
 * @param read is told what the server calls that moment, by which others may read the same; until `read` is done
 */
export async function inStoreMoment<Value>(
  url: string,
  linkKeys: LinkKeys,
  read: (store: Store, snapshot: string) => Promise<Value>,
): Promise<Value> {
  const { database, close } = connectTo(url, 1);
  try {
    return await inOneMoment(database, async (moment) => {
      const { rows } = await moment.execute<{ snapshot: string }>(sql`SELECT pg_export_snapshot() AS snapshot`);
      return await read(storeOn({ database: moment, close }, url, linkKeys), rows[0]?.snapshot ?? '');
    });
  } finally {
    await close();
  }
}

function storeOn({ database, close }: Pick<DatabaseServer, 'database' | 'close'>, url: string, linkKeys: LinkKeys) {
  const locks = sessionLocks();
  const sessions = postgresSessions(database, locks, linkKeys);
  const noting = (intent?: AuditIntent): Store => {
    const atomically = stepsOf(database, intent);
    return {
      accounts: postgresAccounts(database, atomically),
      audit: postgresAudit(database, atomically),
      invitations: postgresInvitations(database, atomically),
      ...listParts(database, atomically),
      sessions: sessions({ atomically, isNoting: intent !== undefined }),
      plans: postgresPlans(database, atomically),
      reminders: postgresReminders(database, atomically),
      halfTerm: postgresHalfTerm(database, atomically),
      documents: postgresDocuments(database, locks),
      ties: postgresTies(database),
      leases: postgresLeases(atomically),
      setupLink: postgresSetupLink(database, atomically),
      renewals: postgresRenewals(database, atomically),
      countdowns: postgresCountdowns(database),
      locks,
      linkKeys,
      health: postgresHealth(database),
      address: { kind: 'postgres', url },
      noting,
      close,
    };
  };
  return noting();
}

/** What a worker reads and changes beside its service, too. */
function listParts(database: Database, atomically: Atomically): Pick<Store, 'committees' | 'imports' | 'summoned'> {
  return {
    committees: postgresCommittees(database, atomically),
    imports: postgresImports(database, atomically),
    summoned: postgresSummoned(database, atomically),
  };
}

/** Connections of a worker: for its one step, and for what it reads beside it. */
const ofWorker = 2;

/**
 * The same on connections of a worker's own, whose steps are refused where it is to read only.
 * @param intent goes with what is changed
 */
export function storesBeside(
  { url }: PostgresAddress,
  how: { readonly readonly: boolean },
  intent?: AuditIntent,
): StoresBeside {
  const { database, close } = connectTo(url, ofWorker);
  return { ...listParts(database, how.readonly ? noSteps : stepsOf(database, intent)), close };
}

const noSteps: Atomically = async () => {
  throw new Error('this connection is to read only');
};

/** The records of a store that is open already: for workers. */
export function recordsBeside({ url }: PostgresAddress): RecordReads & { close(): Promise<void> } {
  const { database, close } = connectTo(url, ofWorker);
  return { ...recordReads(database), close };
}
