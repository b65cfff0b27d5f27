import type { CommitteeId } from '../../domain/committee/committee.ts';
import { searchWords } from '../../domain/text/search-key.ts';
import type { Deps } from '../deps.ts';

/** As many as somebody chooses from. */
const maxFound = 20;

interface FoundFollower {
  readonly id: CommitteeId;
  readonly name: string;
  readonly directorName: string | null;
}

/** Committees that follow the issuer and still stand, whose own or director's name fits; their own name first. */
export async function findFollowers(
  { store }: Pick<Deps, 'store'>,
  issuer: CommitteeId,
  search: string,
): Promise<readonly FoundFollower[]> {
  const found = await store.committees.searchFollowers(issuer, { words: searchWords(search), limit: maxFound });
  return found.map(({ committee: { id, name }, directorName }) => ({ id, name, directorName }));
}
