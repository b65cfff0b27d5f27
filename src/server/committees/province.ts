import type { z } from 'zod';
import type {
  exportProvince as exporting,
  importProvince as importing,
  previewProvince as previewing,
} from '../../contract/committee/province.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { PersonId } from '../../domain/roster/person.ts';
import type { Language } from '../../domain/text/local-text.ts';
import type { Deps } from '../deps.ts';
import { tableAttachment } from '../http/table-answer.ts';
import { localDay } from '../kit/local-time.ts';
import type { About } from '../store/audit-intent.ts';
import { runNoted } from '../workers/noted-job.ts';
import type { ImportAnswer, PreviewAnswer } from '../workers/office/province-work.ts';

/*
 * A whole province is much to read, to plan and to write. A worker does all of it on a connection of its own: the service
 * answers meanwhile, and only changes wait until the import's one step is done.
 */

export async function preview(
  { store, pool, clock }: Deps,
  file: Uint8Array,
  { on, missing, capitals }: z.infer<typeof previewing.query>,
): Promise<PreviewAnswer> {
  const work = { file, on, missing, capitals, today: localDay(clock()) };
  return pool.run('previewProvince', { folder: store.folder, work });
}

export async function importProvince(
  { store, pool, clock }: Deps,
  file: Uint8Array,
  {
    account,
    ...asked
  }: z.infer<typeof importing.query> & { readonly by: PersonId | null; readonly account: AccountId },
  about: About,
): Promise<ImportAnswer> {
  const now = clock();
  const made = { by: account, at: now.toISOString() };
  const work = { file, ...asked, made, today: localDay(now) };
  return runNoted(pool, 'importProvince', { folder: store.folder, work }, about);
}

/** The committees and seats of today as a file. */
export async function exportProvince(
  { store, pool, clock }: Deps,
  asked: z.infer<typeof exporting.query>,
  language: Language,
) {
  const work = { ...asked, language, today: localDay(clock()) };
  const value = await pool.run('exportProvince', { folder: store.folder, work });
  const { format, list } = asked;
  return tableAttachment(value, format, format === 'csv' && list === 'seats' ? 'cap-uy-vien' : 'cap-uy');
}
