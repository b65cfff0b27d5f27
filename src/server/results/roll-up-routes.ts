import { listResults as listing } from '../../contract/results/result-list.ts';
import * as contract from '../../contract/results/roll-up.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import { route } from '../http/route.ts';
import { tableAttachment } from '../http/table-answer.ts';
import { listResults, personResults, publishedTo, rollUp, rollUpsFor } from './roll-up.ts';

/** All that subordinate committees have published to a committee, exactly within the reader's scope. */
export function rollUpRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, listing, async ({ caller, query, request }) =>
    accept(await listResults(deps, caller, relationsFor(keeper, request), query)),
  );
  route(keeper, contract.listRollUps, async ({ caller, request }) => {
    if (caller.personId === null) return accept([]);
    return accept(await rollUpsFor(deps, caller.personId, relationsFor(keeper, request)));
  });
  route(keeper, contract.readRollUp, async ({ params, query, request }) =>
    accept(await rollUp(deps, params.committeeId, relationsFor(keeper, request), query)),
  );
  route(keeper, contract.readPersonResults, ({ params, request }) =>
    personResults(deps, params.personId, relationsFor(keeper, request)),
  );

  route(keeper, contract.readRollUpTable, async ({ params, query: { language, format, ...filter }, request }) => {
    const published = await publishedTo(deps, params.committeeId, relationsFor(keeper, request));
    const committeeRanks = await deps.store.committees.ranks();
    const bytes = await deps.pool.run('writeRollUp', { ...published, filter, committeeRanks, format, language });
    return tableAttachment(bytes, format, 'tong-hop-ket-qua');
  });
}
