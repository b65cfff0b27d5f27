import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';
import { type ReadTurnout, type RenewedTurnout, shownNow, type WatchTurnout } from './turnout.ts';

/** How soon those who watch learn of a change, whichever node made it. */
const looksEveryMilliseconds = 1000;

interface Watcher {
  readonly tell: (turnout: RenewedTurnout) => void;
  readonly fail: (error: Error) => void;
}

interface Watched {
  readonly watchers: Set<Watcher>;
  /** What was there when the turnout was read last. */
  seen: string | undefined;
}

/**
 * The turnout as it is renewed. One question a second to the store, for all sessions that somebody watches on this node,
 * tells of which of them to read anything; where nobody watches nothing is asked. What is read is what anybody else reads
 * at that moment.
 */
export function turnoutWatch(deps: Deps, boxes: ShownBoxes, read: ReadTurnout): WatchTurnout {
  const watched = new Map<SessionId, Watched>();
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const there = await deps.store.renewals.watched([...watched.keys()]);
    for (const [id, session] of watched) {
      const known = there.get(id);
      const seen = `${known?.revision} ${known?.renewal?.id}`;
      const isOver = deps.countdowns.left(id) === 0;
      if (session.seen === seen && !boxes.isDue(id) && !isOver) continue;
      session.seen = seen;
      await readFor(id, session.watchers);
    }
  };
  const readFor = async (id: SessionId, watchers: Iterable<Watcher>) => {
    const [turnout] = await Promise.allSettled([read(id)]);
    for (const watcher of [...watchers]) {
      if (turnout.status === 'rejected') watcher.fail(turnout.reason as Error);
      else if (turnout.value !== undefined) watcher.tell(turnout.value);
    }
  };
  const failAll = (error: Error) => {
    for (const { watchers } of [...watched.values()]) for (const { fail } of [...watchers]) fail(error);
  };
  let isLooking = false;
  const lookUnlessLooking = () => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch(failAll)
      .finally(() => {
        isLooking = false;
      });
  };
  return (id) => ({
    watch: (tell, fail) => {
      const watcher = watcherOf(deps, id, tell, fail);
      const session = watched.get(id) ?? { watchers: new Set(), seen: undefined };
      watched.set(id, session);
      session.watchers.add(watcher);
      void readFor(id, [watcher]);
      timer ??= setInterval(lookUnlessLooking, looksEveryMilliseconds);
      return () => {
        watcher.leave();
        session.watchers.delete(watcher);
        if (session.watchers.size === 0 && watched.get(id) === session) watched.delete(id);
        if (watched.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  });
}

/** Tells somebody what they were not told yet, until they leave. */
function watcherOf(
  deps: Deps,
  id: SessionId,
  ...[tell, fail]: Parameters<ReturnType<WatchTurnout>['watch']>
): Watcher & { leave(): void } {
  let last: RenewedTurnout | undefined;
  let hasLeft = false;
  return {
    tell: (turnout) => {
      if (hasLeft || (last !== undefined && saysSame(last, turnout))) return;
      last = turnout;
      tell(shownNow(deps, id, turnout));
    },
    fail: (error) => {
      if (!hasLeft) fail(error);
    },
    leave: () => {
      hasLeft = true;
    },
  };
}

function saysSame(left: RenewedTurnout, right: RenewedTurnout): boolean {
  return (
    left.renewal === right.renewal && left.state === right.state && left.phoneVotingEndsAt === right.phoneVotingEndsAt
  );
}
