import type { z } from 'zod';
import type { turnoutView } from '../../contract/box/box.ts';
import type { Feed } from '../../contract/operation.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import type { ShownBoxes } from '../meeting/shown-box.ts';

type Shown = z.infer<typeof turnoutView>;

/** As it was counted, with the session's state of this moment. */
export interface RenewedTurnout extends Omit<Shown, 'now' | 'phoneVotingEndsIn'> {
  readonly renewal: string;
}

export type ReadTurnout = (id: SessionId) => Promise<RenewedTurnout | undefined>;

/**
 * Turnout of the sessions. Its numbers are those of the box's last renewal; the state and the end of phone voting, which
 * are announced in the hall, are those of this moment.
 */
export function turnoutReader({ store }: Deps, boxes: ShownBoxes): ReadTurnout {
  return async (id) => {
    const session = await store.sessions.find(id);
    if (session === undefined) return undefined;
    const { id: renewal, at, head, counts } = await boxes.lastRenewal(session);
    const { state, phoneVotingEndsAt } = session;
    return { renewal, state, at, ...counts, phoneVotingEndsAt, head };
  };
}

type Told = Pick<Deps, 'clock' | 'countdowns'>;

/** As it is sent. */
export function shownNow(
  { clock, countdowns }: Told,
  id: SessionId,
  { renewal: _, ...turnout }: RenewedTurnout,
): Shown {
  return { ...turnout, now: clock().toISOString(), phoneVotingEndsIn: countdowns.left(id) };
}

/** The turnout for one who asks once. */
export async function turnoutOf(read: ReadTurnout, deps: Told, id: SessionId): Promise<Ruling<Shown, 'not-found'>> {
  const turnout = await read(id);
  return turnout === undefined ? refuse('not-found') : accept(shownNow(deps, id, turnout));
}

/** Feeds of the turnout by session, for those who watch. */
export type WatchTurnout = (id: SessionId) => Feed<Shown>;
