import type * as contract from '../../contract/committee/tree.ts';
import { decideKeepTerm, type Term } from '../../domain/committee/term.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';

export async function changeTerm(
  deps: Deps,
  { params: { committeeId, termId: id }, body }: Call<typeof contract.changeTerm>,
) {
  const term: Term = { id, committeeId, ...body };
  const kept = await deps.store.committees.changeTerms(committeeId, id, ({ terms }) =>
    decideKeepTerm(terms, term, true),
  );
  return kept.ok ? accept(term) : kept;
}
