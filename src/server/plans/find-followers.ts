import { type Committee, type CommitteeId, directorOf } from '../../domain/committee/committee.ts';
import { byId, followersOf } from '../../domain/plan/plan-scope.ts';
import { fitsSearch, placeInSearch, searchKey, searchWords } from '../../domain/text/search-key.ts';

/** As many as somebody chooses from. */
const atMost = 20;

interface Follower {
  readonly id: CommitteeId;
  readonly name: string;
  readonly directorName: string | null;
}

/** Committees that follow the issuer and still stand, whose own or director's name fits; their own name first. */
export function findFollowers(committees: readonly Committee[], issuer: CommitteeId, search: string): Follower[] {
  const known = byId(committees);
  const followers = followersOf(known, issuer);
  const words = searchWords(search);
  const found = committees.flatMap((one) => {
    if (!followers.has(one.id) || one.to !== null) return [];
    const director = directorOf(one);
    const directorName = director === null ? null : (known.get(director)?.name ?? null);
    const key = searchKey(`${one.name} ${directorName ?? ''}`);
    if (!fitsSearch(key, words)) return [];
    const place = `${placeInSearch(searchKey(one.name), words)}\0${key}`;
    return [{ place, follower: { id: one.id, name: one.name, directorName } }];
  });
  return found
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, atMost)
    .map(({ follower }) => follower);
}
