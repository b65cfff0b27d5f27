import type { AccountId } from '../../domain/account/account.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { Reminder } from '../../domain/plan/plan-reminders.ts';

/** A reminder that one account was sent about one committee's duty. */
export interface SentReminder extends Reminder {
  readonly committeeId: string;
  readonly accountId: AccountId;
}

/** Where people want to be reminded by e-mail, and of what they were. */
export interface ReminderStore {
  /** By plan; a plan of which nobody was reminded may be missing. */
  sent(ids: readonly PlanId[]): Promise<ReadonlyMap<PlanId, readonly SentReminder[]>>;
  /** Keeping one twice changes nothing. */
  keepSent(id: PlanId, sent: SentReminder): Promise<void>;
  address(account: AccountId): Promise<string | null>;
  addresses(): Promise<ReadonlyMap<AccountId, string>>;
  /** Null: no e-mail any more. */
  setAddress(account: AccountId, address: string | null): Promise<void>;
}
