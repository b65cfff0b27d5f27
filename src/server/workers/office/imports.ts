import { judgeImports as judge, takeBack } from '../../imports/taking-back.ts';
import { auditIntent, withAuditIntent } from '../../store/audit-intent.ts';
import type { Handler } from '../jobs.ts';
import { beside } from './province.ts';

export const judgeImports: Handler<'judgeImports'> = ({ folder, work }) =>
  beside(folder, ({ imports }) => judge(imports, work));

/** The audit log's entries are kept in the same step as what they are about. */
export const takeBackImport: Handler<'takeBackImport'> = async ({ folder, work, note }) => {
  const intent = auditIntent(note);
  const answer = await withAuditIntent(intent, () =>
    beside(folder, ({ imports }) => takeBack(imports, work, intent.about)),
  );
  return { answer, isNoted: intent.isKept };
};
