import * as contract from '../../contract/session/summoned.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { findByName } from '../roster/search-people.ts';
import { addKeyCadre } from './add-key-cadre.ts';
import { enterDelegates } from './enter-delegates.ts';
import { previewDelegates } from './preview-delegates.ts';
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
  route(context, contract.enterDelegates, (call) => enterDelegates(deps, call));
  route(context, contract.findToSummon, async ({ query }) => accept(await findByName(deps, query.name)));
  route(context, contract.addKeyCadre, (call) => addKeyCadre(deps, call));
  route(context, contract.strikeSummoned, (call) => strikeSummoned(deps, call));
}
