import type * as contract from '../../contract/tally/tally.ts';
import { accept } from '../../domain/ruling.ts';
import { reportLostKey as withLostKey } from '../../domain/session/publication.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { changeSession, tellerOf } from '../meeting/session-call.ts';
import { withoutValue } from '../meeting/without-value.ts';

/** A teller says that their own key is lost. */
export function reportLostKey(deps: Deps, { params, caller }: Call<typeof contract.reportLostKey>) {
  return withoutValue(
    changeSession(deps, params.sessionId, (session) => {
      const teller = tellerOf(session, caller);
      return teller.ok ? accept(withLostKey(session, teller.value.index)) : teller;
    }),
  );
}
