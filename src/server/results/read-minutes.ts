import { fileKinds, fileName } from '../../contract/documents/file-name.ts';
import type * as contract from '../../contract/results/results.ts';
import { isInsider } from '../../domain/result/who-reads.ts';
import type { SessionWithPapers } from '../../domain/session/papers.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { fileOf } from '../meeting/file-of.ts';
import { cancellationMinutesData } from './cancellation-minutes.ts';
import type { ReadableResult } from './find-result.ts';
import { minutesData } from './minutes-data.ts';
import { resultFile } from './result-file.ts';
import { unopenableMinutesData } from './unopenable-minutes.ts';

export async function readMinutes(deps: Deps, call: Call<typeof contract.readMinutes>) {
  const state = isInsider(call.held) ? await deps.store.sessions.findWithPapers(call.params.sessionId) : undefined;
  const early = state && (await minutesWithoutResult(deps, state));
  if (early !== undefined) return early;
  const nameOf = ({ state: { session } }: ReadableResult) =>
    fileName({ kind: fileKinds.minutes, ...fileOf(session), ending: 'pdf' });
  return resultFile(deps, call, nameOf, async (result) => {
    const chairRole = await chairPosition(deps, result.state.session);
    return deps.pool.run('writeMinutes', minutesData(result, chairRole, deps.clock()));
  });
}

/** The minutes of a session that ended without a result, for its chair and tellers: it was never published to anybody else. */
async function minutesWithoutResult(deps: Deps, state: SessionWithPapers) {
  const name = (kind: keyof typeof fileKinds) =>
    fileName({ kind: fileKinds[kind], ...fileOf(state.session), ending: 'pdf' });
  const unopenable = await unopenableMinutesData(deps, state);
  if (unopenable !== undefined) {
    return attachment(await deps.pool.run('writeUnopenableMinutes', unopenable), name('unopenableMinutes'));
  }
  const cancelled = await cancellationMinutesData(deps, state);
  if (cancelled === undefined) return undefined;
  return attachment(await deps.pool.run('writeCancellationMinutes', cancelled), name('cancellationMinutes'));
}
