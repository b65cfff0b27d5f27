import type { LocalText } from '../../../domain/text/local-text.ts';
import { useTranslation } from '../show/sentences.ts';
import { listSentences } from './list-sentences.ts';

/** Something about one place of a list; what is missing in the place is not meant. */
export interface PlacedNote {
  readonly worksheet?: string | undefined;
  readonly line?: number | null | undefined;
  readonly column?: string | undefined;
  readonly code: string;
  readonly messages: LocalText;
}

interface Props {
  readonly notes: readonly PlacedNote[];
  /** Whether there is more than one worksheet that a place can be on. */
  readonly several: boolean;
}

/** So many of one kind stand open; the others are a tap away. */
const shown = 5;

/** Notes by what they say: each sentence once, with the places it holds for. */
export function NoteGroups({ notes, several }: Props) {
  return (
    <ul class="places">
      {groupsOf(notes).map(([key, group]) => (
        <li key={key}>
          <Group notes={group} several={several} />
        </li>
      ))}
    </ul>
  );
}

function Group({ notes, several }: Props) {
  const { t, pick } = useTranslation(listSentences);
  const [first] = notes;
  if (first === undefined) return null;
  const isOneSentence = notes.length > 1 && notes.every(({ messages }) => pick(messages) === pick(first.messages));
  if (notes.length === 1) return <NoteLine note={first} several={several} />;
  const lines = notes.map((note) => (
    <li key={`${note.worksheet} ${note.line} ${note.column} ${pick(note.messages)}`}>
      <NoteLine note={note} several={several} isOneSentence={isOneSentence} />
    </li>
  ));
  return (
    <>
      {isOneSentence && pick(first.messages)}
      <ul class="places">{lines.slice(0, shown)}</ul>
      {lines.length > shown && (
        <details>
          <summary>{t('morePlaces', { count: lines.length - shown })}</summary>
          <ul class="places">{lines.slice(shown)}</ul>
        </details>
      )}
    </>
  );
}

interface LineProps {
  readonly note: PlacedNote;
  readonly several: boolean;
  /** The sentence stands above already. */
  readonly isOneSentence?: boolean;
}

function NoteLine({ note, several, isOneSentence }: LineProps) {
  const { t, pick } = useTranslation(listSentences);
  const { worksheet, line, column } = note;
  const text = pick(note.messages);
  // A sentence about whole lines names all of them.
  const namesLines =
    !column && (['placeLine', 'placeLines'] as const).some((key) => text.includes(t(key, { line: `${line}` })));
  const parts = [
    ...(several && worksheet ? [t('placeWorksheet', { worksheet })] : []),
    // Written as the spreadsheet's own margin does, thousands together.
    ...(line == null || namesLines ? [] : [t('placeLine', { line: `${line}` })]),
    ...(column ? [t('placeColumn', { column })] : []),
  ];
  const place = capital(parts.join(', '));
  if (isOneSentence) return <>{place === '' ? text : place}</>;
  return (
    <>
      {place !== '' && <strong>{place}: </strong>}
      {text}
    </>
  );
}

function groupsOf(notes: readonly PlacedNote[]): [string, PlacedNote[]][] {
  const groups = new Map<string, PlacedNote[]>();
  for (const note of notes) groups.set(note.code, [...(groups.get(note.code) ?? []), note]);
  return [...groups];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
