import type { MergedCells } from '../../domain/lists/worksheet.ts';
import { cellReference } from './cell-reference.ts';
import { Unreadable } from './unreadable.ts';

/** As many as rows in the largest list, twice over. */
const mostMerges = 200_000;

/** Merged cells; none overlap, so that working through all of them touches no cell twice. */
export class MergeList {
  readonly #merges: MergedCells[] = [];

  /** @param range `B2:C3`; in either order, as some programs write them */
  add(range: string): void {
    if (this.#merges.length >= mostMerges) throw new Unreadable('too-large');
    const [first = '', second = first] = range.split(':', 2);
    const [a, b] = [cellReference(first), cellReference(second)];
    this.#merges.push({
      top: Math.min(a.row, b.row),
      bottom: Math.max(a.row, b.row),
      left: Math.min(a.column, b.column),
      right: Math.max(a.column, b.column),
    });
  }

  /** Those of more than one cell among the first columns, top down. */
  within(width: number): MergedCells[] {
    const merges = this.#merges
      .map((merge) => ({ ...merge, right: Math.min(merge.right, width - 1) }))
      .filter(({ top, bottom, left, right }) => left < right || (left === right && top < bottom))
      .sort((a, b) => a.top - b.top || a.left - b.left);
    const takenTo: number[] = Array.from({ length: width }, () => 0);
    for (const { top, bottom, left, right } of merges) {
      for (let column = left; column <= right; column++) {
        // No spreadsheet program makes such a sheet, and each would show another one of the two.
        if ((takenTo[column] ?? 0) >= top) throw new Unreadable('not-a-spreadsheet');
        takenTo[column] = bottom;
      }
    }
    return merges;
  }
}
