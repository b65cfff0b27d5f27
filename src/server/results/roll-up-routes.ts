import { listResults as listing } from '../../contract/results/result-list.ts';
import * as contract from '../../contract/results/roll-up.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { PeopleFilter, RollUpFilter } from '../../domain/result/roll-up.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import { route } from '../http/route.ts';
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

  /** A file of all that fits, on all pages. */
  const file = async (
    format: 'csv' | 'xlsx',
    committeeId: CommitteeId,
    { language, ...filter }: RollUpFilter & PeopleFilter & { readonly language: 'vi' | 'en' },
    request: Parameters<typeof relationsFor>[1],
  ) => {
    const published = await publishedTo(deps, committeeId, relationsFor(keeper, request));
    const committeeLevels = await deps.store.committees.levels();
    const bytes = await deps.pool.run('writeRollUp', { ...published, filter, committeeLevels, format, language });
    const disposition = `attachment; filename="tong-hop-ket-qua.${format}"`;
    return { ...accept(bytes), headers: { 'content-disposition': disposition } };
  };
  route(keeper, contract.readRollUpXlsx, ({ params, query, request }) =>
    file('xlsx', params.committeeId, query, request),
  );
  route(keeper, contract.readRollUpCsv, ({ params, query, request }) =>
    file('csv', params.committeeId, query, request),
  );
}
