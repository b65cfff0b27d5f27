import { andMore, listNoteView } from '../../contract/imports/list-note-sentences.ts';
import type { ListNoteView, ListReadingView } from '../../contract/imports/list-notes.ts';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import type { ListNote } from '../../domain/lists/list-note.ts';
import type { WorksheetReading } from '../../domain/lists/list-reading.ts';

/** As many notes as somebody reads at once. */
const shown = 100;
const problemsShown = 200;

/** What every answer about a list says of how it was read. */
export function listAnswer(
  worksheets: readonly WorksheetReading[],
  warnings: readonly Note[],
): { reading: ListReadingView; warnings: ListNoteView[]; warningCount: number } {
  return {
    reading: { worksheets: worksheets.map((one) => ({ ...one, columns: [...one.columns] })) },
    warnings: warnings.slice(0, shown).map(noteView),
    warningCount: warnings.length,
  };
}

/** A note that has its sentences already. */
interface Spoken {
  readonly sheet?: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export type Note = Spoken | ListNote;

function noteView(note: Note): ListNoteView {
  if (!('vi' in note)) return listNoteView(note);
  const { sheet = '', line, column, code, vi, en } = note;
  return { sheet, line, column, code, messages: { vi, en } };
}

/** What is wrong with a file, as a refusal lists it. */
export function problemItems(notes: readonly Note[]): ProblemItem[] {
  const items = notes.slice(0, problemsShown).map((note) => {
    const { sheet, line, column, code, messages } = noteView(note);
    const place = [sheet, column].filter((part) => part !== '').join(': ');
    return { ...(sheet === '' ? {} : { sheet }), ...(line === null ? {} : { line }), column: place, code, messages };
  });
  const left = notes.length - items.length;
  return left === 0 ? items : [...items, { code: 'and-more', messages: andMore(left) }];
}
