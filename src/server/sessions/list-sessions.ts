import type { Principal } from '../../domain/relations.ts';
import { isWithin } from '../../domain/seat.ts';
import type { Session } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../local-time.ts';
import { personIdOf } from '../session-call.ts';

/**
 * The sessions somebody has to do with: of committees where they hold a role or a seat, those they vote in or tell,
 * and those published to a committee in which they hold a seat.
 */
export async function listSessions(deps: Deps, caller: Principal): Promise<readonly Session[]> {
  const { committees, sessions } = deps.store;
  const today = localDay(deps.clock());
  const person = personIdOf(caller);
  const seats = person === null ? [] : await committees.seatsOf(person);
  const seatIn = seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId);
  const roleIn = caller.grants.map((grant) => grant.committeeId);
  const own = await sessions.list({
    committeeIds: [...roleIn, ...seatIn],
    ...(person === null ? {} : { personId: person }),
  });
  const below = await sessions.list({ superiorIds: seatIn });
  const known = new Set(own.map(({ id }) => id));
  const published = below.filter(({ id, state }) => state === 'published' && !known.has(id));
  return [...own, ...published].sort((a, b) => b.settings.heldOn.localeCompare(a.settings.heldOn));
}
