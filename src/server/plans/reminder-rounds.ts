import type { Deps } from '../deps.ts';
import type { Mailer } from '../mail/mailer.ts';
import { startLeasedRounds } from '../operate/leased-rounds.ts';
import { sendReminders } from './send-reminders.ts';

/** Where rounds are told. */
interface Log {
  info(entry: object, message: string): void;
  warn(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

/** Milliseconds. */
const every = 15 * 60_000;

/** Sends what is due every quarter of an hour, from one node; a round that takes longer is not overtaken by the next. */
export function startReminderRounds(deps: Deps, mailer: Mailer, log: Log): { stop(): Promise<void> } {
  const round = async () => {
    const { sent, failures } = await sendReminders(deps, mailer);
    if (sent > 0) log.info({ sent }, 'reminders sent');
    if (failures.length > 0) log.warn({ failures }, 'reminders not sent, tried again later');
  };
  const rounds = startLeasedRounds(deps, { name: 'reminders', every, failed: 'reminders not looked at', round }, log);
  return {
    stop: async () => {
      mailer.close();
      await rounds.stop();
    },
  };
}
