import * as contract from '../../contract/imports/imports.ts';
import type { Principal } from '../../domain/account/relations.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { ImportId } from '../../domain/roster/import-id.ts';
import type { ImportPlace } from '../../domain/roster/kept-import.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { personIdOf } from '../meeting/session-call.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import { type ImportToTakeBack, listedAtOnce, type TakenBack } from '../workers/office/taking-back.ts';
import { importViews, obstacleProblems } from './views.ts';

/** Lists that were imported, and taking them back. Those of a session's roll are part of the session. */
export function importRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.listImports, async () => accept(await listed(deps, null)));
  route(context, contract.takeBackImport, ({ params, caller, about }) =>
    answered(deps, takeBackRoster(deps, toTakeBack(deps, params.importId, null, caller), about)),
  );
  route(context, contract.listRosterImports, async ({ params }) => accept(await listed(deps, rosterOf(params))));
  route(context, contract.takeBackCommitteeRoster, ({ params, caller, about }) =>
    answered(deps, takeBackRoster(deps, toTakeBack(deps, params.importId, rosterOf(params), caller), about)),
  );
  route(context, contract.listDelegateImports, async ({ params }) => accept(await listed(deps, delegatesOf(params))));
  route(context, contract.takeBackDelegates, async ({ params, caller, about }) => {
    const work = toTakeBack(deps, params.importId, delegatesOf(params), caller);
    const done = await answered(deps, takeBackRoster(deps, work, about));
    if (!done.ok && done.refusal === 'own-seat') throw new Error('a list of delegates gives no seat');
    return done;
  });
}

interface OfCommittee {
  readonly committeeId: CommitteeId;
}
const delegatesOf = ({ committeeId }: OfCommittee) => ({ kind: 'delegates' as const, committeeId });
const rosterOf = ({ committeeId }: OfCommittee) => ({ kind: 'roster' as const, committeeId });

/** A whole province is much to compare: a worker does it, as it imports. */
async function listed({ store, pool, ...deps }: Deps, place: ImportPlace) {
  const { folder, imports } = store;
  // Listed here, so that one that cannot be read is told of where it is missing.
  const work = { place, listed: await imports.list(place, listedAtOnce) };
  const judged = await pool.run('judgeImports', { folder, work });
  return importViews({ store, pool, ...deps }, judged);
}

function takeBackRoster({ store, pool }: Deps, work: ImportToTakeBack, about: About): Promise<TakenBack> {
  return runNoted(pool, 'takeBackImport', { folder: store.folder, work }, about);
}

function toTakeBack(deps: Deps, id: ImportId, place: ImportPlace, caller: Principal) {
  return { id, place, by: caller.accountId, person: personIdOf(caller), at: deps.clock().toISOString() };
}

async function answered(deps: Deps, taken: Promise<TakenBack>) {
  const done = await taken;
  if (done.ok) {
    const [view] = await importViews(deps, [{ listed: done.value, obstacles: [] }]);
    if (view === undefined) throw new Error('an import without a view');
    return accept(view);
  }
  if (done.refusal !== 'import-built-on') return done;
  return { ok: false as const, refusal: done.refusal, problems: obstacleProblems(done.obstacles) };
}
