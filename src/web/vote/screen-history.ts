import * as z from 'zod/mini';
import type { StateStore } from '../shared/device/store.ts';
import { votersDocument } from './reading/voters-document.ts';
import type { VotingState } from './voting-state.ts';

const entry = z.object({
  screen: z.enum(['review', 'half-term', 'document']),
  document: z.nullable(votersDocument),
  depth: z.int(),
});
type Shown = Pick<VotingState, 'screen' | 'document'>;

const marking: Shown = { screen: 'marking', document: null };

/**
 * The screens beside marking, as entries of the browser's history: Back leads from review to marking, and from marking
 * it leaves the page as everywhere. A reload stays where it was.
 */
export interface ScreenHistory {
  open(shown: Shown): void;
  /** To the screen before, as Back does. `then` runs once it stands, instead of going to where it was left. */
  back(then?: () => void): void;
  /** Gives up all entries: what was cast is no place to go back to. */
  leave(): void;
  stop(): void;
}

interface Place {
  readonly scrolled: number;
  /** The element that led on. */
  readonly focused: string;
}

export function screenHistory(store: StateStore<VotingState>): ScreenHistory {
  /** By depth, where the screen below was left. */
  const places = new Map<number, Place>();
  let arrived: (() => void) | undefined;
  const entryNow = () => entry.safeParse(history.state).data;
  const depthNow = () => entryNow()?.depth ?? 0;
  const showEntry = () => {
    const { screen, document } = entryNow() ?? marking;
    store.set({ screen, document });
  };

  const onPop = () => {
    showEntry();
    const place = places.get(depthNow());
    const goThere = arrived ?? (() => place !== undefined && store.get().casting.step === 'none' && restore(place));
    arrived = undefined;
    // The screen is there once this turn is over.
    setTimeout(goThere);
  };
  history.scrollRestoration = 'manual';
  window.addEventListener('popstate', onPop);
  showEntry();
  return {
    open: (shown) => {
      const depth = depthNow();
      places.set(depth, { scrolled: window.scrollY, focused: document.activeElement?.id ?? '' });
      history.pushState({ ...shown, depth: depth + 1 }, '');
      store.set(shown);
    },
    back: (then) => {
      arrived = then;
      history.back();
    },
    leave: () => {
      if (depthNow() > 0) history.go(-depthNow());
    },
    stop: () => window.removeEventListener('popstate', onPop),
  };
}

function restore({ scrolled, focused }: Place): void {
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo(0, scrolled);
}
