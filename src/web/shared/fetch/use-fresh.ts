import { useEffect } from 'preact/hooks';

/**
 * Fetches again and again while the screen is seen, and at once when it is seen again or the network is back: what
 * others do on their own devices shows by itself.
 */
export function useFresh(reload: () => Promise<void>, milliseconds: number): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = setInterval(look, milliseconds);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [reload, milliseconds]);
}
