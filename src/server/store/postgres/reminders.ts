import { and, eq, getTableColumns } from 'drizzle-orm';
import type { AccountId } from '../../../domain/account/account.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import type { PlanId } from '../../../domain/plan/plan-id.ts';
import { written } from '../outcome.ts';
import type { ReminderStore, SentReminder } from '../reminder-store.ts';
import { grantTable } from './accounts-schema.ts';
import { anyOf } from './any-of.ts';
import type { Database } from './connection.ts';
import { mailAddressTable, planReminderTable } from './reminders-schema.ts';
import type { Atomically } from './steps.ts';

export function postgresReminders(database: Database, atomically: Atomically): ReminderStore {
  const { committeeId, accountId, dueOn, kind } = planReminderTable;
  return {
    sent: async (ids) => {
      const { planId } = planReminderTable;
      const rows = await database
        .select({ planId, committeeId, accountId, dueOn, kind })
        .from(planReminderTable)
        .where(anyOf(planId, ids))
        .orderBy(planId, committeeId, accountId, dueOn, kind);
      const found = new Map<PlanId, SentReminder[]>(ids.map((id) => [id, []]));
      for (const { planId: id, ...row } of rows) {
        found.get(id as PlanId)?.push({ ...row, accountId: row.accountId as AccountId });
      }
      return found;
    },
    claim: async (planId, sent) =>
      atomically(async (transaction) => {
        const row = { planId, ...sent };
        const { rowCount } = await transaction.insert(planReminderTable).values(row).onConflictDoNothing();
        const isClaimed = rowCount === 1;
        return { value: isClaimed, wrote: isClaimed };
      }),
    withdraw: async (plan, sent) =>
      atomically(async (transaction) => {
        const { planId } = planReminderTable;
        const which = [eq(committeeId, sent.committeeId), eq(accountId, sent.accountId), eq(dueOn, sent.dueOn)];
        const own = and(eq(planId, plan), ...which, eq(kind, sent.kind));
        const { rowCount } = await transaction.delete(planReminderTable).where(own);
        return { value: undefined, wrote: rowCount !== 0 };
      }),
    address: async (account) => {
      const [row] = await database.select().from(mailAddressTable).where(eq(mailAddressTable.accountId, account));
      return row?.address ?? null;
    },
    recipients: async () => {
      const rows = await database
        .selectDistinct({ ...getTableColumns(mailAddressTable), committee: grantTable.committeeId })
        .from(mailAddressTable)
        .innerJoin(grantTable, eq(grantTable.accountId, mailAddressTable.accountId))
        .orderBy(mailAddressTable.accountId, grantTable.committeeId);
      return [...Map.groupBy(rows, (row) => row.accountId)].map(([id, own]) => ({
        accountId: id as AccountId,
        address: own[0]?.address ?? '',
        committeeIds: own.map((row) => row.committee as CommitteeId),
      }));
    },
    setAddress: async (account, address) =>
      atomically(async (transaction) => {
        if (address === null) {
          await transaction.delete(mailAddressTable).where(eq(mailAddressTable.accountId, account));
          return written(undefined);
        }
        const target = mailAddressTable.accountId;
        await transaction
          .insert(mailAddressTable)
          .values({ accountId: account, address })
          .onConflictDoUpdate({ target, set: { address } });
        return written(undefined);
      }),
  };
}
