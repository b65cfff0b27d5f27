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
  route(context, contract.listSummoned, async (deps, { params }) =>
    accept((await deps.store.summoned.list(params.committeeId)).map(view)),
  );
  route(context, contract.previewDelegates, (deps, { params, query, body }) =>
    previewDelegates(deps, { ...params, ...query, file: body }),
  );
  route(context, contract.enterDelegates, enterDelegates);
  route(context, contract.findToSummon, async (deps, { query }) => accept(await findByName(deps, query.name)));
  route(context, contract.addKeyCadre, addKeyCadre);
  route(context, contract.strikeSummoned, strikeSummoned);
}
