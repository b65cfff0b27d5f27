import type { AuditIntent } from './audit-intent.ts';
import type { LinkKeys } from './link-keys.ts';
import { postgresAccounts } from './postgres/accounts.ts';
import { postgresAudit } from './postgres/audit.ts';
import { openDatabase } from './postgres/database.ts';
import { postgresHealth } from './postgres/health.ts';
import { postgresInvitations } from './postgres/invitations.ts';
import { postgresLeases } from './postgres/leases.ts';
import { postgresRenewals } from './postgres/renewals.ts';
import { postgresSetupLink } from './postgres/setup-link.ts';
import { stepsOf } from './postgres/steps.ts';
import { sessionLocks } from './session-locks.ts';
import type { Store } from './store.ts';

/** The store in a PostgreSQL database, whose tables are made and brought up to date when needed. */
export async function postgresStore(url: string, linkKeys: LinkKeys): Promise<Store> {
  const { database, close } = await openDatabase(url);
  const locks = sessionLocks();
  const noting = (intent?: AuditIntent): Store => {
    const atomically = stepsOf(database, intent);
    return {
      accounts: postgresAccounts(database, atomically),
      audit: postgresAudit(database, atomically),
      invitations: postgresInvitations(database, atomically),
      committees: notYet(),
      sessions: notYet(),
      plans: notYet(),
      reminders: notYet(),
      summoned: notYet(),
      imports: notYet(),
      halfTerm: notYet(),
      documents: notYet(),
      ties: notYet(),
      leases: postgresLeases(atomically),
      setupLink: postgresSetupLink(database, atomically),
      renewals: postgresRenewals(database, atomically),
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

/** Of a part that is being written. */
function notYet<Part extends object>(): Part {
  const throwing = () => {
    throw new Error('this part is not kept in PostgreSQL yet');
  };
  return new Proxy({}, { get: throwing }) as Part;
}
