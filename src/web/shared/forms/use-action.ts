import { useCallback, useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from '../fetch/answer.ts';
import { noteAnswer } from '../frame/account.ts';

/** One thing that somebody does by a button: runs once at a time and keeps why it was refused. */
export interface Action<Given extends readonly unknown[], Value> {
  /** @returns what came back; undefined while an earlier run is under way */
  run(...given: Given): Promise<Answer<Value> | undefined>;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  clear(): void;
}

export function useAction<Given extends readonly unknown[], Value>(
  act: (...given: Given) => Promise<Answer<Value>>,
): Action<Given, Value> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback(async (...given: Given) => {
    // Two taps in one moment are one.
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const reply = noteAnswer(await latest.current(...given));
      if (!reply.ok) setFailure(reply);
      return reply;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  return { run, busy, failure, clear: () => setFailure(undefined) };
}
