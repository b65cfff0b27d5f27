import type { BallotForm } from '../../domain/ballot-form.ts';
import { ballotsOfTable, type Table } from './table-file.ts';

/** What was asked for on the command line. */
export interface Wanted {
  readonly subjects: number;
  readonly voters: number;
  readonly tellers: number;
  readonly threshold: number;
  readonly table: Table | undefined;
}

/** How many people and papers take which way through the vote. */
export interface Numbers {
  readonly subjects: number;
  /** On the roll. */
  readonly summoned: number;
  readonly present: number;
  /** Ballots in the end. */
  readonly collected: number;
  /** Voters who receive their paper on their own phone; they hold a seat and an account. */
  readonly phonePapers: number;
  /** Sheets that are marked with a pen; the first of them has voted by phone before. */
  readonly penSheets: number;
  /** Phones that change their mind. */
  readonly recasts: number;
  readonly invalidSheets: number;
  /** Sheets printed beyond those handed out. */
  readonly spares: number;
}

/** Where a round is large enough somebody is absent and somebody keeps the paper in the pocket, as in life. */
const largeRound = 12;

export function planNumbers(wanted: Wanted, form: BallotForm): Numbers {
  const { table } = wanted;
  const subjects = table?.rows.length ?? wanted.subjects;
  const collectedByTable = table && ballotsOfTable(table, form.base);
  const rollByTable = table && form.base === 'roll' ? (table.percent_base ?? 0) : 0;
  const summoned = Math.max(subjects, collectedByTable ?? wanted.voters, rollByTable);
  const missing = summoned >= largeRound ? 1 : 0;
  const present =
    collectedByTable === undefined ? summoned - missing : Math.max(collectedByTable, quorumOf(form, summoned));
  const collected = collectedByTable ?? present - missing;
  const phonePapers = Math.min(5, Math.floor(subjects / 3), Math.floor(collected / 3));
  const penSheets = Math.min(8, Math.max(1, Math.floor(collected / 4)));
  return {
    subjects,
    summoned,
    present,
    collected,
    phonePapers,
    penSheets,
    recasts: Math.min(3, collected - penSheets),
    invalidSheets: table === undefined && penSheets > 1 ? 1 : 0,
    spares: 3 + Math.ceil((11 * (summoned - present)) / 10),
  };
}

function quorumOf({ quorum }: BallotForm, summoned: number): number {
  return quorum === null ? 0 : Math.ceil((summoned * quorum.numerator) / quorum.denominator);
}
