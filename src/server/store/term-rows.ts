import type { CommitteeId } from '../../domain/committee/committee.ts';
import type { HalfTermReview } from '../../domain/half-term/review.ts';
import type { Summoned, SummonedList } from '../../domain/session/summoned.ts';
import { readRow } from './damaged-row.ts';

/** What a committee has for a term, in one document. */
interface TermRow {
  readonly committeeId: string;
  readonly term: string;
  readonly body: string;
}

export function toSummonedList({ committeeId, term, body }: TermRow): SummonedList {
  return readRow({ table: 'summoned_list', row: `${committeeId} ${term}` }, () => {
    return { committeeId: committeeId as CommitteeId, term, people: JSON.parse(body) as Summoned[] };
  });
}

export function toReview({ committeeId, term, body }: TermRow): HalfTermReview {
  return readRow(
    { table: 'half_term_review', row: `${committeeId} ${term}` },
    () => JSON.parse(body) as HalfTermReview,
  );
}
