import { createStore } from '../device/store.ts';

/** How many workers of this page give no sign of life: they hang, or have died where browsers do not tell that. */
export const silence = createStore({ workers: 0 });

/** Milliseconds from one question whether a worker is there to the next; tests ask more often. */
const usualPause = 10_000;
/** Questions without an answer: half a minute. They are counted, as a device may sleep in between. */
const untilSilent = 3;

/** What `silence` must know of one worker. */
interface Asked {
  /** Sends the worker a message that its program answers even while it waits for something. */
  ask(): void;
  readonly closed: AbortSignal;
  readonly pause: number | undefined;
}

/** @returns to be called with every sign of life */
export function watchForSilence({ ask, closed, pause = usualPause }: Asked): () => void {
  let unanswered = 0;
  const heard = () => {
    if (unanswered > untilSilent) silence.set({ workers: silence.get().workers - 1 });
    unanswered = 0;
  };
  const question = () => {
    ask();
    unanswered += 1;
    if (unanswered === untilSilent + 1) silence.set({ workers: silence.get().workers + 1 });
  };
  question();
  const timer = setInterval(question, pause);
  closed.addEventListener('abort', () => {
    clearInterval(timer);
    heard();
  });
  return heard;
}
