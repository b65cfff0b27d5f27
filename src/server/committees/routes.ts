import { importCommitteeRoster, previewCommitteeRoster } from '../../contract/committee/committee-roster.ts';
import * as contract from '../../contract/committee/committees.ts';
import * as province from '../../contract/committee/province.ts';
import type { Principal } from '../../domain/account/relations.ts';
import {
  type Committee,
  type CommitteeId,
  type CommitteeRefusal,
  type CommitteeRuling,
  committeeId,
  decideAddCommittee,
  decideChangeDirector,
  decideDescribeCommittee,
} from '../../domain/committee/committee.ts';
import { sameContent } from '../../domain/creation.ts';
import type { HeldSeat } from '../../domain/roster/held-seat.ts';
import { shownBirthYears } from '../../domain/roster/namesakes.ts';
import { inPrecedence } from '../../domain/roster/people-order.ts';
import type { Seat } from '../../domain/roster/seat.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../http/answer.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { changeRoster } from './change-roster.ts';
import { importRoster, previewRoster } from './import-roster.ts';
import { officeOf } from './office-of.ts';
import { exportProvince, importProvince, preview } from './province.ts';
import { rankRoutes } from './rank-routes.ts';
import { seatRoutes } from './seat-routes.ts';
import { treeRoutes } from './tree-routes.ts';
import { committeeView, seatView } from './views.ts';
import { committeesFor } from './visible.ts';

export function committeeRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { committees } = deps.store;

  route(keeper, contract.listCommittees, async ({ caller }) =>
    accept((await committeesFor(deps, caller)).map(committeeView)),
  );
  route(keeper, contract.addCommittee, async ({ body, about }) => {
    const id = committeeId.parse(body.id ?? uuid(deps.random));
    const candidate = { ...body, id, superiorSince: null, to: null, successorId: null };
    about({ committeeId: id });
    const ranks = await committees.ranks();
    const today = localDay(deps.clock());
    type Added = Ruling<{ readonly committees: readonly [Committee] }, CommitteeRefusal | 'id-in-use'>;
    const added = await changeRoster(deps.store, ({ committees: known }): Added => {
      const there = known.find((one) => one.id === id);
      const made = findMade(about, there, (one) => sameContent(saidOf(one), saidOf(candidate)));
      if (!made.ok) return made;
      const decided = made.value ? accept(made.value) : decideAddCommittee(known, ranks, candidate, today);
      return decided.ok ? accept({ committees: [decided.value] }) : decided;
    });
    return added.ok ? accept(committeeView(added.value.committees[0])) : added;
  });
  route(keeper, contract.readCommittee, async ({ params }) => {
    const found = await committees.find(params.committeeId);
    return found ? accept(committeeView(found)) : { ok: false, refusal: 'not-found' };
  });
  route(keeper, contract.describeCommittee, async ({ params, body }) => {
    const description = { id: params.committeeId, ...body };
    const ranks = await committees.ranks();
    const today = localDay(deps.clock());
    return toAnswer(await committees.change((known) => decideDescribeCommittee(known, ranks, description, today)));
  });
  route(keeper, contract.changeDirector, async ({ params, body }) => {
    const change = { id: params.committeeId, ...body };
    return toAnswer(await committees.change((known) => decideChangeDirector(known, change)));
  });
  route(keeper, contract.listSeats, async ({ params, query }) => {
    const held =
      query.all === 'true'
        ? await everySeat(deps, params.committeeId)
        : await committees.heldSeats(params.committeeId, query.on ?? localDay(deps.clock()));
    const years = shownBirthYears(held.map(({ person }) => person));
    return accept(
      held.map(({ seat, person }) => {
        const birthYear = years.get(person.id);
        return { ...seatView(seat, person), ...(birthYear === undefined ? {} : { birthYear }) };
      }),
    );
  });
  route(keeper, contract.previewRoster, ({ body, query: { capitals, committeeId }, caller }) =>
    previewRoster(deps, { file: body, capitals, committeeId, ...previewer(deps, caller) }),
  );
  route(keeper, contract.importRoster, ({ body, query, caller, about }) =>
    importRoster(deps, { file: body, ...query, ...importer(deps, caller) }, about),
  );
  route(keeper, previewCommitteeRoster, ({ body, query, params, caller }) =>
    previewRoster(deps, { file: body, ...query, ...params, ...previewer(deps, caller) }),
  );
  route(keeper, importCommitteeRoster, ({ body, query, params, caller, about }) =>
    importRoster(deps, { file: body, ...query, ...params, ...importer(deps, caller) }, about),
  );
  rankRoutes(keeper);
  provinceRoutes(keeper);
  treeRoutes(keeper);
  seatRoutes(keeper);
}

function provinceRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, province.previewProvince, ({ body, query }) => preview(deps, body, query));
  route(keeper, province.importProvince, ({ body, query, caller, about }) =>
    importProvince(deps, body, { ...query, ...importer(deps, caller) }, about),
  );
  route(keeper, province.exportProvince, ({ query, request }) =>
    exportProvince(deps, query, languageOf(request.headers['accept-language'])),
  );
}

/** Those held longest ago last. */
async function everySeat({ store }: Deps, id: CommitteeId): Promise<readonly HeldSeat[]> {
  const seats = await store.committees.seats(id);
  const holders = await store.committees.findPeople(seats.map((seat) => seat.personId));
  const people = new Map(holders.map((person) => [person.id, person]));
  const until = (seat: Seat) => seat.to ?? '9999-12-31';
  const all = seats.flatMap((seat) => {
    const person = people.get(seat.personId);
    return person === undefined ? [] : [{ seat, person }];
  });
  return inPrecedence(all).sort((a, b) => until(b.seat).localeCompare(until(a.seat)));
}

/** What a committee is added with. */
function saidOf({ name, rank, sector, superiorId, directedById, code, from }: Committee) {
  return [name, rank, sector, superiorId, directedById, code, from];
}

function toAnswer(ruling: CommitteeRuling): Ruling<contract.CommitteeView, CommitteeRefusal> {
  return ruling.ok ? accept(committeeView(ruling.value)) : ruling;
}

function previewer(deps: Deps, caller: Principal) {
  return { by: caller.personId, office: officeOf(caller, deps) };
}

function importer(deps: Deps, caller: Principal) {
  return { ...previewer(deps, caller), account: caller.accountId };
}
