import type * as contract from '../../contract/results/results.ts';
import type { Relation } from '../../domain/account/relations.ts';
import { isInsider } from '../../domain/result/who-reads.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { cancellationMinutesData } from './cancellation-minutes.ts';
import { minutesData } from './minutes-data.ts';
import { resultFile } from './result-file.ts';

export async function readMinutes(deps: Deps, call: Call<typeof contract.readMinutes>) {
  const cancelled = await findCancelled(deps, call.params.sessionId, call.held);
  if (cancelled !== undefined) {
    const bytes = await deps.pool.run('writeCancellationMinutes', cancelled);
    return attachment(bytes, `${call.params.sessionId}.pdf`);
  }
  return resultFile(deps, call, 'pdf', async (result) => {
    const chairRole = await chairPosition(deps, result.state.session);
    return deps.pool.run('writeMinutes', minutesData(result, chairRole, deps.clock()));
  });
}

/** What the minutes of a cancelled session hold, for its chair and tellers; it was never published to anybody else. */
async function findCancelled(deps: Deps, id: SessionId, held: ReadonlySet<Relation>) {
  const state = isInsider(held) ? await deps.store.sessions.findWithPapers(id) : undefined;
  return state && cancellationMinutesData(deps, state);
}
