import type { Principal } from '../../domain/account/relations.ts';
import { choicesOf, fittingResults, type RollUpFilter } from '../../domain/result/roll-up.ts';
import { fitsSearch, searchKey, searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';
import type { RelationsTo } from '../http/relations-for.ts';
import { type AskedPart, partOfWhole } from '../kit/list-part.ts';
import { seatedIn } from '../roster/seated-in.ts';
import { lockedAmong } from './published-to.ts';
import { readableResults } from './readable-results.ts';
import { headOf } from './result-head.ts';

/** Every result that the caller may read, as far as it fits. */
export async function listResults(
  deps: Deps,
  { personId: given, grants }: Principal,
  relationsTo: RelationsTo,
  { after, limit, search = '', ...filter }: RollUpFilter & AskedPart & { readonly search?: string | undefined },
) {
  const { committees, sessions } = deps.store;
  const seatIn = await seatedIn(deps, given);
  const asked = {
    committeeIds: [...seatIn, ...grants.map(({ committeeId }) => committeeId)],
    superiorIds: [...(await committees.heirs(seatIn)).keys()],
    ...(given === null ? {} : { personId: given }),
  };
  const all = await readableResults(await sessions.published(asked), relationsTo);
  const words = searchWords(search);
  const found = fittingResults(all, filter).filter(
    ({ committeeName, title }) => words.length === 0 || fitsSearch(searchKey(`${committeeName} ${title}`), words),
  );
  const locked = await lockedAmong(deps, asked, relationsTo);
  const { rows, next } = partOfWhole(found, { after, limit }, ({ sessionId }) => sessionId);
  return { choices: choicesOf(all), total: found.length, rows: rows.map(headOf), next, locked };
}
