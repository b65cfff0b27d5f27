import type * as contract from '../../contract/results/results.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import type { Call } from '../http/route.ts';
import { earlierResults } from './earlier-results.ts';
import { findResult } from './find-result.ts';

export async function listEarlierResults(
  context: RouteContext,
  { params, held, request }: Call<typeof contract.listEarlierResults>,
) {
  const { deps } = context;
  const result = await findResult(deps, params.sessionId, held);
  if (!result.ok) return result;
  return accept(await earlierResults(deps, result.value.state.session, relationsFor(context, request)));
}
