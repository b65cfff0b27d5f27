import { fileKinds } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/results/roll-up.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import type { Call } from '../http/route.ts';
import { headingOf, tableAttachment } from '../http/table-answer.ts';
import { localDay } from '../kit/local-time.ts';
import { publishedTo } from './published-to.ts';

export async function readRollUpTable(
  context: RouteContext,
  { params, query: { language, format, ...filter }, request }: Call<typeof contract.readRollUpTable>,
) {
  const { deps } = context;
  const published = await publishedTo(deps, params.committeeId, relationsFor(context, request));
  const committeeRanks = await deps.store.committees.ranks();
  const committee = (await deps.store.committees.find(params.committeeId))?.name ?? null;
  const name = { kind: fileKinds.rollUp, language, committee, day: localDay(deps.clock()) };
  const heading = headingOf(name);
  const bytes = await deps.pool.run('writeRollUp', { ...published, filter, committeeRanks, format, language, heading });
  return tableAttachment(bytes, format, name);
}
