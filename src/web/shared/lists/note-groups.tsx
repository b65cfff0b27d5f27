import type { LocalText } from '../../../domain/local-text.ts';
import { useSpeech } from '../sentences.ts';
import { listSentences } from './list-sentences.ts';

/** Something about one place of a list; what is missing in the place is not meant. */
export interface PlacedNote {
  readonly sheet?: string | undefined;
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
    <ul class="entries">
      {groupsOf(notes).map(([key, group]) => (
        <li key={key}>
          <Group notes={group} several={several} />
        </li>
      ))}
    </ul>
  );
}

function Group({ notes, several }: Props) {
  const { say, own } = useSpeech(listSentences);
  const [first] = notes;
  if (first === undefined) return null;
  const isOneSentence = notes.every(({ messages }) => own(messages) === own(first.messages));
  const lines = notes.map((note) => (
    <NoteLine
      key={`${note.sheet} ${note.line} ${note.column} ${own(note.messages)}`}
      {...{ note, several, isOneSentence }}
    />
  ));
  return (
    <>
      {isOneSentence && <p>{own(first.messages)}</p>}
      <ul class="places">{lines.slice(0, shown)}</ul>
      {lines.length > shown && (
        <details>
          <summary>{say('morePlaces', { count: lines.length - shown })}</summary>
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
  readonly isOneSentence: boolean;
}

function NoteLine({ note, several, isOneSentence }: LineProps) {
  const { say, own } = useSpeech(listSentences);
  const { sheet, line, column } = note;
  const parts = [
    ...(several && sheet ? [say('placeSheet', { sheet })] : []),
    // Written as the spreadsheet's own margin does, thousands together.
    ...(line == null ? [] : [say('placeLine', { line: `${line}` })]),
    ...(column ? [say('placeColumn', { column })] : []),
  ];
  const place = capital(parts.join(', '));
  if (isOneSentence) return place === '' ? null : <li>{place}</li>;
  return (
    <li>
      {place !== '' && <span class="place">{place}: </span>}
      {own(note.messages)}
    </li>
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
