import { listEndedCommittees } from '../../contract/committee/ended-committees.ts';
import * as contract from '../../contract/committee/tree.ts';
import { type Committee, type CommitteeId, directorOf } from '../../domain/committee/committee.ts';
import { keyOfCommittee, placeOfFound } from '../../domain/committee/committee-key.ts';
import { decideKeepTerm, type Term, termId } from '../../domain/committee/term.ts';
import { sameContent } from '../../domain/creation.ts';
import { isWithin } from '../../domain/roster/seat.ts';
import { accept } from '../../domain/ruling.ts';
import { searchWords } from '../../domain/text/search-key.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { cursorOf, pageOf } from '../kit/list-page.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import type { TreeEntry } from '../store/committee-store.ts';
import type { Store } from '../store/store.ts';
import { changeRoster } from './change-roster.ts';
import { endedCommittees } from './ended-committees.ts';
import { dissolve, merge, move } from './reorganise.ts';
import { committeeView } from './views.ts';
import { mayFind, ownCommittees } from './visible.ts';

const placeOfCommittee = (one: Committee) => ({ key: keyOfCommittee(one), id: one.id });

export function treeRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  const { committees } = deps.store;

  route(keeper, contract.searchCommittees, async ({ query: { search, after, limit }, caller }) => {
    const among = await mayFind(deps, caller);
    const words = searchWords(search);
    const page = { words, after: cursorOf(after), limit: limit + 1 };
    const found = await committees.search({ ...page, ...(among ? { among } : {}) });
    const { shown, next } = pageOf(found, limit, (one) => ({ key: placeOfFound(one, words), id: one.id }));
    const ways = await waysTo(deps.store, shown);
    return accept({ committees: shown.map((one) => ({ ...committeeView(one), way: ways(one) })), next });
  });
  route(keeper, contract.listTop, async ({ query: { after, limit, on }, caller }) => {
    if (!caller.administrator)
      return accept({ committees: (await ownEntries(keeper, caller, on)).map(entryView), next: null });
    const page = { after: cursorOf(after), limit: limit + 1, on };
    return accept(treePart(await committees.subordinates(null, page), limit));
  });
  route(keeper, contract.listSubordinates, async ({ params: { committeeId }, query: { after, limit, on } }) =>
    accept(
      treePart(await committees.subordinates(committeeId, { after: cursorOf(after), limit: limit + 1, on }), limit),
    ),
  );
  route(keeper, listEndedCommittees, async ({ caller }) => accept(await endedCommittees(deps, caller)));
  route(keeper, contract.readHistory, async ({ params }) => readHistory(deps.store, params.committeeId));
  route(keeper, contract.changeSuperior, async ({ params, body }) => move(deps, params.committeeId, body));
  route(keeper, contract.dissolveCommittee, async ({ params, body }) => dissolve(deps, params.committeeId, body.on));
  route(keeper, contract.mergeCommittees, async ({ body, caller, about }) => merge(deps, body, caller.personId, about));
  termRoutes(keeper);
}

function termRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.listTerms, async ({ params }) =>
    accept([...(await deps.store.committees.terms(params.committeeId))]),
  );
  route(keeper, contract.addTerm, async ({ params, body, about }) => {
    const { id = uuid(deps.random), ...said } = body;
    const term: Term = { id: termId.parse(id), ...params, ...said };
    const kept = await changeRoster(deps.store, (known) => {
      const made = findMade(about, known.findTerm(term.id), (one) => sameContent(saidOf(one), saidOf(term)));
      if (!made.ok) return made;
      return made.value ? accept({ terms: [] }) : decideKeepTerm(known.termsOf(term.committeeId), term, false);
    });
    return kept.ok ? accept(term) : kept;
  });
  route(keeper, contract.changeTerm, async ({ params: { committeeId, termId: id }, body }) => {
    const term: Term = { id, committeeId, ...body };
    const kept = await changeRoster(deps.store, (known) => decideKeepTerm(known.termsOf(committeeId), term, true));
    return kept.ok ? accept(term) : kept;
  });
}

function saidOf({ committeeId, name, from, to, congressOn }: Term) {
  return [committeeId, name, from, to, congressOn];
}

function entryView({ committee, subordinates }: TreeEntry): contract.TreeEntryView {
  return { ...committeeView(committee), subordinates };
}

function treePart(found: readonly TreeEntry[], limit: number) {
  const { shown, next } = pageOf(found, limit, ({ committee }) => placeOfCommittee(committee));
  return { committees: shown.map(entryView), next };
}

async function ownEntries(
  { deps }: RouteContext,
  caller: Parameters<typeof ownCommittees>[1],
  on: string | undefined,
): Promise<TreeEntry[]> {
  const { committees } = deps.store;
  const own = await committees.findCommittees(await ownCommittees(deps, caller));
  const standing = own
    .filter((one) => (on === undefined ? one.to === null : isWithin(one, on)))
    .sort((a, b) => (keyOfCommittee(a) < keyOfCommittee(b) ? -1 : 1));
  return Promise.all(
    standing.map(async (committee) => ({
      committee,
      subordinates: (await committees.subordinates(committee.id, { limit: 1000, on })).length,
    })),
  );
}

/** Names from the top down to each committee's superior. */
async function waysTo({ committees }: Store, shown: readonly Committee[]): Promise<(one: Committee) => string[]> {
  const above = new Map((await committees.above(shown.map(({ id }) => id))).map((one) => [one.id, one]));
  return (one) => {
    const names: string[] = [];
    for (let at = one.superiorId; at !== null; ) {
      const superior = above.get(at);
      names.unshift(superior?.name ?? '');
      at = superior?.superiorId ?? null;
    }
    return names;
  };
}

async function readHistory({ committees }: Store, id: CommitteeId) {
  const committee = await committees.find(id);
  if (committee === undefined) return { ok: false, refusal: 'not-found' } as const;
  const { superiors, subordinates, predecessors } = await committees.history(id);
  const director = directorOf(committee);
  const named = [
    ...[committee.superiorId, committee.successorId, director],
    ...superiors.map((past) => past.superiorId),
    ...subordinates.map((past) => past.committeeId),
  ].filter((one) => one !== null);
  const names = new Map((await committees.findCommittees(named)).map((one) => [one.id, one.name]));
  const link = (one: CommitteeId) => ({ id: one, name: names.get(one) ?? '' });
  const linkOrNone = (one: CommitteeId | null) => (one === null ? null : link(one));
  const present = {
    superiorId: committee.superiorId,
    from: committee.superiorSince ?? committee.from,
    to: committee.to,
  };
  return accept({
    superiors: [present, ...superiors.toReversed()].map(({ superiorId, from, to }) => ({
      ...{ superior: linkOrNone(superiorId), from, to },
    })),
    formerSubordinates: subordinates.map(({ committeeId, from, to }) => ({ committee: link(committeeId), from, to })),
    predecessors: predecessors.map((one) => ({ committee: { id: one.id, name: one.name }, endedOn: one.to })),
    successor: linkOrNone(committee.successorId),
    directedBy: linkOrNone(director),
  });
}
