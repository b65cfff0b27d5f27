import { useRef } from 'preact/hooks';
import type { Load } from './use-load.ts';

/**
 * The last value that was fetched: while the service is out of reach the screen stays, with whatever is being typed
 * or keyed on it. Undefined until there was one.
 */
export function useLasting<Value>(loaded: Load<Value>): Value | undefined {
  const last = useRef<Value | undefined>(undefined);
  if (loaded.state === 'ready') last.current = loaded.value;
  return last.current;
}
