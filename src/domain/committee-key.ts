import type { Committee } from './committee.ts';
import { searchKey } from './search-key.ts';

/** By which committees are searched and put in order: the name, and behind it the code. */
export function keyOfCommittee({ name, code }: Pick<Committee, 'name' | 'code'>): string {
  return searchKey(code === null ? name : `${name} ${code}`);
}
