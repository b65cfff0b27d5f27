import type * as z from 'zod/mini';
import type { ballotPageView } from '../../contract/box/box.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';

/** How many ballots a rehearsal has. */
const ballots = 3;

/** Marks as they come, one line in so many left out: what they add up to means nothing. */
export function rehearsalMarks(
  { form, subjects }: Pick<z.infer<typeof ballotPageView>, 'form' | 'subjects'>,
  random: RandomBytes,
): readonly Marks[] {
  const choices = form.levels.length + 1;
  return Array.from({ length: ballots }, () =>
    [...random(subjects.length)].map((byte) => {
      const choice = byte % choices;
      return choice === form.levels.length ? undefined : choice;
    }),
  );
}
