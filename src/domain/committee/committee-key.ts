import { placeInSearch, searchKey } from '../text/search-key.ts';
import type { Committee } from './committee.ts';

/** By which committees are searched and put in order: the name, and behind it the code. */
export function keyOfCommittee({ name, code }: Pick<Committee, 'name' | 'code'>): string {
  return searchKey(code === null ? name : `${name} ${code}`);
}

/** Where a committee stands among those found by these words, some of which may be those of its superiors. */
export function placeOfFound(committee: Pick<Committee, 'name' | 'code'>, words: readonly string[]): string {
  return placeInSearch(keyOfCommittee(committee), words, searchKey(committee.name));
}
