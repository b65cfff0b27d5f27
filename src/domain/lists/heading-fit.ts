import { findHeading } from './find-heading.ts';
import { gridOf } from './grid.ts';
import type { WantedList } from './read-lists.ts';
import type { WorksheetRow } from './worksheet.ts';

/** More than any number of columns. */
const whole = 1_000;

/** How well rows look like one of these lists: by how many columns of its heading are found. 0: not at all. */
export function headingFit(rows: readonly WorksheetRow[], wanted: readonly WantedList<string>[]): number {
  const grid = gridOf({ name: '', isHidden: false, rows, merges: [], hiddenColumns: [] });
  const fits = wanted.map(({ shape }) => {
    const found = findHeading(grid, shape);
    return found === undefined ? 0 : found.heading.columns.size + (found.missing.length === 0 ? whole : 0);
  });
  return Math.max(0, ...fits);
}
