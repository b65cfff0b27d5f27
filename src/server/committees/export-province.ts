import type { z } from 'zod';
import type * as contract from '../../contract/committee/province.ts';
import { fileKinds } from '../../contract/documents/file-name.ts';
import type { Language } from '../../domain/text/local-text.ts';
import type { Deps } from '../deps.ts';
import { headingOf, tableAttachment } from '../http/table-answer.ts';
import { localDay } from '../kit/local-time.ts';

/** The committees and seats of today as a file. */
export async function exportProvince(
  { store, pool, clock }: Deps,
  asked: z.infer<typeof contract.exportProvince.query>,
  language: Language,
) {
  const today = localDay(clock());
  const { format, list } = asked;
  const name = { kind: fileKinds[format === 'xlsx' ? 'committees' : list], language, day: today };
  const work = { ...asked, language, today, heading: headingOf(name) };
  const value = await pool.run('exportProvince', { store: store.address, work });
  return tableAttachment(value, format, name);
}
