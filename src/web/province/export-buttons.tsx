import { call } from '../../client/api.ts';
import { exportProvince } from '../../contract/committee/province.ts';
import { saveFile } from '../shared/device/save-file.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

const files = [
  { label: 'exportXlsx', format: 'xlsx', list: 'committees' },
  { label: 'exportCommittees', format: 'csv', list: 'committees' },
  { label: 'exportSeats', format: 'csv', list: 'seats' },
] as const;

/** Takes the tree of today away as a spreadsheet. */
export function ExportButtons() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const action = useAction(async ({ format, list }: (typeof files)[number]) => {
    const reply = await call(connection, exportProvince, { query: { format, list } });
    if (reply.ok) saveFile(reply);
    return reply;
  });
  return (
    <section>
      <h2>{t('exportTitle')}</h2>
      <p class="quiet small">{t('exportHint')}</p>
      <div class="choices">
        {files.map((file) => (
          <button key={file.label} type="button" disabled={action.busy} onClick={() => void action.run(file)}>
            {t(file.label)}
          </button>
        ))}
      </div>
      {action.busy && <p role="status">{t('preparing')}</p>}
      <FailureNote failure={action.failure} />
    </section>
  );
}
