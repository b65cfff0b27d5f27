import { type RosterNote, type RosterProblemCode, rosterNote } from '../roster/roster-note.ts';
import { findLegacyText } from '../text/legacy-text.ts';
import { isBlank, letterOf } from './grid.ts';
import type { Worksheet } from './worksheet.ts';

/** Why nothing in a file is a list. Titles in an old code are no titles to us: then the code is what has to be told. */
export function noList(
  worksheets: readonly Worksheet[],
  code: Extract<RosterProblemCode, 'no-header' | 'no-sheet' | 'no-participants'>,
): RosterNote<RosterProblemCode>[] {
  const spoilt = worksheets.flatMap(({ name: worksheet, rows }) =>
    rows.flatMap(({ line, cells }) =>
      cells.flatMap((cell, index) => {
        const legacy = cell?.kind === 'text' ? findLegacyText(cell.shown) : undefined;
        if (legacy === undefined) return [];
        return [rosterNote({ worksheet, line, column: letterOf(index), field: null }, `legacy-${legacy}`, cell?.shown)];
      }),
    ),
  );
  if (spoilt.length > 0) return spoilt.slice(0, mostSpoilt);
  const first = worksheets.find(({ isHidden, rows }) => !isHidden && rows.length > 0) ?? worksheets[0];
  const line = first?.rows.find(({ cells }) => !cells.every(isBlank))?.line ?? 1;
  return [rosterNote({ worksheet: first?.name ?? '', line, column: '', field: null }, code)];
}

const mostSpoilt = 100;
