import { useEffect, useRef } from 'preact/hooks';
import { type Action, useAction } from '../forms/use-action.ts';
import type { Answer } from './answer.ts';
import { type StandingAnswer, useAnswered } from './use-answered.ts';

/** A list that is read in parts: what was read so far, and where the next part begins. */
export interface Part {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

export interface PartsList<Asked, Value> extends StandingAnswer<Asked, Value> {
  /** Reads the next part behind what stands there. */
  readonly more: Action<readonly [], Value>;
}

/** Reads the first part of what is asked for, and with `more` the next one behind it. */
export function useParts<Asked, Value extends Part>(
  asked: Asked,
  read: (asked: Asked, after: string | undefined) => Promise<Answer<Value>>,
): PartsList<Asked, Value> {
  const standing = useAnswered(asked, (wanted) => read(wanted, undefined));
  const more = useMore(standing, async (before, value) => {
    const reply = await read(before, value.next ?? undefined);
    return reply.ok ? { ok: true, value: joined(value, reply.value) } : reply;
  });
  return { ...standing, more };
}

/** What was read, and the part behind it. */
export function joined<Value extends Part>(before: Value, part: Value): Value {
  return { ...part, rows: [...before.rows, ...part.rows] };
}

/**
 * Reads on where an answer stands that holds a list.
 * @param read gives the answer with the next part in it
 */
export function useMore<Asked, Value>(
  { loaded, shown }: StandingAnswer<Asked, Value>,
  read: (asked: Asked, value: Value) => Promise<Answer<Value>>,
): Action<readonly [], Value> {
  const latest = useRef(loaded);
  latest.current = loaded;
  const more = useAction(async () => {
    if (loaded.state !== 'ready') throw new Error('there is nothing yet to read on from');
    const { asked, value } = loaded.value;
    const reply = await read(asked, value);
    const now = latest.current;
    // Behind another list than the one that stands there now it has no place.
    if (reply.ok && now.state === 'ready' && now.value === loaded.value) now.set({ asked, value: reply.value });
    return reply;
  });
  useEffect(() => more.clear(), [JSON.stringify(shown?.asked)]);
  return more;
}
