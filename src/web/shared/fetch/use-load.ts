import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { noteAnswer } from '../frame/account.ts';
import type { Answer, Failure } from './answer.ts';

/** Something that is being fetched, was fetched, or could not be. `reload` tells whether it was answered. */
export type Load<Value> =
  | { readonly state: 'loading'; reload(): Promise<boolean> }
  | { readonly state: 'failed'; readonly failure: Failure; reload(): Promise<boolean> }
  /** `set` puts what a change answered in place of it. */
  | { readonly state: 'ready'; readonly value: Value; reload(): Promise<boolean>; set(value: Value): void };

type Held<Value> = { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'ready'; value: Value };

/** Fetches when the screen appears and whenever a key changes; an answer that comes too late is dropped. */
export function useLoad<Value>(load: () => Promise<Answer<Value>>, keys: readonly unknown[]): Load<Value> {
  const [held, setHeld] = useState<Held<Value>>({ state: 'loading' });
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const reply = noteAnswer(await latest.current());
    if (mine === turn.current) {
      setHeld(reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', failure: reply });
    }
    return reply.ok;
  }, []);
  // The caller names what the load depends on.
  useEffect(() => {
    setHeld({ state: 'loading' });
    void reload();
    return () => {
      turn.current += 1;
    };
  }, keys);
  const set = useCallback((value: Value) => {
    // An answer that is still on its way is older than this value.
    turn.current += 1;
    setHeld({ state: 'ready', value });
  }, []);
  return held.state === 'ready' ? { ...held, reload, set } : { ...held, reload };
}
