import { useEffect, useState } from 'preact/hooks';

/** Whole seconds until a moment on the service's clock, counted down; 0 when it has passed, undefined without one. */
export function useSecondsUntil(instant: string | null | undefined, clockOffset: number): number | undefined {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (instant == null) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [instant]);
  if (instant == null) return undefined;
  return Math.max(0, Math.ceil((Date.parse(instant) - (now + clockOffset)) / 1000));
}
