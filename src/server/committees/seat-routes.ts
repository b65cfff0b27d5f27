import type { SeatView } from '../../contract/committee/committees.ts';
import * as contract from '../../contract/committee/seats.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import { type Person, personId } from '../../domain/roster/person.ts';
import type { KnownRoster, RosterChanges } from '../../domain/roster/roster-changes.ts';
import { type Seat, seatId } from '../../domain/roster/seat.ts';
import {
  decideAddSeat,
  decideChangePosition,
  decideCorrectSeat,
  decideEndSeat,
  isSeatAsked,
} from '../../domain/roster/seat-changes.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { searchPeople } from '../roster/search-people.ts';
import type { About } from '../store/audit-intent.ts';
import { changeRoster } from './change-roster.ts';
import { correctName } from './correct-name.ts';
import { officeOf } from './office-of.ts';
import { seatView } from './views.ts';

export function seatRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const newSeatId = () => seatId.parse(uuid(deps.random));

  route(keeper, contract.searchPeople, async ({ query }) => accept(await searchPeople(deps, query)));
  route(keeper, contract.searchPeopleBelow, async ({ params, query }) =>
    accept(await searchPeople(deps, query, params.committeeId)),
  );
  route(keeper, contract.addSeat, async ({ params, body: { id, who, ...seat }, caller, about }) => {
    const isLater = 'birthYear' in who && isBornLater(who.birthYear, localDay(deps.clock()));
    if (isLater) return refuse('bad-birth-year');
    const newcomer = 'personId' in who ? who : { ...who, newId: personId.parse(uuid(deps.random)) };
    const asked = { ...seat, ...params, id: id === undefined ? newSeatId() : seatId.parse(id), who: newcomer };
    return changeSeat(deps, about, (known, told) => {
      const made = findMade(told, known.findSeat(asked.id), (one) => isSeatAsked(known, one, asked));
      if (!made.ok) return made;
      return made.value
        ? accept({ seats: [made.value] })
        : decideAddSeat(known, asked, caller.personId, !caller.administrator);
    });
  });
  route(keeper, contract.endSeat, async ({ params, body, about }) =>
    changeSeat(deps, about, (known) => decideEndSeat(known, { ...params, ...body })),
  );
  route(keeper, contract.changePosition, async ({ params, body, about }) => {
    const id = newSeatId();
    return changeSeat(deps, about, (known) => decideChangePosition(known, { ...params, ...body }, id));
  });
  route(keeper, contract.correctSeat, async ({ params, body, caller, about }) =>
    changeSeat(deps, about, (known) => decideCorrectSeat(known, { ...params, ...body }, caller.personId)),
  );
  route(keeper, contract.correctName, async ({ params, body, about }) => {
    const done = await correctName(deps, { ...params, ...body }, { within: null, office: null }, about);
    if (done.ok) return corrected<never>(done);
    if (done.refusal === 'not-only-here') throw new Error('an administrator corrects anybody');
    return refuse(done.refusal, done.problems);
  });
  route(keeper, contract.correctNameOfMember, async ({ params, body, caller, about }) => {
    const { committeeId: within, personId: id } = params;
    const by = { within, office: officeOf(caller, deps) };
    return corrected(await correctName(deps, { ...body, personId: id }, by, about));
  });
}

/** Without the personal code, which is never shown. */
function corrected<Refusal extends string>(decision: Ruling<Person, Refusal>) {
  if (!decision.ok) return decision;
  const { id, name: fullName, birthYear } = decision.value;
  return accept({ id, name: fullName, birthYear });
}

/** The seat that a decision leaves in force stands last. */
async function changeSeat<Refusal extends string>(
  { store }: Deps,
  about: About,
  decide: (known: KnownRoster, told: About) => Ruling<RosterChanges & { readonly seats: readonly Seat[] }, Refusal>,
): Promise<Ruling<SeatView, Refusal>> {
  const decision = await changeRoster(store, (known) => {
    let isTold = false;
    const decided = decide(known, (...objects) => {
      isTold = true;
      about(...objects);
    });
    // Whose seat it is, only the decision knows: a name that was typed may be somebody's who is known already.
    const personId = decided.ok && decided.value.seats.at(-1)?.personId;
    if (personId && !isTold) about({ personId });
    return decided;
  });
  if (!decision.ok) return decision;
  const seat = decision.value.seats.at(-1);
  const holder = seat && (await store.committees.findPerson(seat.personId));
  if (seat === undefined || holder === undefined) throw new Error('a change of seats that leaves no seat');
  return accept(seatView(seat, holder));
}
