import type * as contract from '../../contract/results/results.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { findResult } from './find-result.ts';

export async function readResult(deps: Deps, { params, held }: Call<typeof contract.readResult>) {
  const result = await findResult(deps, params.sessionId, held);
  return result.ok ? accept(result.value.view) : result;
}
