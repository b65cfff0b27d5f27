import { useStore } from '../device/use-store.ts';
import { silence } from './silence.ts';

/** Whether something that this page needs has given no sign of life for half a minute; over when it does again. */
export function useSilence(): boolean {
  return useStore(silence).workers > 0;
}
