import type { AccountId } from '../../domain/account/account.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PlanId } from '../../domain/plan/plan-id.ts';
import type { Reminder } from '../../domain/plan/plan-reminders.ts';

/** A reminder that one account was sent about one committee's duty. */
export interface SentReminder extends Reminder {
  readonly committeeId: string;
  readonly accountId: AccountId;
}

/** Who wants to be reminded, and of whose duties. */
export interface ReminderRecipient {
  readonly accountId: AccountId;
  readonly address: string;
  /** In which the account has a role, each once. */
  readonly committeeIds: readonly CommitteeId[];
}

/** Where people want to be reminded by e-mail, and of what they were. */
export interface ReminderStore {
  /** By plan; a plan of which nobody was reminded may be missing. */
  sent(ids: readonly PlanId[]): Promise<ReadonlyMap<PlanId, readonly SentReminder[]>>;
  /**
   * Keeps that one is sent, before it is: whoever gets true sends it, and nobody else ever does, on whichever node.
   * @returns whether it was not kept yet
   */
  claim(id: PlanId, sent: SentReminder): Promise<boolean>;
  /** It could not be sent after all. */
  withdraw(id: PlanId, sent: SentReminder): Promise<void>;
  address(account: AccountId): Promise<string | null>;
  /** Everybody who has an address and serves a committee. */
  recipients(): Promise<readonly ReminderRecipient[]>;
  /** Null: no e-mail any more. */
  setAddress(account: AccountId, address: string | null): Promise<void>;
}
