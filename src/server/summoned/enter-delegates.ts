import type * as contract from '../../contract/session/summoned.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { runNoted } from '../workers/noted-job.ts';
import { view } from './shown-list.ts';

/** A worker does all of it on a connection of its own. */
export async function enterDelegates(
  deps: Deps,
  { params, query, body, caller, about }: Call<typeof contract.enterDelegates>,
) {
  const { store, clock } = deps;
  const now = clock();
  const made = { accountId: caller.accountId, at: now.toISOString() };
  const work = { ...params, ...query, diff: query.diff, file: body, made, today: localDay(now) };
  const entered = await runNoted(deps, 'enterDelegates', { store: store.address, work }, about);
  if (!entered.ok) return entered;
  const { list, ...read } = entered.value;
  return accept({ ...view(list), ...read });
}
