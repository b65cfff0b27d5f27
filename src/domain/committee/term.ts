import * as z from 'zod/mini';
import { overlap } from '../roster/seat.ts';
import { accept, type Ruling, refuse } from '../ruling.ts';
import { plainText } from '../text/local-text.ts';
import { committeeId } from './committee.ts';

export const termId = z.uuid().brand<'TermId'>();
export type TermId = z.infer<typeof termId>;

/** A committee's term of office (nhiệm kỳ), for example 2020–2025. */
export const term = z.strictObject({
  id: termId,
  committeeId,
  name: plainText,
  /** First and last day, ISO, included. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** First day of the congress that elected the committee, ISO; null where it is not known. */
  congressOn: z.nullable(z.iso.date()),
});
export type Term = z.infer<typeof term>;

export type TermRefusal = 'unknown-term' | 'ends-before-it-begins' | 'term-overlaps' | 'congress-after-term';

/** Adds a term of a committee, or replaces the one of the same id. Terms of one committee follow each other. */
export function decideKeepTerm(
  terms: readonly Term[],
  candidate: Term,
  exists: boolean,
): Ruling<{ readonly terms: readonly Term[] }, TermRefusal> {
  if (exists !== terms.some((one) => one.id === candidate.id)) return refuse('unknown-term');
  if (candidate.to < candidate.from) return refuse('ends-before-it-begins');
  if (candidate.congressOn !== null && candidate.congressOn > candidate.to) return refuse('congress-after-term');
  const others = terms.filter((one) => one.id !== candidate.id);
  if (others.some((one) => overlap(one, candidate))) return refuse('term-overlaps');
  return accept({ terms: [candidate] });
}
