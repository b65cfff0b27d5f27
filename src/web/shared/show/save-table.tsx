import { xlsxType } from '../../../contract/documents/spreadsheet.ts';
import { saveFile } from '../device/save-file.ts';
import type { Answer } from '../fetch/answer.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { useAction } from '../forms/use-action.ts';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from './sentences.ts';

const csvType = 'text/csv; charset=utf-8';
const types = { xlsx: xlsxType, csv: csvType, 'excel-csv': csvType } as const;

interface Props {
  read(kind: keyof typeof types): Promise<Answer<Uint8Array>>;
}

/** Saves a table of the service as a workbook or as CSV, for Excel or for other programs. */
export function SaveTable({ read }: Props) {
  const { t } = useTranslation(officeSentences);
  const action = useAction(async (kind: keyof typeof types) => {
    const reply = await read(kind);
    if (reply.ok) saveFile(reply, types[kind]);
    return reply;
  });
  return (
    <div class="no-print">
      <p class="choices">
        <button type="button" disabled={action.busy} onClick={() => void action.run('xlsx')}>
          {t('saveXlsx')}
        </button>
        <button type="button" disabled={action.busy} onClick={() => void action.run('excel-csv')}>
          {t('saveExcelCsv')}
        </button>
        <button type="button" disabled={action.busy} onClick={() => void action.run('csv')}>
          {t('saveCsv')}
        </button>
      </p>
      <FailureNote failure={action.failure} />
    </div>
  );
}
