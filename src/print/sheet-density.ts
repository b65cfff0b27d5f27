import { mm } from './document-layout.ts';

/** How close the parts of a sheet stand, in points. Type stays large enough for old eyes in each. */
export interface SheetDensity {
  /** Of the type sizes of the document head. */
  readonly head: number;
  readonly title: number;
  readonly abstract: number;
  /** Size of the instructions. */
  readonly body: number;
  /** Before each instruction. */
  readonly lead: number;
  /** `below`: beside the instructions, with the credential under it; `beside`: from the title down, the credential in a line. */
  readonly code: 'below' | 'beside';
  readonly marginTop: number;
  readonly stub: number;
  /** Room to sign in, under the table. */
  readonly signature: number;
  readonly padY: number;
  readonly lowestRow: number;
  readonly boxSide: number;
  /** Of the page, at its sides. */
  readonly sides: { readonly left: number; readonly right: number };
  /** Columns of numbers and of boxes; those of a form with many levels are as narrow as they may be. */
  readonly number: number;
  readonly level: { readonly widest: number; readonly narrowest: number };
  /** Size of the columns' titles. */
  readonly heading: number;
  /** How many subjects make it worth while: more are better read on two pages. */
  readonly mostSubjects: number;
  /** Sizes tried for the names, largest first; everything else in a row is a point smaller. */
  readonly names: readonly number[];
}

/** Tried in order: the first in which a paper takes fewest pages. */
export const sheetDensities: readonly SheetDensity[] = [
  {
    ...{ head: 1, title: 17, abstract: 13, body: 12, lead: 3, code: 'below', marginTop: mm(11), stub: mm(26) },
    ...{ signature: 66, padY: 3.5, lowestRow: 26, boxSide: 16, sides: { left: mm(17), right: mm(13) } },
    ...{ number: 30, level: { widest: 62, narrowest: 52 }, heading: 11.5 },
    ...{ mostSubjects: Number.POSITIVE_INFINITY, names: [14, 13.5, 13, 12.5, 12] },
  },
  {
    ...{ head: 0.88, title: 16, abstract: 12, body: 11.5, lead: 1.5, code: 'beside', marginTop: mm(9), stub: mm(24) },
    ...{ signature: 40, padY: 2.5, lowestRow: 24, boxSide: 15, sides: { left: mm(16), right: mm(12) } },
    ...{ number: 26, level: { widest: 54, narrowest: 50 }, heading: 10.5 },
    ...{ mostSubjects: 15, names: [14, 13.5, 13, 12.5, 12] },
  },
  {
    ...{ head: 0.8, title: 15, abstract: 12, body: 11, lead: 0.5, code: 'beside', marginTop: mm(8), stub: mm(20) },
    ...{ signature: 24, padY: 1, lowestRow: 20, boxSide: 14, sides: { left: mm(15), right: mm(11) } },
    ...{ number: 22, level: { widest: 52, narrowest: 50 }, heading: 10 },
    ...{ mostSubjects: 15, names: [13, 12.5, 12] },
  },
  // For forms with many levels, whose long names leave those of people little room.
  {
    ...{ head: 0.8, title: 15, abstract: 11.5, body: 10.5, lead: 0, code: 'beside', marginTop: mm(8), stub: mm(19) },
    ...{ signature: 20, padY: 0.5, lowestRow: 19, boxSide: 14, sides: { left: mm(12), right: mm(10) } },
    ...{ number: 21, level: { widest: 50, narrowest: 50 }, heading: 9 },
    ...{ mostSubjects: 15, names: [12, 11.5] },
  },
];
