import { useCallback, useRef, useState } from 'preact/hooks';
import type { Capitals } from '../../../domain/lists/line-people.ts';
import type { Answer, Failure } from '../fetch/answer.ts';
import { noteAnswer } from '../frame/account.ts';
import type { ListBytes } from './list-source.tsx';

/** A list as it was looked at: entering it sends exactly this. */
export interface Previewed<Seen> {
  /** Another for every time that something was read. */
  readonly turn: number;
  readonly body: ListBytes;
  readonly capitals: Capitals;
  readonly seen: Seen;
}

interface State<Seen> {
  readonly busy: boolean;
  /** As asked for last; what is shown may still be the reading before. */
  readonly capitals: Capitals;
  readonly failure?: Failure;
  readonly previewed?: Previewed<Seen>;
}

const idle = { busy: false, capitals: 'keep' } as const;

/**
 * Reads a list without keeping anything. What comes back for a list that is no longer the one at hand is dropped.
 * @param given how the list is to be taken, beside its capitals; what was read under another is no longer shown
 */
export function usePreview<Seen>(given: string, read: (body: ListBytes, capitals: Capitals) => Promise<Answer<Seen>>) {
  const [{ of, ...state }, setState] = useState<State<Seen> & { readonly of: string }>({ ...idle, of: given });
  const turn = useRef(0);
  const latest = useRef({ given, read });
  latest.current = { given, read };
  const run = useCallback(async (body: ListBytes, capitals: Capitals = 'keep') => {
    turn.current += 1;
    const mine = turn.current;
    const { given: asked, read: ask } = latest.current;
    // The same list read in another way: what is shown stays until the new reading is here.
    setState((before) => ({
      busy: true,
      capitals,
      of: asked,
      ...(before.of === asked && before.previewed ? { previewed: before.previewed } : {}),
    }));
    const reply = noteAnswer(await ask(body, capitals));
    if (mine !== turn.current) return;
    const now = { busy: false, capitals, of: asked };
    setState(
      reply.ok ? { ...now, previewed: { turn: mine, body, capitals, seen: reply.value } } : { ...now, failure: reply },
    );
  }, []);
  /** Another list is at hand, or none. */
  const clear = useCallback(() => {
    turn.current += 1;
    setState({ ...idle, of: latest.current.given });
  }, []);
  return { ...(of === given ? state : { ...idle, busy: state.busy }), run, clear };
}
