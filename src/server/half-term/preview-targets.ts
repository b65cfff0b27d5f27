import type { z } from 'zod';
import type { previewTargets as previewing } from '../../contract/half-term/half-term.ts';
import { fileNoteView } from '../../contract/imports/file-note-sentences.ts';
import type { ProblemItem } from '../../contract/kit/problem.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { listAnswer, problemItems } from '../lists/list-answer.ts';
import type { SpreadsheetRefusal } from '../spreadsheets/unreadable.ts';
import { targetView } from './views.ts';

type Preview =
  | { ok: true; value: z.infer<(typeof previewing.replies)[200]> }
  | { ok: false; refusal: SpreadsheetRefusal | 'targets-have-problems'; problems?: readonly ProblemItem[] };

/** The targets in a spreadsheet as they would stand in the review, or which lines are wrong. Nothing is kept. */
export async function previewTargets({ pool }: Deps, file: Uint8Array): Promise<Preview> {
  const read = await pool.run('readTargetFile', { file });
  if (!read.ok) return read;
  const listed = read.value;
  if (!listed.ok) {
    return { ok: false, refusal: 'targets-have-problems', problems: problemItems(listed.problems) };
  }
  const { targets, unreadable, worksheets, warnings } = listed;
  return accept({
    targets: targets.map(targetView),
    problems: unreadable.map(fileNoteView),
    ...listAnswer(worksheets, warnings),
  });
}
