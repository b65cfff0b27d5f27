import type * as contract from '../../contract/committee/tree.ts';
import { decideKeepTerm, type Term, termId } from '../../domain/committee/term.ts';
import { sameContent } from '../../domain/creation.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';

export async function addTerm(deps: Deps, { params, body, about }: Call<typeof contract.addTerm>) {
  const { id = uuid(deps.random), ...said } = body;
  const term: Term = { id: termId.parse(id), ...params, ...said };
  const kept = await deps.store.committees.changeTerms(term.committeeId, term.id, ({ terms, there }) => {
    const made = findMade(about, there, (one) => sameContent(saidOf(one), saidOf(term)));
    if (!made.ok) return made;
    return made.value ? accept({ terms: [] }) : decideKeepTerm(terms, term, false);
  });
  return kept.ok ? accept(term) : kept;
}

function saidOf({ committeeId, name, from, to, congressOn }: Term) {
  return [committeeId, name, from, to, congressOn];
}
