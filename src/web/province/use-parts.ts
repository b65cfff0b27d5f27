import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../shared/fetch/answer.ts';
import { type StandingAnswer, useAnswered } from '../shared/fetch/use-answered.ts';
import { type Action, useAction } from '../shared/forms/use-action.ts';

/** A list that is read in parts: what was read so far, and where the next part begins. */
export interface Parts<One> {
  readonly shown: readonly One[];
  readonly next: string | null;
}

export interface PartsList<Asked, One> extends StandingAnswer<Asked, Parts<One>> {
  /** Reads the next part behind what stands there. */
  readonly more: Action<readonly [], Parts<One>>;
}

/** Reads the first part of what is asked for, and with `more` the next one behind it. */
export function useParts<Asked, One>(
  asked: Asked,
  read: (asked: Asked, after: string | undefined) => Promise<Answer<Parts<One>>>,
): PartsList<Asked, One> {
  const standing = useAnswered(asked, (wanted) => read(wanted, undefined));
  const { loaded } = standing;
  const latest = useRef(loaded);
  latest.current = loaded;
  const more = useAction(async () => {
    if (loaded.state !== 'ready') throw new Error('there is nothing yet to read on from');
    const { asked: before, value } = loaded.value;
    const reply = await read(before, value.next ?? undefined);
    const now = latest.current;
    // Behind another list than the one that stands there now it has no place.
    const isWanted = now.state === 'ready' && now.value === loaded.value;
    if (reply.ok && isWanted) {
      const { shown, next } = reply.value;
      now.set({ asked: before, value: { shown: [...value.shown, ...shown], next } });
    }
    return reply;
  });
  useEffect(() => more.clear(), [JSON.stringify(asked)]);
  return { ...standing, more };
}
