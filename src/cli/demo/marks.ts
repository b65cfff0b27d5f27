import type { BallotForm } from '../../domain/ballot-form.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import type { Table } from './table-file.ts';

/** A random whole number below `bound`; the slight preference does not matter to a demonstration. */
export function below(bound: number, random: RandomBytes): number {
  return new DataView(Uint8Array.from(random(4)).buffer).getUint32(0) % bound;
}

/** The same things in another order, as a pile of paper is shuffled. */
export function shuffled<Item>(items: readonly Item[], random: RandomBytes): Item[] {
  const pile = [...items];
  for (let last = pile.length - 1; last > 0; last--) {
    const other = below(last + 1, random);
    const [a, b] = [pile[last], pile[other]];
    if (a !== undefined && b !== undefined) [pile[last], pile[other]] = [b, a];
  }
  return pile;
}

/** What somebody of good will marks: mostly the first level, now and then the last, now and then nothing. */
export function someMarks(form: BallotForm, subjects: number, random: RandomBytes): Marks {
  return Array.from({ length: subjects }, () => {
    const draw = below(100, random);
    if (draw < 4) return undefined;
    return Math.min(form.levels.length - 1, [72, 92, 97].filter((bound) => draw >= bound).length);
  });
}

/** Ballots that together give each subject exactly the table's counts; the lines left over stay unmarked. */
export function marksOfTable(table: Table, form: BallotForm, ballots: number, random: RandomBytes): Marks[] {
  const lines = table.rows.map((row) => {
    const marked = form.levels.flatMap(({ id }, level) => {
      const count = id === 'high' || id === 'confidence' || id === 'low' ? row[id] : 0;
      return Array.from({ length: count }, (): number | undefined => level);
    });
    const unmarked = Array.from({ length: ballots - marked.length }, () => undefined);
    return shuffled([...marked, ...unmarked], random);
  });
  return Array.from({ length: ballots }, (_, ballot) => lines.map((line) => line[ballot]));
}

/** Whether a form has the three levels that tables are made of. */
export function hasTableLevels({ levels }: BallotForm): boolean {
  return levels.length === 3 && ['high', 'confidence', 'low'].every((id) => levels.some((level) => level.id === id));
}
