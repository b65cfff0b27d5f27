import type { ListNoteView, ListReadingView } from '../../../contract/imports/list-notes.ts';
import type { ListWarningCode } from '../../../domain/lists/list-note.ts';
import { useTranslation } from '../show/sentences.ts';
import { TableBox } from '../show/table-box.tsx';
import { fieldWords } from './field-words.ts';
import { listSentences } from './list-sentences.ts';
import { NoteGroups } from './note-groups.tsx';

type Worksheet = ListReadingView['worksheets'][number];

interface Props {
  readonly reading: ListReadingView;
  readonly warnings: readonly ListNoteView[];
  readonly warningCount: number;
  readonly heading: 'h2' | 'h3';
}

/** What of a list was read, and as what, and what was not. */
export function ReadingReport({ reading: { worksheets }, warnings, warningCount, heading: Heading }: Props) {
  const { t } = useTranslation(listSentences);
  const several = worksheets.length > 1;
  const notes = warnings.filter(({ code }) => !saidAbove.has(code));
  return (
    <section>
      <Heading>{t('readTitle')}</Heading>
      <ul class="worksheets">
        {worksheets.map((worksheet) => (
          <li key={worksheet.name}>
            <WorksheetLine worksheet={worksheet} />
            {worksheet.use === 'read' && <Columns worksheet={worksheet} several={several} />}
          </li>
        ))}
      </ul>
      {warningCount === 0 ? (
        <p>{t('nothingToNote')}</p>
      ) : (
        <>
          <Notes title={t('toLookAt')} notes={notes.filter(({ code }) => !understood.has(code))} several={several} />
          <Notes title={t('understood')} notes={notes.filter(({ code }) => understood.has(code))} several={several} />
          {warnings.length < warningCount && (
            <p class="quiet small">{t('moreNotes', { count: warningCount - warnings.length })}</p>
          )}
        </>
      )}
    </section>
  );
}

/** What offices write on every list beside its people: told, and nothing to worry about. */
const understoodCodes: readonly ListWarningCode[] = [
  ...(['title-lines', 'numbering-lines', 'repeated-headings', 'group-lines', 'total-lines'] as const),
  ...(['closing-lines', 'signature-lines', 'numbers-begin-again', 'name-joined'] as const),
  ...(['positions-joined', 'honorific-taken-off', 'number-taken-off', 'name-written-usually'] as const),
];
const understood: ReadonlySet<string> = new Set(understoodCodes);
const ofWorksheets: readonly ListWarningCode[] = ['hidden-worksheet', 'worksheet-without-list'];
/** Said of each worksheet above the notes. */
const saidAbove: ReadonlySet<string> = new Set(ofWorksheets);

interface NotesProps {
  readonly title: string;
  readonly notes: readonly ListNoteView[];
  readonly several: boolean;
}

function Notes({ title, notes, several }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <>
      <p class="notes-title">{title}</p>
      <NoteGroups notes={notes} several={several} />
    </>
  );
}

const uses = { 'no-list': 'worksheetWithoutList', empty: 'emptyWorksheet' } as const;

function WorksheetLine({ worksheet: { name, use, lines } }: { readonly worksheet: Worksheet }) {
  const { t } = useTranslation(listSentences);
  if (use === 'hidden') {
    return (
      <p>
        <strong>{t('hiddenWorksheet', { name })}</strong>
      </p>
    );
  }
  if (use !== 'read') return <p>{t(uses[use], { name })}</p>;
  return <p>{name === '' ? t('linesRead', { count: lines }) : t('linesReadOf', { name, count: lines })}</p>;
}

/** Closed at first: what is not used is told among the notes too. */
function Columns({
  worksheet: { name, columns },
  several,
}: {
  readonly worksheet: Worksheet;
  readonly several: boolean;
}) {
  const { t, pick } = useTranslation(listSentences);
  const title = several ? t('columnsTitleOf', { name }) : t('columnsTitle');
  return (
    <details>
      <summary>{title}</summary>
      <TableBox name={title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('columnTitle')}</th>
              <th scope="col">{t('columnUse')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ letter, title: heading, field }) => (
              <tr key={letter}>
                <th scope="row">{letter}</th>
                <td>{heading === '' ? <span class="quiet">{t('withoutTitle')}</span> : heading}</td>
                <td>{field === null ? <strong>{t('notUsed')}</strong> : pick(fieldWords(field))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
