import type * as contract from '../../contract/session/summoned.ts';
import { decideStrike } from '../../domain/session/summoned.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { shown } from './shown-list.ts';

export async function strikeSummoned(deps: Deps, { params, query, body }: Call<typeof contract.strikeSummoned>) {
  return shown(
    await deps.store.summoned.change(params.committeeId, query.term, (known) =>
      decideStrike(known, params.summonedId, body.struck),
    ),
  );
}
