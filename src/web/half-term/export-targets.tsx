import { call } from '../../client/api.ts';
import { readTargetsTable } from '../../contract/half-term/half-term.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { saveFile } from '../shared/device/save-file.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useHalfTermTranslation } from './translation.ts';

const files = [
  { label: 'exportXlsx', format: 'xlsx' },
  { label: 'exportExcelCsv', format: 'excel-csv' },
  { label: 'exportCsv', format: 'csv' },
] as const;

/** The targets that were kept, as a spreadsheet. */
export function ExportTargets({ committeeId, term }: { readonly committeeId: CommitteeId; readonly term: string }) {
  const { t, language } = useHalfTermTranslation();
  const connection = useConnection();
  const action = useAction(async ({ format }: (typeof files)[number]) => {
    const input = { params: { committeeId }, query: { term, language, format } };
    const reply = await call(connection, readTargetsTable, input);
    if (reply.ok) saveFile(reply);
    return reply;
  });
  return (
    <>
      <div class="choices">
        {files.map((file) => (
          <button key={file.format} type="button" disabled={action.busy} onClick={() => void action.run(file)}>
            {t(file.label)}
          </button>
        ))}
      </div>
      <FailureNote failure={action.failure} />
    </>
  );
}
