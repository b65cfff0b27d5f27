import type { Answer } from './answer.ts';
import { useLasting } from './use-lasting.ts';
import { type Load, useLoad } from './use-load.ts';

/** What was answered, and to what. */
export interface Answered<Asked, Value> {
  readonly asked: Asked;
  readonly value: Value;
}

/** A list that stands on the screen while another part of it, or another choice, is on its way. */
export interface StandingAnswer<Asked, Value> {
  readonly loaded: Load<Answered<Asked, Value>>;
  /** Stands with its own caption and page: those of what was asked then. Undefined until there was an answer. */
  readonly shown: Answered<Asked, Value> | undefined;
  /** What stands there is not what was asked for last. */
  readonly isBusy: boolean;
}

/**
 * Fetches when the screen appears and whenever something else is asked for; what was there stays until its answer comes.
 * @param asked plain data: page, filter, search
 */
export function useAnswered<Asked, Value>(
  asked: Asked,
  load: (asked: Asked) => Promise<Answer<Value>>,
): StandingAnswer<Asked, Value> {
  const key = JSON.stringify(asked);
  const loaded = useLoad(async () => {
    const reply = await load(asked);
    return reply.ok ? ({ ok: true, value: { asked, value: reply.value } } as const) : reply;
  }, [key]);
  const shown = useLasting(loaded);
  const isBusy = shown !== undefined && loaded.state !== 'failed' && JSON.stringify(shown.asked) !== key;
  return { loaded, shown, isBusy };
}
