import type { spreadsheetRefusals } from '../../contract/documents/spreadsheet.ts';

export type SpreadsheetRefusal = 'too-large' | (typeof spreadsheetRefusals)[number];

/**
 * Ends reading from within a stream of events, where nothing can be returned. Caught at the one entry,
 * `readSpreadsheet`; anything else that is thrown is a fault of ours.
 */
export class Unreadable extends Error {
  readonly refusal: SpreadsheetRefusal;

  constructor(refusal: SpreadsheetRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}
