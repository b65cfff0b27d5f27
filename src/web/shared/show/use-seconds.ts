import { useEffect, useState } from 'preact/hooks';

/**
 * The moment so many milliseconds from now on `performance.now()`: nobody's clock, so that a device whose clock is set
 * meanwhile counts down all the same. Undefined without a countdown.
 */
export function momentIn(milliseconds: number | null | undefined): number | undefined {
  return milliseconds == null ? undefined : performance.now() + milliseconds;
}

export function secondsUntil(moment: number): number {
  return Math.max(0, Math.ceil((moment - performance.now()) / 1000));
}

/** Whole seconds until a moment of `momentIn`, counted down; 0 when it has passed, undefined without one. */
export function useSecondsUntil(moment: number | undefined): number | undefined {
  const [, tick] = useState(0);
  useEffect(() => {
    if (moment === undefined) return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 500);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === undefined ? undefined : secondsUntil(moment);
}
