import type { z } from 'zod';
import type { turnoutView } from '../../contract/box/box.ts';
import type { Feed } from '../../contract/operation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';

type Shown = z.infer<typeof turnoutView>;
/** As it was counted, with the session's state of this moment. */
type Turnout = Omit<Shown, 'now' | 'phoneVotingEndsIn'>;

type ReadTurnout = (id: SessionId) => Promise<Turnout | undefined>;

/** How soon those who watch learn of a change of the state. */
const looksEveryMilliseconds = 1000;

/**
 * Turnout of the sessions of one service. Its numbers are those of the box's last renewal; the state and the end of
 * phone voting, which are announced in the hall, are those of this moment.
 */
export function turnoutReader({ store }: Deps, boxes: ShownBoxes): ReadTurnout {
  return async (id) => {
    const session = await store.sessions.find(id);
    if (session === undefined) return undefined;
    const { at, head, counts } = await boxes.lastRenewal(session);
    const { state, phoneVotingEndsAt } = session;
    return { state, at, ...counts, phoneVotingEndsAt, head };
  };
}

/** As it is sent. */
function shownNow({ clock, countdowns }: Pick<Deps, 'clock' | 'countdowns'>, id: SessionId, turnout: Turnout): Shown {
  return { ...turnout, now: clock().toISOString(), phoneVotingEndsIn: countdowns.left(id) };
}

/** The turnout for one who asks once. */
export async function turnoutOf(
  read: ReadTurnout,
  deps: Pick<Deps, 'clock' | 'countdowns'>,
  id: SessionId,
): Promise<Ruling<Shown, 'not-found'>> {
  const turnout = await read(id);
  return turnout === undefined ? refuse('not-found') : accept(shownNow(deps, id, turnout));
}

function saysSame(left: Turnout | undefined, right: Turnout): boolean {
  return left?.at === right.at && left.state === right.state && left.phoneVotingEndsAt === right.phoneVotingEndsAt;
}

/** The turnout as it is renewed, for one who watches. What is read here is what anybody else reads at that moment. */
export function turnoutFeed(read: ReadTurnout, deps: Pick<Deps, 'clock' | 'countdowns'>, id: SessionId): Feed<Shown> {
  return {
    watch: (tell, fail) => {
      let last: Turnout | undefined;
      let stopped = false;
      const look = async () => {
        const turnout = await read(id);
        if (stopped) return;
        if (turnout !== undefined && !saysSame(last, turnout)) tell(shownNow(deps, id, turnout));
        last = turnout;
        timer = setTimeout(lookAgain, looksEveryMilliseconds);
      };
      const lookAgain = () => {
        look().catch((error: Error) => {
          if (!stopped) fail(error);
        });
      };
      let timer: NodeJS.Timeout | undefined;
      lookAgain();
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
  };
}
