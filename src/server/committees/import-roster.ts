import type { AccountId } from '../../domain/account/account.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import type { RosterImported, RosterPreview, RosterToImport, RosterToPreview } from '../workers/office/roster-work.ts';

/*
 * A file may have been made to be slow to read, and a province's people are many to look through. Where the store has a
 * file, a worker does all of it on a connection of its own.
 */

// Read only where it is needed: this thread has nothing to do with spreadsheets.
const inMemory = () => import('../workers/office/roster-work.ts');

export async function previewRoster(
  { store, pool, clock }: Deps,
  asked: Omit<RosterToPreview, 'today'>,
): Promise<RosterPreview> {
  const work = { ...asked, today: localDay(clock()) };
  const { folder, committees } = store;
  if (folder === null) return (await inMemory()).previewRosterFile(committees, work);
  return pool.run('previewRoster', { folder, work });
}

export async function importRoster(
  deps: Deps,
  { account, ...asked }: Omit<RosterToImport, 'made' | 'today'> & { readonly account: AccountId },
  about: About,
): Promise<RosterImported> {
  const now = deps.clock();
  const work = { ...asked, made: { by: account, at: now.toISOString() }, today: localDay(now) };
  const { folder, committees } = deps.store;
  if (folder === null) return (await inMemory()).importRosterFile(committees, work, about, () => uuid(deps.random));
  return runNoted(deps.pool, 'importRoster', { folder, work }, about);
}
