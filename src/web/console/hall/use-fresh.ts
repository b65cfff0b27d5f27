import { useEffect } from 'preact/hooks';

/** Fetches again and again while the screen is seen: what others do on their own devices shows by itself. */
export function useFresh(reload: () => Promise<void>, milliseconds: number): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void reload();
    }, milliseconds);
    return () => clearInterval(timer);
  }, [reload, milliseconds]);
}
