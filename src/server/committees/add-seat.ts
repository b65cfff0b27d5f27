import type * as contract from '../../contract/committee/seats.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import { personId } from '../../domain/roster/person.ts';
import { seatId } from '../../domain/roster/seat.ts';
import { decideAddSeat, isSeatAsked } from '../../domain/roster/seat-changes.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeSeat, newSeatId } from './change-seat.ts';

export async function addSeat(
  deps: Deps,
  { params, body: { id, who, ...seat }, caller, about }: Call<typeof contract.addSeat>,
) {
  const isLater = 'birthYear' in who && isBornLater(who.birthYear, localDay(deps.clock()));
  if (isLater) return refuse('bad-birth-year');
  const newcomer = 'personId' in who ? who : { ...who, newId: personId.parse(uuid(deps.random)) };
  const asked = { ...seat, ...params, id: id === undefined ? newSeatId(deps) : seatId.parse(id), who: newcomer };
  const people = [caller.personId, 'personId' in who ? who.personId : null].filter((one) => one !== null);
  const load = { ...params, seatId: asked.id, people, code: 'code' in who ? who.code : null };
  return changeSeat(deps, about, load, (known, told) => {
    const made = findMade(told, known.there, (one) => isSeatAsked(known, one, asked));
    if (!made.ok) return made;
    return made.value
      ? accept({ seats: [made.value] })
      : decideAddSeat(known, asked, caller.personId, !caller.administrator);
  });
}
