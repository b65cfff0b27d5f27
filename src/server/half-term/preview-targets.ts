import type { z } from 'zod';
import type { previewTargets as previewing } from '../../contract/half-term.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import { accept } from '../../domain/decision.ts';
import { readTargets } from '../../domain/half-term/targets-table.ts';
import type { Deps } from '../deps.ts';
import { listAnswer, readingOfRows } from '../lists/list-answer.ts';
import type { RosterFileRefusal } from '../roster-file.ts';
import { targetView } from './views.ts';

type Preview =
  | { ok: true; value: z.infer<(typeof previewing.replies)[200]> }
  | { ok: false; refusal: RosterFileRefusal | 'targets-have-problems'; problems?: readonly ProblemItem[] };

/** As many bad lines as somebody mends at once. */
const problemsShown = 100;

/** The targets in a spreadsheet as they would stand in the review, or which lines are wrong. Nothing is kept. */
export async function previewTargets({ pool }: Deps, file: Uint8Array): Promise<Preview> {
  const read = await pool.run('readRosterFile', { file });
  if (!read.ok) return { ok: false, refusal: read.refusal };
  const listed = readTargets(read.rows);
  if (listed.ok) {
    const reading = readingOfRows('', read.rows, undefined, listed.targets.length);
    return accept({ targets: listed.targets.map(targetView), ...listAnswer([reading], []) });
  }
  const problems = listed.problems
    .slice(0, problemsShown)
    .map(({ vi, en, ...problem }) => ({ ...problem, messages: { vi, en } }));
  return { ok: false, refusal: 'targets-have-problems', problems };
}
