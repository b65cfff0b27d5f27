import { useState } from 'preact/hooks';
import { type Connection, call } from '../../../client/api.ts';
import { newId } from '../../../client/new-id.ts';
import type { readBallotPage } from '../../../contract/box/box.ts';
import { addDossier } from '../../../contract/dossiers/dossiers.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { choiceLabelsById } from '../../../domain/roster/choice-labels.ts';
import { peopleInFileName, titleOfFile } from '../../../domain/session/dossier-files.ts';
import { type SessionId, subjectId } from '../../../domain/session/session.ts';
import { randomBytes } from '../../shared/device/random-bytes.ts';
import type { Failure } from '../../shared/fetch/answer.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { FieldFrame } from '../../shared/forms/fields.tsx';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { withFile } from '../../shared/forms/with-file.ts';
import { noteAnswer } from '../../shared/frame/account.ts';
import { ProgressNote } from '../../shared/show/progress-note.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import type { ConsoleSession } from '../session.ts';
import { prepareSentences } from './sentences.ts';
import { severalSentences } from './several-sentences.ts';

const { ofConference, removePerson, remove } = prepareSentences;
const own = { ...severalSentences, ofConference, removePerson, remove };

type Page = ReplyOf<typeof readBallotPage>;

interface Props {
  readonly sessionId: SessionId;
  readonly page: Page;
  /** Those on the ballot, as the console tells them apart. */
  readonly subjects: ConsoleSession['subjects'];
  reload(): Promise<unknown>;
}

/** No subject has this id. */
const wholeConference = 'conference';

/** A file that was chosen, and what becomes of it. */
interface Row {
  /** Of the dossier that it is to be: the same however often it is sent. */
  readonly id: string;
  readonly file: File;
  readonly title: string;
  /** A subject's id, the conference, or empty while nobody has said it. */
  readonly about: string;
  /** How many people its name fits. */
  readonly fits: number;
  readonly isSent: boolean;
  readonly failure?: Failure | undefined;
}

function rowOf(file: File, subjects: Props['subjects']): Row {
  const found = peopleInFileName(file.name, subjects);
  const [only] = found;
  return {
    id: newId(randomBytes),
    file,
    title: titleOfFile(file.name).slice(0, 200),
    about: found.length === 1 && only ? only.id : '',
    fits: found.length,
    isSent: false,
  };
}

async function send(connection: Connection, sessionId: SessionId, { id, file, title, about }: Row) {
  const query = { id, title, ...(about === wholeConference ? {} : { subjectId: subjectId.parse(about) }) };
  return noteAnswer(
    await withFile(file, (body) => call(connection, addDossier, { params: { sessionId }, query, body })),
  );
}

/** Many files at once: each put beside whom its name names, looked over, then sent one by one; none takes others along. */
export function SeveralDossiers({ sessionId, page, subjects, reload }: Props) {
  const { t } = useTranslation(own);
  const connection = useConnection();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [sending, setSending] = useState<{ done: number; total: number }>();
  const [result, setResult] = useState<{ sent: number; failed: number }>();
  useUnsaved(rows.some(({ isSent }) => !isSent));
  const change = (id: string, part: Partial<Row>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const ready = rows.filter(({ isSent, about, title }) => !isSent && about !== '' && title.trim() !== '');
  const undecided = rows.filter(({ isSent }) => !isSent).length - ready.length;
  const sendAll = async () => {
    setResult(undefined);
    let sent = 0;
    for (const [done, row] of ready.entries()) {
      setSending({ done, total: ready.length });
      const reply = await send(connection, sessionId, row);
      if (reply.ok) sent += 1;
      change(row.id, reply.ok ? { isSent: true, failure: undefined } : { failure: reply });
    }
    setSending(undefined);
    setResult({ sent, failed: ready.length - sent });
    await reload();
  };
  return (
    <section>
      <h2>{t('severalTitle')}</h2>
      <FieldFrame label={t('severalFiles')} hint={t('severalFilesHint')} plain>
        {(attributes) => (
          <input
            {...attributes}
            type="file"
            multiple
            accept="application/pdf,.pdf"
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])].map((file) => rowOf(file, subjects));
              setResult(undefined);
              setRows((before) => [...before.filter(({ isSent }) => !isSent), ...chosen]);
              // The list below holds them; the same file may be chosen anew once it was corrected.
              currentTarget.value = '';
            }}
          />
        )}
      </FieldFrame>
      {rows.length > 0 && (
        <ul class="entries">
          {rows.map((row) => (
            <FileRow
              key={row.id}
              row={row}
              page={page}
              subjects={subjects}
              isBusy={sending !== undefined}
              onChange={(part) => change(row.id, part)}
              onRemove={() => setRows((before) => before.filter(({ id }) => id !== row.id))}
            />
          ))}
        </ul>
      )}
      {sending && <ProgressNote label={t('severalSending')} {...sending} />}
      <DoneNote text={result && t(result.failed > 0 ? 'severalResult' : 'severalAllSent', result)} />
      {undecided > 0 && <p>{t('severalUndecided', { count: undecided })}</p>}
      {ready.length > 0 && (
        <p>
          <button type="button" class="main-button" disabled={sending !== undefined} onClick={() => void sendAll()}>
            {t('severalSend', { count: ready.length })}
          </button>
        </p>
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'page' | 'subjects'> {
  readonly row: Row;
  readonly isBusy: boolean;
  onChange(part: Partial<Row>): void;
  onRemove(): void;
}

function FileRow({ row, page, subjects, isBusy, onChange, onRemove }: RowProps) {
  const { t } = useTranslation(own);
  const { file, title, about, isSent } = row;
  const labels = choiceLabelsById(subjects);
  const isFixed = isBusy || isSent;
  return (
    <li class="file-row">
      <strong>{file.name}</strong>
      <input
        type="text"
        aria-label={t('severalTitleOf', { file: file.name })}
        value={title}
        maxLength={200}
        disabled={isFixed}
        onInput={(event) => onChange({ title: event.currentTarget.value })}
      />
      <select
        aria-label={t('severalAboutOf', { file: file.name })}
        value={about}
        disabled={isFixed}
        onChange={(event) => onChange({ about: event.currentTarget.value })}
      >
        <option value="">{t('severalChoose')}</option>
        <option value={wholeConference}>{t('ofConference')}</option>
        {subjects.map(({ id }) => (
          <option key={id} value={id}>
            {labels.get(id)}
          </option>
        ))}
      </select>
      <div>
        {isSent ? t('severalSent') : <Remark row={row} page={page} />}
        <FailureNote failure={row.failure} />
        {!isFixed && (
          <button type="button" class="tool" aria-label={t('removePerson', { name: file.name })} onClick={onRemove}>
            {t('remove')}
          </button>
        )}
      </div>
    </li>
  );
}

/** What somebody has to look at before the file is sent. */
function Remark({ row: { about, fits, title }, page }: Pick<RowProps, 'row' | 'page'>) {
  const { t } = useTranslation(own);
  const subject = about === wholeConference ? null : about;
  const isThere = page.dossiers.some((one) => one.title === title.trim() && one.subjectId === subject);
  return (
    <>
      {about === '' && (fits === 0 ? t('severalUnmatched') : t('severalNamesakes', { count: fits }))}
      {isThere && t('severalThere')}{' '}
    </>
  );
}
