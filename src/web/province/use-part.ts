import { useState } from 'preact/hooks';
import type { Answer } from '../shared/answer.ts';
import { type Load, useLoad } from '../shared/use-load.ts';

/** A list that is read in parts: what was read so far, and where the next part begins. */
export interface Parts<One> {
  readonly shown: readonly One[];
  readonly next: string | null;
}

/** Reads the first part, and with `more` the next one behind it. */
export function useParts<One>(
  read: (after: string | undefined) => Promise<Answer<Parts<One>>>,
  keys: readonly unknown[],
): Load<Parts<One>> & { more(): void } {
  const [isReading, setReading] = useState(false);
  const loaded = useLoad(() => read(undefined), keys);
  const more = () => {
    if (isReading || loaded.state !== 'ready' || loaded.value.next === null) return;
    const { shown, next } = loaded.value;
    setReading(true);
    void read(next).then((reply) => {
      setReading(false);
      if (reply.ok) loaded.set({ shown: [...shown, ...reply.value.shown], next: reply.value.next });
    });
  };
  return { ...loaded, more };
}
