import type { BallotForm } from '../../domain/ballot-form.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { PlannedBallot } from './cast-ballots.ts';
import type { SheetInBox } from './count-ballots.ts';
import type { Holder } from './issue-papers.ts';
import { marksOfTable, someMarks } from './marks.ts';
import type { Numbers } from './numbers.ts';
import type { Table } from './table-file.ts';

/** Who will vote which way, before anybody has voted. Nothing of it is ever told to the server. */
export interface BallotPlan {
  /** First thoughts of some phones, and a phone ballot that a sheet will replace. */
  readonly firstThoughts: readonly PlannedBallot[];
  /** What phones say in the end. The first ones stand in `firstThoughts` too. */
  readonly phones: readonly PlannedBallot[];
  /** Marked with a pen and dropped into the box; the first one replaces the last of `firstThoughts`. */
  readonly sheets: readonly SheetInBox[];
}

export function planBallots(
  holders: readonly Holder[],
  numbers: Numbers,
  form: BallotForm,
  table: Table | undefined,
  random: RandomBytes,
): BallotPlan {
  const { collected, subjects, penSheets, recasts, invalidSheets } = numbers;
  const some = () => someMarks(form, subjects, random);
  const marks = table ? marksOfTable(table, form, collected, random) : Array.from({ length: collected }, some);
  const ballots = marks.flatMap((marked, index): PlannedBallot[] => {
    const holder = holders[index];
    return holder === undefined ? [] : [{ holder, marks: marked }];
  });
  const phones = ballots.slice(0, collected - penSheets);
  const penned = ballots.slice(collected - penSheets);
  const changed = [...phones.slice(0, recasts), ...penned.slice(0, 1)];
  // The second reason of a form that has one: a sheet that the tellers never issued would not be in this box.
  const reason = (form.invalidSheetReasons[1] ?? form.invalidSheetReasons[0])?.id ?? null;
  return {
    firstThoughts: changed.map(({ holder }) => ({ holder, marks: some() })),
    phones,
    sheets: penned.flatMap(({ holder, marks: marked }, index): SheetInBox[] => {
      const invalidReason = index >= penned.length - invalidSheets ? reason : null;
      return holder.sheet === null ? [] : [{ sheet: holder.sheet, marks: marked, invalidReason }];
    }),
  };
}
