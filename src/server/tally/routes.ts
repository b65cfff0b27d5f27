import * as contract from '../../contract/results/results.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import { reportLostKey } from '../../domain/session/publication.ts';
import type { Session } from '../../domain/session/session.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { changeSession, findSession, tellerOf } from '../meeting/session-call.ts';
import { type TallyView, tallyView } from '../meeting/tally-view.ts';
import { finishTally } from './finish-tally.ts';
import { sendShare } from './send-share.ts';

/** Opening the totals. */
export function tallyRoutes(context: RouteContext): void {
  const { deps } = context;
  const shown = async <Refusal extends string>(
    changing: Promise<Ruling<Session, Refusal>>,
  ): Promise<Ruling<TallyView, Refusal | 'not-closed'>> => {
    const changed = await changing;
    return changed.ok ? tallyView(changed.value) : changed;
  };

  route(context, contract.readTally, ({ params }) => shown(findSession(deps, params.sessionId)));
  route(context, contract.sendShare, ({ params, body, caller }) =>
    shown(sendShare(deps, params.sessionId, caller, body)),
  );
  route(context, contract.finishTally, ({ params, body }) => shown(finishTally(deps, params.sessionId, body.missing)));
  route(context, contract.reportLostKey, async ({ params, caller }) => {
    const changed = await changeSession(deps, params.sessionId, (session) => {
      const teller = tellerOf(session, caller);
      return teller.ok ? accept(reportLostKey(session, teller.value.index)) : teller;
    });
    return changed.ok ? accept(undefined) : changed;
  });
}
