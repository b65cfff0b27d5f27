/** A cell as the file holds it, and as people see it (`shown`: NFC, trimmed at neither end of words that matter, bounded in length). */
export type Cell =
  | { readonly kind: 'text'; readonly shown: string }
  /** `day`: the one that the number would be as a date, told only where the workbook counts days from 1904. */
  | { readonly kind: 'number'; readonly value: number; readonly shown: string; readonly day?: string }
  /** `value` in percent: 9 for a cell that shows 9 %. */
  | { readonly kind: 'percent'; readonly value: number; readonly shown: string }
  /** `day`: ISO, whatever the time zone of the machine. */
  | { readonly kind: 'date'; readonly day: string; readonly shown: string }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly shown: string }
  /**
   * An error of the spreadsheet program, `#NAME?` for example; or, where a cause is told, something that is no value of
   * any list, shown as far as it helps to find the cell: a date that no calendar has, a text longer than cells are, more
   * marks on one letter than any script has.
   */
  | {
      readonly kind: 'error';
      readonly shown: string;
      readonly cause?: 'no-such-day' | 'too-long' | 'too-many-marks';
    }
  /** A formula whose value was never computed and stored. */
  | { readonly kind: 'uncomputed'; readonly shown: '' };

export interface WorksheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  readonly line: number;
  readonly isHidden: boolean;
  /** By column; null where nothing is. */
  readonly cells: readonly (Cell | null)[];
}

/** Cells shown as one: lines as in `WorksheetRow`, columns by index from 0, both ends included. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet of a workbook; a CSV file or what was pasted is one without a name. */
export interface Worksheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those that hold a value, top down. */
  readonly rows: readonly WorksheetRow[];
  readonly merges: readonly MergedCells[];
  /** Indexes from 0. */
  readonly hiddenColumns: readonly number[];
}
