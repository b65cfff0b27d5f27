import * as contract from '../../contract/committees.ts';
import {
  type Committee,
  type CommitteeDecision,
  type CommitteeRefusal,
  committeeId,
  decideAddCommittee,
  decideChangeDirector,
  decideChangeSuperior,
  directorOf,
} from '../../domain/committee.ts';
import { committeeLevels } from '../../domain/committee-levels.ts';
import { accept, type Decision } from '../../domain/decision.ts';
import type { Principal } from '../../domain/relations.ts';
import { isWithin } from '../../domain/seat.ts';
import type { Deps } from '../deps.ts';
import type { GateKeeper } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { localDay } from '../local-time.ts';
import { uuid } from '../uuid.ts';
import { importRoster } from './import-roster.ts';
import { committeeView, seatView } from './views.ts';

export function committeeRoutes(keeper: GateKeeper): void {
  const { deps } = keeper;
  const { committees } = deps.store;

  route(keeper, contract.listLevels, async () => accept([...committeeLevels]));
  route(keeper, contract.listCommittees, async ({ caller }) =>
    accept((await committeesFor(deps, caller)).map(committeeView)),
  );
  route(keeper, contract.addCommittee, async ({ body, about }) => {
    const candidate = { id: committeeId.parse(uuid(deps.random)), ...body };
    about({ committeeId: candidate.id });
    return toAnswer(await committees.change((known) => decideAddCommittee(known, committeeLevels, candidate)));
  });
  route(keeper, contract.readCommittee, async ({ params }) => {
    const found = await committees.find(params.committeeId);
    return found ? accept(committeeView(found)) : { ok: false, refusal: 'not-found' };
  });
  route(keeper, contract.changeSuperior, async ({ params, body }) => {
    const change = { id: params.committeeId, ...body };
    return toAnswer(await committees.change((known) => decideChangeSuperior(known, change)));
  });
  route(keeper, contract.changeDirector, async ({ params, body }) => {
    const change = { id: params.committeeId, ...body };
    return toAnswer(await committees.change((known) => decideChangeDirector(known, change)));
  });
  route(keeper, contract.listSeats, async ({ params, query }) => {
    const on = query.on ?? localDay(deps.clock());
    const held = await committees.heldSeats(params.committeeId, on);
    return accept(held.map(({ seat, person }) => seatView(seat, person)));
  });
  route(keeper, contract.importRoster, ({ body }) => importRoster(deps, body));
}

function toAnswer(decision: CommitteeDecision): Decision<contract.CommitteeView, CommitteeRefusal> {
  return decision.ok ? accept(committeeView(decision.committee)) : decision;
}

/** An administrator keeps them all; others see those they have a role or a seat in, and whom those are below. */
async function committeesFor({ store, clock }: Deps, caller: Principal): Promise<readonly Committee[]> {
  const all = await store.committees.list();
  if (caller.administrator) return all;
  const today = localDay(clock());
  const seats = caller.personId === null ? [] : await store.committees.seatsOf(caller.personId);
  const own = new Set([
    ...caller.grants.map((grant) => grant.committeeId),
    ...seats.filter((seat) => isWithin(seat, today)).map((seat) => seat.committeeId),
  ]);
  const above = new Set(all.filter((one) => own.has(one.id)).flatMap((one) => [one.superiorId, directorOf(one)]));
  return all.filter((one) => own.has(one.id) || above.has(one.id));
}
