import { randomUUID } from 'node:crypto';
import { exportFile, importFile, previewFile } from '../../committees/province-work.ts';
import { auditIntent, withAuditIntent } from '../../store/audit-intent.ts';
import { type CommitteesBeside, committeesBeside } from '../../store/sqlite.ts';
import type { Handler } from '../jobs.ts';

export const previewProvince: Handler<'previewProvince'> = ({ folder, work }) =>
  beside(folder, ({ committees }) => previewFile(committees, work));

export const exportProvince: Handler<'exportProvince'> = ({ folder, work }) =>
  beside(folder, ({ committees }) => exportFile(committees, work));

/** The audit log's entries are kept in the same step as what they are about, as in every other operation. */
export const importProvince: Handler<'importProvince'> = async ({ folder, work, note }) => {
  const intent = auditIntent(note);
  const answer = await withAuditIntent(intent, () =>
    beside(folder, ({ committees }) => importFile(committees, work, intent.about, randomUUID)),
  );
  return { answer, isNoted: intent.isKept };
};

/** Does something with the store of that folder, on a connection of the worker's own. */
export async function beside<Value>(folder: string, use: (stores: CommitteesBeside) => Promise<Value>): Promise<Value> {
  const { close, ...stores } = committeesBeside(folder);
  try {
    return await use(stores);
  } finally {
    close();
  }
}
