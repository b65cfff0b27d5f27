import { type FileNote, fileNoteView } from '../../contract/imports/file-note-sentences.ts';
import { andMore } from '../../contract/imports/list-note-sentences.ts';
import type { ListNoteView, ListReadingView } from '../../contract/imports/list-notes.ts';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import type { WorksheetReading } from '../../domain/lists/list-reading.ts';

/** As many notes as somebody reads at once. */
const shown = 100;
const problemsShown = 200;

/** What every answer about a list says of how it was read. */
export function listAnswer(
  worksheets: readonly WorksheetReading[],
  warnings: readonly FileNote[],
): { reading: ListReadingView; warnings: ListNoteView[]; warningCount: number } {
  return {
    reading: { worksheets: worksheets.map((one) => ({ ...one, columns: [...one.columns] })) },
    warnings: warnings.slice(0, shown).map(fileNoteView),
    warningCount: warnings.length,
  };
}

/** What is wrong with a file, as a refusal lists it. */
export function problemItems(notes: readonly FileNote[]): ProblemItem[] {
  const items = notes.slice(0, problemsShown).map((note) => {
    const { worksheet, line, column, code, messages } = fileNoteView(note);
    const place = [worksheet, column].filter((part) => part !== '').join(': ');
    return {
      ...(worksheet === '' ? {} : { worksheet }),
      ...(line === null ? {} : { line }),
      column: place,
      code,
      messages,
    };
  });
  const left = notes.length - items.length;
  return left === 0 ? items : [...items, { code: 'and-more', messages: andMore(left) }];
}
