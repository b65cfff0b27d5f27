import type * as contract from '../../contract/imports/imports.ts';
import type { ImportPlace } from '../../domain/roster/kept-import.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { personIdOf } from '../meeting/session-call.ts';
import { runNoted } from '../workers/noted-job.ts';
import { importViews, obstacleProblems } from './views.ts';

type TakingBack = Pick<Call<typeof contract.takeBackImport>, 'params' | 'caller' | 'about'>;

/** Takes an import of this place back, in a worker as it was made. */
export async function takeBackImport(deps: Deps, { params, caller, about }: TakingBack, place: ImportPlace) {
  const by = { accountId: caller.accountId, personId: personIdOf(caller) };
  const work = { id: params.importId, place, ...by, at: deps.clock().toISOString() };
  const done = await runNoted(deps, 'takeBackImport', { store: deps.store.address, work }, about);
  if (done.ok) {
    const [view] = await importViews(deps, [{ listed: done.value, obstacles: [] }]);
    if (view === undefined) throw new Error('an import without a view');
    return accept(view);
  }
  if (done.refusal !== 'import-built-on') return done;
  return { ok: false as const, refusal: done.refusal, problems: obstacleProblems(done.obstacles) };
}
