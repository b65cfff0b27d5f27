import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { AccountId } from '../../../domain/account/account.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import { written } from '../outcome.ts';
import type { ReminderStore, SentReminder } from '../reminder-store.ts';
import { grantTable } from './accounts-schema.ts';
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
    claim: async (planId, sent) =>
      atomically((transaction) => {
        const row = { planId, ...sent };
        const { changes } = transaction.insert(planReminderTable).values(row).onConflictDoNothing().run();
        return { value: changes > 0, wrote: changes > 0 };
      }),
    withdraw: async (plan, sent) =>
      atomically((transaction) => {
        const { planId } = planReminderTable;
        const which = [eq(committeeId, sent.committeeId), eq(accountId, sent.accountId), eq(dueOn, sent.dueOn)];
        const own = and(eq(planId, plan), ...which, eq(kind, sent.kind));
        const { changes } = transaction.delete(planReminderTable).where(own).run();
        return { value: undefined, wrote: changes > 0 };
      }),
    address: async (account) => {
      const [row] = database.select().from(mailAddressTable).where(eq(mailAddressTable.accountId, account)).all();
      return row?.address ?? null;
    },
    recipients: async () => {
      const rows = database
        .selectDistinct({ ...getTableColumns(mailAddressTable), committee: grantTable.committeeId })
        .from(mailAddressTable)
        .innerJoin(grantTable, eq(grantTable.accountId, mailAddressTable.accountId))
        .all();
      return [...Map.groupBy(rows, (row) => row.accountId)].map(([id, own]) => ({
        accountId: id as AccountId,
        address: own[0]?.address ?? '',
        committeeIds: own.map((row) => row.committee as CommitteeId),
      }));
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
