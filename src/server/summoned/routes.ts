import * as contract from '../../contract/session/summoned.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { findByName } from '../roster/search-people.ts';
import { addKeyCadre } from './add-key-cadre.ts';
import { enterDelegates, previewDelegates } from './enter-delegates.ts';
import { view } from './shown-list.ts';
import { strikeSummoned } from './strike-summoned.ts';

/** Who takes part: those summoned to a term's congress. */
export function summonedRoutes(context: RouteContext): void {
  const { deps } = context;

  route(context, contract.listSummoned, async ({ params }) =>
    accept((await deps.store.summoned.list(params.committeeId)).map(view)),
  );
  route(context, contract.previewDelegates, ({ params, query, body }) =>
    previewDelegates(deps, { ...params, ...query, file: body }),
  );
  route(context, contract.enterDelegates, async ({ params, query, body, caller, about }) => {
    const asked = { ...params, ...query, diff: query.diff, file: body };
    const entered = await enterDelegates(deps, asked, caller.accountId, about);
    if (!entered.ok) return entered;
    const { list, ...read } = entered.value;
    return accept({ ...view(list), ...read });
  });
  route(context, contract.findToSummon, async ({ query }) => accept(await findByName(deps, query.name)));
  route(context, contract.addKeyCadre, (call) => addKeyCadre(deps, call));
  route(context, contract.strikeSummoned, (call) => strikeSummoned(deps, call));
}
