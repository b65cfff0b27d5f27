import { call } from '../../client/api.ts';
import { attachReport, type ReviewView, readReport, removeReport } from '../../contract/half-term/half-term.ts';
import type { ReportPlace } from '../../domain/half-term/report.ts';
import { saveFile } from '../shared/device/save-file.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { FileField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { withFile } from '../shared/forms/with-file.ts';
import { hasReport, ReportGroups } from '../shared/half-term/report-groups.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly view: ReviewView;
  readonly writes: boolean;
  onChange(view: ReviewView): void;
  reload(): void;
}

/** The three reports of the half term and, apart from them, those of the year. */
export function Reports(props: Props) {
  return (
    <ReportGroups shows={() => true}>{(place, name) => <Report {...props} place={place} name={name} />}</ReportGroups>
  );
}

interface ReportProps extends Props {
  readonly place: ReportPlace;
  readonly name: string;
}

function Report({ view, writes, onChange, reload, place, name }: ReportProps) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  const asked = { params: { committeeId: view.committeeId, ...place }, query: { term: view.term } };
  const isThere = hasReport(view, place);
  const open = useAction(async () => {
    const reply = await call(connection, readReport, asked);
    if (reply.ok) saveFile(reply, 'application/pdf');
    return reply;
  });
  const attach = useAction(async (file: File) => {
    const reply = await withFile(file, (body) => call(connection, attachReport, { ...asked, body }));
    if (reply.ok) onChange(reply.value);
    return reply;
  });
  const remove = useAction(async () => {
    const reply = await call(connection, removeReport, asked);
    if (reply.ok) reload();
    return reply;
  });
  return (
    <div>
      {isThere ? (
        <div class="choices">
          <button type="button" disabled={open.busy} onClick={() => void open.run()}>
            {t('saveReport', { name })}
          </button>
          {writes && (
            <ConfirmButton
              label={t('removeOf', { name })}
              sentence={t('removeReportAsked', { name })}
              yes={t('removeReportYes')}
              busy={remove.busy}
              onConfirm={() => void remove.run()}
            />
          )}
        </div>
      ) : writes ? (
        <FileField label={t('reportFile', { name })} accept=".pdf" onFile={(file) => file && void attach.run(file)} />
      ) : (
        <p class="quiet">{t('noReport', { name })}</p>
      )}
      <FailureNote failure={open.failure ?? attach.failure ?? remove.failure} />
    </div>
  );
}
