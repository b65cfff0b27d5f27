import type { TargetProblem } from '../../domain/half-term/read-targets.ts';
import type { ListNote } from '../../domain/lists/list-note.ts';
import { titleOf } from '../../domain/lists/list-words.ts';
import type { RosterNote } from '../../domain/roster/roster-note.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { listNoteText } from './list-note-sentences.ts';
import type { ListNoteView } from './list-notes.ts';
import { rosterNoteText } from './roster-note-sentences.ts';
import { targetProblemTexts } from './target-problem-sentences.ts';

/** Anything that is told about a file that was brought. */
export type FileNote = ListNote | RosterNote | TargetProblem;

/** A note as people read it. */
export function fileNoteView(note: FileNote): ListNoteView {
  const { worksheet, line, code } = note;
  return { worksheet, line, column: columnOf(note), code, messages: textOf(note) };
}

/** A column that the file lacks is called by its name in our own lists. */
function columnOf(note: FileNote): string {
  if (note.kind === 'target') return note.column;
  return note.column ?? titleOf(note.field)?.vi ?? '';
}

function textOf(note: FileNote): LocalText {
  switch (note.kind) {
    case 'list':
      return listNoteText(note);
    case 'roster':
      return rosterNoteText(note);
    case 'target':
      return targetProblemTexts[note.code];
  }
}
