import type { Deps } from '../deps.ts';
import type { Mailer } from '../mail/mailer.ts';
import { sendReminders } from './send-reminders.ts';

/** Where rounds are told. */
interface Log {
  info(entry: object, message: string): void;
  warn(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

const minutes = 15;

/** Sends what is due every quarter of an hour; a round that takes longer is not overtaken by the next. */
export function startReminderRounds(deps: Deps, mailer: Mailer, log: Log): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const round = async () => {
    const { sent, failures } = await sendReminders(deps, mailer);
    if (sent > 0) log.info({ sent }, 'reminders sent');
    if (failures.length > 0) log.warn({ failures }, 'reminders not sent, tried again later');
  };
  const begin = () => {
    running ??= round()
      .catch((error: unknown) => log.error({ name: error instanceof Error ? error.name : '' }, 'unexpected error'))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(begin, minutes * 60_000);
  // Waits for nobody when the process ends.
  timer.unref();
  begin();
  return {
    stop: async () => {
      clearInterval(timer);
      mailer.close();
      await running;
    },
  };
}
