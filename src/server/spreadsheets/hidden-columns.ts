import { columnNumber } from './cell-reference.ts';
import { isTrue, type XmlAttributes } from './xml-events.ts';

/** Which columns are hidden, told in runs that may overlap: counted by where runs begin and end, in linear time. */
export class HiddenColumns {
  /** How many runs more there are from this column on, by its index. */
  readonly #changes = new Map<number, number>();

  add({ min, max, hidden, width }: XmlAttributes): void {
    if (!isTrue(hidden) && (width === undefined || Number(width) !== 0)) return;
    const from = columnNumber(min) - 1;
    const to = columnNumber(max ?? min);
    if (to <= from) return;
    this.#changes.set(from, (this.#changes.get(from) ?? 0) + 1);
    this.#changes.set(to, (this.#changes.get(to) ?? 0) - 1);
  }

  /** Indexes of those among the first columns. */
  within(width: number): number[] {
    const hidden: number[] = [];
    let runs = 0;
    for (let index = 0; index < width; index++) {
      runs += this.#changes.get(index) ?? 0;
      if (runs > 0) hidden.push(index);
    }
    return hidden;
  }
}
