import { toldFailure } from '../store/told-failure.ts';
import type { SessionChecks } from './session-checks.ts';

interface Log {
  info(entry: object, message: string): void;
  error(entry: object, message: string): void;
}

/** The checks of a service that is at work: until every session was checked, however often it takes. */
export interface CheckRounds {
  begin(): void;
  /** Begins no further round. */
  stop(): void;
}

/** Milliseconds. A check that can never be done must not keep a thread busy for good. */
const waits = { first: 60_000, longest: 3_600_000 };

/** After a round in which some could not be checked the next one comes, each time after twice as long. */
export function checkRounds(
  checks: Pick<SessionChecks, 'others' | 'unchecked' | 'stop'>,
  log: Log,
  { first, longest } = waits,
): CheckRounds {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const round = (wait: number): Promise<void> =>
    checks.others().then(
      () => {
        if (wait > first && !isStopped) log.info({}, 'every session is checked now');
      },
      (error: unknown) => {
        if (isStopped) return;
        log.error({ ...toldFailure(error), unchecked: checks.unchecked() }, 'sessions not checked, tried again later');
        timer = setTimeout(() => void round(Math.min(2 * wait, longest)), wait);
        // Waits for nobody when the process ends.
        timer.unref();
      },
    );
  return {
    begin: () => void round(first),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      checks.stop();
    },
  };
}
