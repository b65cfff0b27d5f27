import type { AccountId } from '../../domain/account/account.ts';
import { type Reminder, reminderFor } from '../../domain/plan/plan-reminders.ts';
import type { Deps } from '../deps.ts';
import { configuredSignIn } from '../http/public-origin.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { SentReminder } from '../store/reminder-store.ts';
import { type Obligation, obligationsOf } from './obligations.ts';
import { reminderMail } from './reminder-mail.ts';

/** So many failures in a row: the mail server is not there, and the rest can wait for the next round. */
const failuresInARow = 3;

export interface ReminderRound {
  readonly sent: number;
  /** Codes of what failed: never an address, nor what a server said, which may repeat one. */
  readonly failures: readonly string[];
}

/**
 * Sends every reminder that is due and was not sent yet. One is kept as sent before it is, so that no other node sends it
 * too, not even after this one has died with it; what the mail server does not take is tried again the next time.
 */
export async function sendReminders(deps: Deps, mailer: Mailer): Promise<ReminderRound> {
  const { store, config } = deps;
  const failures: string[] = [];
  let [sent, inARow] = [0, 0];
  for await (const { obligation, reminder, accountId, address } of dueReminders(deps)) {
    const { plan, committee } = obligation;
    const kept = { ...reminder, committeeId: committee.id, accountId };
    if (!(await store.reminders.claim(plan.id, kept))) continue;
    try {
      await mailer.send(reminderMail(obligation, address, configuredSignIn(config)));
    } catch (error) {
      // What a mail server or the network does is not a bug of ours: it is told, and tried again.
      await store.reminders.withdraw(plan.id, kept);
      failures.push(codeOf(error));
      inARow += 1;
      if (inARow === failuresInARow) break;
      continue;
    }
    inARow = 0;
    sent += 1;
  }
  return { sent, failures };
}

interface Due {
  readonly obligation: Obligation;
  readonly reminder: Reminder;
  readonly accountId: AccountId;
  readonly address: string;
}

/** Reads the committees of those who want to be reminded and whoever directs these, however many others there are. */
async function* dueReminders(deps: Deps): AsyncGenerator<Due> {
  const { reminders } = deps.store;
  const recipients = await reminders.recipients();
  if (recipients.length === 0) return;
  const owed = await obligationsOf(
    deps,
    recipients.flatMap(({ committeeIds }) => committeeIds),
  );
  const told = await reminders.sent([...new Set(owed.map(({ plan }) => plan.id))]);
  for (const obligation of owed) {
    const { plan, committee, standing } = obligation;
    const reminder = reminderFor(plan, standing);
    if (reminder === undefined) continue;
    const sent = new Set((told.get(plan.id) ?? []).map(keyOf));
    for (const { accountId, address, committeeIds } of recipients) {
      const isSent = sent.has(keyOf({ ...reminder, committeeId: committee.id, accountId }));
      if (!isSent && committeeIds.includes(committee.id)) yield { obligation, reminder, accountId, address };
    }
  }
}

function keyOf({ committeeId, accountId, dueOn, kind }: SentReminder): string {
  return [committeeId, accountId, dueOn, kind].join(' ');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
