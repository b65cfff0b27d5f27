import type { AccountId } from '../../domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import type { RosterImported, RosterToImport } from '../workers/office/roster-work.ts';

/*
 * A file may have been made to be slow to read, and a province's people are many to look through: a worker does all of it
 * on a connection of its own.
 */

export async function importRoster(
  deps: Deps,
  { accountId, ...asked }: Omit<RosterToImport, 'made' | 'today'> & { readonly accountId: AccountId },
  about: About,
): Promise<RosterImported> {
  const { store, clock } = deps;
  const now = clock();
  const work = { ...asked, made: { accountId, at: now.toISOString() }, today: localDay(now) };
  return runNoted(deps, 'importRoster', { store: store.address, work }, about);
}
