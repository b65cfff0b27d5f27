import { useEffect } from 'preact/hooks';
import { poll } from './poll.ts';

/**
 * Fetches again and again: what others do on their own devices shows by itself.
 * @param reload as that of `useLoad`: comes to false where it was not answered
 */
export function useFresh(reload: () => Promise<unknown>, milliseconds: number): void {
  useEffect(() => {
    const poller = poll(async () => ((await reload()) === false ? undefined : milliseconds), { first: milliseconds });
    return poller.stop;
  }, [reload, milliseconds]);
}
