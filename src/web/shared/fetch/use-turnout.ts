import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { addressOf, call } from '../../../client/api.ts';
import { readTurnout, turnoutView, watchTurnout } from '../../../contract/box/box.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { noteAnswer } from '../frame/account.ts';
import { momentIn } from '../show/use-seconds.ts';

export type Turnout = z.infer<typeof turnoutView>;

/** What is known of the turnout, and how sure one can be of it. */
export interface WatchedTurnout {
  /** The last that came; undefined until the first. */
  readonly turnout: Turnout | undefined;
  /** The connection is lost: `turnout` may be out of date. */
  readonly lost: boolean;
  /** When phone voting ends, as `momentIn` gives it. */
  readonly phoneVotingEnds: number | undefined;
}

const nothingYet: WatchedTurnout = { turnout: undefined, lost: false, phoneVotingEnds: undefined };

/** The service counts anew every 15 seconds; after twice that, and some, nothing comes any more. */
const silenceMilliseconds = 40_000;
const againMilliseconds = 3000;
/** A stream that ends in good order is opened again by the browser within this time. */
const reopenMilliseconds = 8000;

const isSeen = () => document.visibilityState === 'visible';

/** The turnout as the service tells it while the page is seen; connects again by itself when the connection breaks. */
export function useTurnout(sessionId: SessionId): WatchedTurnout {
  const [watched, setWatched] = useState<WatchedTurnout>(nothingYet);
  useEffect(() => {
    setWatched(nothingYet);
    return watch(sessionId, (change) => setWatched((before) => ({ ...before, ...change })));
  }, [sessionId]);
  return watched;
}

function watch(sessionId: SessionId, tell: (change: Partial<WatchedTurnout>) => void): () => void {
  const connection = { baseUrl: '' };
  const parts = { params: { sessionId } };
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let reopening = false;
  const soon = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const broken = () => {
    source?.close();
    if (stopped) return;
    tell({ lost: true });
    soon(againMilliseconds, () => void again());
  };
  // A stream of events does not say why it was refused; a sign-in that has ended shows here.
  const again = async () => {
    clearTimeout(timer);
    noteAnswer(await call(connection, readTurnout, parts));
    if (!stopped && isSeen()) connect();
  };
  const connect = () => {
    source?.close();
    source = new EventSource(addressOf(connection, watchTurnout, parts));
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const turnout = turnoutView.parse(JSON.parse(data));
      tell({ turnout, lost: false, phoneVotingEnds: momentIn(turnout.phoneVotingEndsIn) });
      reopening = false;
      soon(silenceMilliseconds, broken);
    };
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) return broken();
      if (!reopening) soon(reopenMilliseconds, broken);
      reopening = true;
    };
    reopening = false;
    soon(silenceMilliseconds, broken);
  };
  // A browser has six connections to a service over HTTP/1.1, for all of its tabs: those that nobody sees give theirs up.
  const whenSeen = () => {
    if (isSeen()) return connect();
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const back = () => {
    if (source?.readyState === EventSource.CLOSED) void again();
  };
  const away = () => {
    if (source !== undefined) broken();
  };
  if (isSeen()) connect();
  document.addEventListener('visibilitychange', whenSeen);
  window.addEventListener('offline', away);
  window.addEventListener('online', back);
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
    document.removeEventListener('visibilitychange', whenSeen);
    window.removeEventListener('offline', away);
    window.removeEventListener('online', back);
  };
}
