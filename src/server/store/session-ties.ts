import type { Ties } from '../../domain/account/relations.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { SessionPerson } from './session-people.ts';

/** The part of the ties that only a session has. */
export const noSessionTies = { teller: false, voter: false, readKey: false } satisfies Partial<Ties>;

/** Where somebody's seats of today put them. */
export function seatTies(
  committeeId: string,
  superiorId: string | null,
  seats: ReadonlySet<string>,
): Pick<Ties, 'committeeId' | 'superiorId' | 'seatHolder' | 'superiorSeatHolder'> {
  const superiorSeatHolder = superiorId !== null && seats.has(superiorId);
  return { committeeId, superiorId, seatHolder: seats.has(committeeId), superiorSeatHolder };
}

/** Where a session belongs. */
export interface SessionPlace {
  readonly id: string;
  readonly committeeId: string;
  readonly superiorId: string | null;
  readonly opened: boolean;
}

/** What somebody is in a session. */
export interface SessionRole {
  readonly sessionId: string;
  readonly role: SessionPerson['role'];
}

/** What of the tree ties to sessions need. */
interface Tree {
  superiorOf(committeeId: string): string | null | undefined;
  heirOf(superiorId: string | null): string | null;
}

/** What ties somebody to each of these sessions. */
export function tiesTo(
  sessions: readonly SessionPlace[],
  held: readonly SessionRole[],
  seats: ReadonlySet<string>,
  tree: Tree,
): Map<SessionId, Ties> {
  const roles = new Set(held.map(({ sessionId, role }) => `${sessionId} ${role}`));
  return new Map(
    sessions.map((session) => {
      const present = session.opened ? undefined : tree.superiorOf(session.committeeId);
      const ties = {
        ...seatTies(session.committeeId, present === undefined ? tree.heirOf(session.superiorId) : present, seats),
        teller: roles.has(`${session.id} teller`),
        voter: roles.has(`${session.id} voter`),
        readKey: false,
      };
      return [session.id as SessionId, ties];
    }),
  );
}
