import { useState } from 'preact/hooks';
import { type Connection, call } from '../../client/api.ts';
import { readHints, readRecord } from '../../contract/box/box.ts';
import {
  type ResultView,
  readExtract,
  readMinutes,
  readResultTable,
  readSignedMinutes,
  readSupplement,
} from '../../contract/results/results.ts';
import { verifierAddress } from '../../contract/service/pages.ts';
import { choiceLabelsById } from '../../domain/roster/choice-labels.ts';
import type { TableFormat } from '../../print/file-table.ts';
import { saveFile } from '../shared/device/save-file.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { SelectField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

type Params = { readonly params: { readonly sessionId: ResultView['sessionId'] } };
type Fetched = Promise<Answer<Uint8Array>>;

const readTable =
  (format: TableFormat) =>
  (at: Connection, of: Params): Fetched =>
    call(at, readResultTable, { ...of, query: { format } });

/** What can be taken away, and how it is fetched. */
const files = [
  { key: 'minutes', get: (at: Connection, of: Params): Fetched => call(at, readMinutes, of) },
  {
    key: 'signedMinutes',
    get: (at: Connection, of: Params): Fetched => call(at, readSignedMinutes, of),
  },
  { key: 'csv', get: readTable('csv') },
  { key: 'excelCsv', get: readTable('excel-csv') },
  { key: 'xlsx', get: readTable('xlsx') },
  { key: 'record', get: (at: Connection, of: Params): Fetched => call(at, readRecord, of) },
  {
    key: 'supplement',
    get: (at: Connection, of: Params): Fetched => call(at, readSupplement, of),
  },
  { key: 'hints', get: (at: Connection, of: Params): Fetched => call(at, readHints, of) },
] as const;

/** Minutes, tables and the record, fetched in the reader's language. */
export function Downloads({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { sessionId } = view;
  const fetching = useAction(async ({ get }: (typeof files)[number]) => {
    const reply = await get(connection, { params: { sessionId } });
    if (reply.ok) saveFile(reply);
    return reply;
  });
  const shown = files.filter(({ key }) => key !== 'signedMinutes' || view.publishedAt !== null);
  return (
    <section class="no-print">
      <h2>{t('documents')}</h2>
      <p>{t('documentsPurpose')}</p>
      <ul class="downloads">
        {shown.map((file) => (
          <li key={file.key}>
            <button type="button" disabled={fetching.busy} onClick={() => void fetching.run(file)}>
              {t(file.key)}
            </button>
          </li>
        ))}
        <li>
          <a class="button" href={verifierAddress} download={verifierAddress.slice(1)}>
            {t('verifier')}
          </a>
        </li>
        <li>
          <button type="button" onClick={() => window.print()}>
            {t('print')}
          </button>
        </li>
      </ul>
      <Extract view={view} />
      <FailureNote failure={fetching.failure} />
    </section>
  );
}

/** What the minutes say of one person alone: for that person, or for their file. */
function Extract({ view }: { readonly view: ResultView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { sessionId, subjects } = view;
  const [subjectId, setSubjectId] = useState(subjects[0]?.id);
  const fetching = useAction(async (chosen: NonNullable<typeof subjectId>) => {
    const reply = await call(connection, readExtract, { params: { sessionId, subjectId: chosen } });
    if (reply.ok) saveFile(reply, 'application/pdf');
    return reply;
  });
  if (subjectId === undefined) return null;
  const labels = choiceLabelsById(subjects);
  return (
    <>
      <SelectField
        label={t('extractOf')}
        value={subjectId}
        required
        options={subjects.map(({ id }) => ({ value: id, label: labels.get(id) ?? '' }))}
        onInput={(chosen) => setSubjectId(subjects.find(({ id }) => id === chosen)?.id)}
      />
      <p>
        <button type="button" disabled={fetching.busy} onClick={() => void fetching.run(subjectId)}>
          {t('extract')}
        </button>
      </p>
      <FailureNote failure={fetching.failure} />
    </>
  );
}
