import type { Account, AccountId } from '../../domain/account/account.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type BoardRow, rowsOf } from '../../domain/plan/plan-board.ts';
import { type Reminder, reminderFor } from '../../domain/plan/plan-reminders.ts';
import { byId, type KnownCommittees } from '../../domain/plan/plan-scope.ts';
import type { Deps } from '../deps.ts';
import { configuredSignIn } from '../http/public-origin.ts';
import { localDay } from '../kit/local-time.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { SentReminder } from '../store/reminder-store.ts';
import { reminderMail } from './reminder-mail.ts';

/** So many failures in a row: the mail server is not there, and the rest can wait for the next round. */
const failuresInARow = 3;

export interface ReminderRound {
  readonly sent: number;
  /** Codes of what failed: never an address, nor what a server said, which may repeat one. */
  readonly failures: readonly string[];
}

/**
 * Sends every reminder that is due and was not sent yet. One is remembered once the mail server has taken it, so that
 * what failed is tried again the next time.
 */
export async function sendReminders(deps: Deps, mailer: Mailer): Promise<ReminderRound> {
  const { store, config } = deps;
  const failures: string[] = [];
  let [sent, inARow] = [0, 0];
  for await (const { plan, row, reminder, accountId, address } of dueReminders(deps)) {
    try {
      await mailer.send(reminderMail(plan, row, address, configuredSignIn(config)));
    } catch (error) {
      // What a mail server or the network does is not a bug of ours: it is told, and tried again.
      failures.push(codeOf(error));
      inARow += 1;
      if (inARow === failuresInARow) break;
      continue;
    }
    inARow = 0;
    sent += 1;
    await store.reminders.keepSent(plan.id, { ...reminder, committeeId: row.committee.id, accountId });
  }
  return { sent, failures };
}

interface Due {
  readonly plan: Plan;
  readonly row: BoardRow;
  readonly reminder: Reminder;
  readonly accountId: AccountId;
  readonly address: string;
}

async function* dueReminders({ store, clock }: Deps): AsyncGenerator<Due> {
  const addresses = await store.reminders.addresses();
  if (addresses.size === 0) return;
  const serving = whoServes(await store.accounts.list());
  const known: KnownCommittees = byId(await store.committees.list());
  const today = localDay(clock());
  const plans = await store.plans.issued();
  const ids = plans.map(({ id }) => id);
  const under = await store.sessions.underPlans(ids);
  const told = await store.reminders.sent(ids);
  for (const plan of plans) {
    const sent = new Set((told.get(plan.id) ?? []).map(keyOf));
    for (const row of rowsOf(plan, known, under.get(plan.id) ?? [], today)) {
      const reminder = reminderFor(plan, row);
      if (reminder === undefined) continue;
      for (const accountId of serving.get(row.committee.id) ?? []) {
        const address = addresses.get(accountId);
        const isSent = sent.has(keyOf({ ...reminder, committeeId: row.committee.id, accountId }));
        if (address !== undefined && !isSent) yield { plan, row, reminder, accountId, address };
      }
    }
  }
}

/** Chair, briefer and office of each committee, each account once. */
function whoServes(accounts: readonly Account[]): ReadonlyMap<string, ReadonlySet<AccountId>> {
  const serving = new Map<string, Set<AccountId>>();
  for (const { id, grants } of accounts) {
    for (const { committeeId } of grants) serving.set(committeeId, (serving.get(committeeId) ?? new Set()).add(id));
  }
  return serving;
}

function keyOf({ committeeId, accountId, dueOn, kind }: SentReminder): string {
  return [committeeId, accountId, dueOn, kind].join(' ');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
