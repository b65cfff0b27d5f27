import * as contract from '../../contract/session/summoned.ts';
import { sameContent } from '../../domain/creation.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import { withShownYears } from '../../domain/roster/namesakes.ts';
import { inNameOrder } from '../../domain/roster/people-order.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { accept, type Ruling, refuse } from '../../domain/ruling.ts';

import { decideAddCadre, decideStrike, type Summoned, type SummonedList } from '../../domain/session/summoned.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { findByName } from '../roster/search-people.ts';
import { enterDelegates, previewDelegates } from './enter-delegates.ts';

/** Who takes part: those summoned to a term's congress. */
export function summonedRoutes(keeper: RouteContext): void {
  const { store, random } = keeper.deps;

  route(keeper, contract.listSummoned, async ({ params }) =>
    accept((await store.summoned.list(params.committeeId)).map(view)),
  );
  route(keeper, contract.previewDelegates, ({ params, query, body }) =>
    previewDelegates(keeper.deps, { ...params, ...query, file: body }),
  );
  route(keeper, contract.enterDelegates, async ({ params, query, body, caller, about }) => {
    const asked = { ...params, ...query, plan: query.plan, file: body };
    const entered = await enterDelegates(keeper.deps, asked, caller.accountId, about);
    if (!entered.ok) return entered;
    const { list, ...read } = entered.value;
    return accept({ ...view(list), ...read });
  });
  route(keeper, contract.findToSummon, async ({ query }) => accept(await findByName(keeper.deps, query.name)));
  route(keeper, contract.addKeyCadre, async ({ params, query, body, about }) => {
    const { personId } = body;
    if (isBornLater(body.birthYear, localDay(keeper.deps.clock()))) return refuse('bad-birth-year');
    const person = personId === null ? undefined : await store.committees.findPerson(personId);
    if (personId !== null && person === undefined) return refuse('unknown-person');
    const { id = personId ?? uuid(random), birthYear, ...asked } = body;
    const cadre: Summoned = {
      ...{ ...asked, id, standing: 'key-cadre', struck: null },
      ...knownParts({ code: person?.code, birthYear: person?.birthYear ?? birthYear }),
    };
    return shown(
      await store.summoned.change(params.committeeId, query.term, (known) => {
        const there = body.id === undefined ? undefined : known?.people.find((one) => one.id === id);
        const made = findMade(about, there, (one) => sameContent(saidOf(one), saidOf(cadre)));
        if (!made.ok) return made;
        return known !== undefined && made.value ? accept(known) : decideAddCadre(known, cadre);
      }),
    );
  });
  route(keeper, contract.strikeSummoned, async ({ params, query, body }) =>
    shown(
      await store.summoned.change(params.committeeId, query.term, (known) =>
        decideStrike(known, params.summonedId, body.struck),
      ),
    ),
  );
}

function view({ term, people }: SummonedList): contract.SummonedListView {
  return { term, people: withShownYears(inNameOrder(people)).map(({ code: _code, ...one }) => one) };
}

function saidOf({ personId, name, position, birthYear, votes, standing }: Summoned) {
  return [personId, name, position, birthYear, votes, standing];
}

function shown<Refusal extends string>(
  decision: Ruling<SummonedList, Refusal>,
): Ruling<contract.SummonedListView, Refusal> {
  return decision.ok ? accept(view(decision.value)) : decision;
}
