import type { z } from 'zod';
import type * as contract from '../../contract/committee/province.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { Deps } from '../deps.ts';
import { localDay } from '../kit/local-time.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import type { ImportAnswer } from '../workers/office/province-work.ts';

/**
 * A whole province is much to read, to plan and to write. A worker does all of it on a connection of its own: the service
 * answers meanwhile, and only changes wait until the import's one step is done.
 */
export async function importProvince(
  deps: Deps,
  file: Uint8Array,
  {
    accountId,
    ...asked
  }: z.infer<typeof contract.importProvince.query> & {
    readonly personId: PersonId | null;
    readonly accountId: AccountId;
  },
  about: About,
): Promise<ImportAnswer> {
  const { store, clock } = deps;
  const now = clock();
  const made = { accountId, at: now.toISOString() };
  const work = { file, ...asked, made, today: localDay(now) };
  return runNoted(deps, 'importProvince', { store: store.address, work }, about);
}
