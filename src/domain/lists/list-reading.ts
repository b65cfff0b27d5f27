/** What became of one worksheet of a file. */
export interface WorksheetReading {
  readonly name: string;
  readonly isHidden: boolean;
  readonly use: 'read' | 'hidden' | 'no-list' | 'empty';
  /** How many lines of it were read as people, committees or targets. */
  readonly lines: number;
  readonly columns: readonly ColumnReading[];
}

/** A column that holds a title or a value; `field` is null where it is not used. */
export interface ColumnReading {
  readonly letter: string;
  readonly title: string;
  readonly field: string | null;
}
