import type * as contract from '../../contract/session/sessions.ts';
import { accept } from '../../domain/ruling.ts';
import { decidePhoneUse } from '../../domain/session/phone-use.ts';
import type { Deps } from '../deps.ts';
import { publicOrigin } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';
import { actorOf, changeSessionAndPapers } from '../meeting/session-call.ts';
import { shownSessions } from './shown-sessions.ts';

export async function choosePhoneUse(
  deps: Deps,
  { params, body, caller, request }: Call<typeof contract.choosePhoneUse>,
) {
  const { shown } = shownSessions(deps);
  const by = await actorOf(deps, caller);
  return shown(
    changeSessionAndPapers(deps, params.sessionId, (state) => {
      const decided = decidePhoneUse(state, body.use, { by, address: publicOrigin(deps, request) }, deps.clock());
      return decided.ok ? accept({ ...state, session: decided.value }) : decided;
    }),
  );
}
