import type { AccountId } from '../../../domain/account/account.ts';
import type { PlanId } from '../../../domain/plan/plan.ts';
import type { ReminderStore, SentReminder } from '../reminder-store.ts';

export function memoryReminders(): ReminderStore {
  const sent = new Map<PlanId, Map<string, SentReminder>>();
  const addresses = new Map<AccountId, string>();
  return {
    sent: async (id) => [...(sent.get(id)?.values() ?? [])],
    keepSent: async (id, one) => {
      const { committeeId, accountId, dueOn, kind } = one;
      const ofPlan = sent.get(id) ?? new Map<string, SentReminder>();
      sent.set(id, ofPlan.set([committeeId, accountId, dueOn, kind].join(' '), one));
    },
    address: async (account) => addresses.get(account) ?? null,
    addresses: async () => new Map(addresses),
    setAddress: async (account, address) => {
      if (address === null) addresses.delete(account);
      else addresses.set(account, address);
    },
  };
}
