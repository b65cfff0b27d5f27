import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Failure } from '../fetch/answer.ts';
import { noteAnswer } from '../frame/account.ts';

/** Codes that people scan faster than the service answers: each has its turn, and none is passed over. */
export interface Scans {
  take(code: string): void;
  /** How many have not had their turn to the end. */
  readonly waiting: number;
  /** Why the first of them could not have it: all wait until somebody says what becomes of it. */
  readonly failure: Failure | undefined;
  retry(): void;
  /** Goes on without it. */
  skip(): void;
  /** Keeps only the code whose turn it is, and tells how many were behind it. */
  dropRest(): number;
}

/** @param look what is done with one code; its failure stops those behind it */
export function useScans(look: (code: string) => Promise<Answer<unknown>>): Scans {
  const codes = useRef<readonly string[]>([]);
  const running = useRef(false);
  const left = useRef(false);
  const latest = useRef(look);
  latest.current = look;
  const [waiting, setWaiting] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const put = useCallback((next: readonly string[]) => {
    codes.current = next;
    setWaiting(next.length);
  }, []);
  const goOn = useCallback(async () => {
    if (running.current) return undefined;
    setFailure(undefined);
    running.current = true;
    try {
      for (let [code] = codes.current; code !== undefined && !left.current; [code] = codes.current) {
        const reply = noteAnswer(await latest.current(code));
        if (!reply.ok) return setFailure(reply);
        put(codes.current.slice(1));
      }
      return undefined;
    } finally {
      running.current = false;
    }
  }, [put]);
  // Another screen has come: what waits is that of this one.
  useEffect(
    () => () => {
      left.current = true;
    },
    [],
  );
  return {
    waiting,
    failure,
    take: (code) => {
      put([...codes.current, code]);
      if (failure === undefined) void goOn();
    },
    retry: () => void goOn(),
    skip: () => {
      if (running.current) return;
      put(codes.current.slice(1));
      void goOn();
    },
    dropRest: () => {
      const dropped = Math.max(0, codes.current.length - 1);
      put(codes.current.slice(0, 1));
      return dropped;
    },
  };
}
