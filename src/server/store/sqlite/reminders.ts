import { eq, sql } from 'drizzle-orm';
import type { AccountId } from '../../../domain/account/account.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import { written } from '../outcome.ts';
import type { ReminderStore, SentReminder } from '../reminder-store.ts';
import type { Database } from './connection.ts';
import { mailAddressTable, planReminderTable } from './reminders-schema.ts';
import type { Atomically } from './steps.ts';

export function sqliteReminders(database: Database, atomically: Atomically): ReminderStore {
  const { committeeId, accountId, dueOn, kind } = planReminderTable;
  return {
    sent: async (ids) => {
      const { planId } = planReminderTable;
      const rows = database
        .select({ planId, committeeId, accountId, dueOn, kind })
        .from(planReminderTable)
        .where(sql`${planId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
        .all();
      const found = new Map<PlanId, SentReminder[]>(ids.map((id) => [id, []]));
      for (const { planId: id, ...row } of rows) {
        found.get(id as PlanId)?.push({ ...row, accountId: row.accountId as AccountId });
      }
      return found;
    },
    keepSent: async (planId, sent) =>
      atomically((transaction) => {
        const row = { planId, ...sent };
        const { changes } = transaction.insert(planReminderTable).values(row).onConflictDoNothing().run();
        return { value: undefined, wrote: changes > 0 };
      }),
    address: async (account) => {
      const [row] = database.select().from(mailAddressTable).where(eq(mailAddressTable.accountId, account)).all();
      return row?.address ?? null;
    },
    addresses: async () => {
      const rows = database.select().from(mailAddressTable).all();
      return new Map(rows.map((row) => [row.accountId as AccountId, row.address]));
    },
    setAddress: async (account, address) =>
      atomically((transaction) => {
        if (address === null) {
          transaction.delete(mailAddressTable).where(eq(mailAddressTable.accountId, account)).run();
          return written(undefined);
        }
        const row = { accountId: account, address };
        const target = mailAddressTable.accountId;
        transaction.insert(mailAddressTable).values(row).onConflictDoUpdate({ target, set: row }).run();
        return written(undefined);
      }),
  };
}
