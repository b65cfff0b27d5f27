import type { Instant } from '../../domain/instant.ts';
import type { Clock, Monotonic } from '../kit/clock.ts';

/** The machine's clock was set while the service ran, or since it ran last. */
export interface ClockMove {
  /** By the clock as it was set. */
  readonly at: Instant;
  /** Forward; negative when it was put back. */
  readonly seconds: number;
}

export interface ClockWatch {
  /** The last move of the last hours; null when there was none. */
  lastMove(): ClockMove | null;
  /**
   * A clock that stands before what was noted when the service ran last was put back while it was stopped. One that was
   * put on meanwhile shows nowhere.
   */
  compareWith(noted: Instant): void;
}

/** Less is an ordinary correction. */
const toleratedMilliseconds = 5000;
/** A session of one day has ended by then. */
const shownForMilliseconds = 12 * 3_600_000;

/** Holds the wall clock against the monotonic one: what they drift apart between two looks, the clock was set by. */
export function clockWatch({ clock, monotonic }: { readonly clock: Clock; readonly monotonic: Monotonic }): ClockWatch {
  let apart = clock().getTime() - monotonic();
  let last: { readonly move: ClockMove; readonly seen: number } | null = null;
  const moved = (milliseconds: number) => {
    if (Math.abs(milliseconds) <= toleratedMilliseconds) return;
    const move = { at: clock().toISOString(), seconds: Math.round(milliseconds / 1000) };
    last = { move, seen: monotonic() };
  };
  return {
    compareWith: (noted) => moved(Math.min(0, clock().getTime() - Date.parse(noted))),
    lastMove: () => {
      const now = clock().getTime() - monotonic();
      moved(now - apart);
      apart = now;
      return last !== null && monotonic() - last.seen < shownForMilliseconds ? last.move : null;
    },
  };
}

const everyMilliseconds = 5000;

/** Logs each move of the clock, so that what happened at which time can be understood later. */
export function startClockRounds(watch: ClockWatch, log: { warn(entry: object, message: string): void }) {
  let told: ClockMove | null = null;
  const round = () => {
    const move = watch.lastMove();
    if (move !== null && move !== told) log.warn(move, 'the clock of this machine was set');
    told = move;
  };
  round();
  const timer = setInterval(round, everyMilliseconds);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
