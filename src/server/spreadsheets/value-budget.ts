import type { Cell } from '../../domain/lists/worksheet.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

/** What a file may still hold. Counted before it is kept, as one text can be named by every cell. */
export class ValueBudget {
  readonly #limits: SpreadsheetLimits;
  #rows = 0;
  #cells = 0;
  #characters = 0;

  constructor(limits: SpreadsheetLimits) {
    this.#limits = limits;
  }

  /** @param column from 0 */
  takeCell(cell: Cell, column: number): void {
    if (column >= this.#limits.columns) throw new Unreadable('too-many-columns');
    this.#cells += 1;
    this.#characters += cell.shown.length;
    if (this.#cells > this.#limits.cells || this.#characters > this.#limits.characters) {
      throw new Unreadable('too-large');
    }
  }

  takeRow(): void {
    this.#rows += 1;
    if (this.#rows > this.#limits.rows) throw new Unreadable('too-many-rows');
  }
}
