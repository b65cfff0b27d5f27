/** What is to be seen of a line, before anybody says what it is. */
export interface SeenLine {
  /** What stands on the line itself, from the left. */
  readonly texts: readonly string[];
  /** The same with the parts of a name together: a family may be called Cộng. */
  readonly sayings: readonly string[];
  /** What stands in the column that counts lines. */
  readonly number: string;
  readonly isNumbered: boolean;
  readonly countsLines: boolean;
  readonly name: string;
  readonly mate: string;
  /** What stands first on the line, where that is neither a name nor anything else that is read. */
  readonly lead: string;
  readonly hasUsed: boolean;
  /** What it says in a column that is read cannot be told: an error, or a formula that was never computed. */
  readonly isUnknown: boolean;
  /** It holds one cell, which is shown over more columns than names have. */
  readonly isWide: boolean;
  /** What follows the number is shown so. */
  readonly areWordsWide: boolean;
  /** Its items are committees, which are called like groups of people. */
  readonly isOfCommittees: boolean;
  readonly repeatsHeading: boolean;
  readonly isNumbering: boolean;
  readonly isExample: boolean;
}
