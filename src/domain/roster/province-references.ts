import type { Committee, CommitteeId } from '../committee/committee.ts';
import { CommitteeCodes } from '../text/code-key.ts';
import { textKey } from '../text/text-key.ts';

/** A committee as texts can mean it: by code, by name, or by name after its superior's reference and a slash. */
export interface Referable {
  readonly id: CommitteeId;
  readonly name: string;
  readonly code: string | null;
  /** How its superior is written; null at the top. */
  readonly superior: string | null;
}

/** How a file names a committee so that it is found again: by its code, otherwise by its way from the top. */
export function referenceTo(
  one: Pick<Committee, 'name' | 'code' | 'superiorId'>,
  byId: ReadonlyMap<CommitteeId, Committee>,
): string {
  if (one.code !== null) return one.code;
  const superior = one.superiorId === null ? undefined : byId.get(one.superiorId);
  return superior === undefined ? one.name : `${referenceTo(superior, byId)} / ${one.name}`;
}

/** The committees that a text may mean; the first way in which any is found decides. */
export function referenceFinder(all: readonly Referable[]): (text: string) => readonly CommitteeId[] {
  const byCode = new CommitteeCodes<CommitteeId>();
  const byWay = new Map<string, CommitteeId[]>();
  const byName = new Map<string, CommitteeId[]>();
  const add = (map: Map<string, CommitteeId[]>, key: string, id: CommitteeId) => {
    const found = map.get(key);
    if (found === undefined) map.set(key, [id]);
    // The ways to one committee come together.
    else if (found.at(-1) !== id) found.push(id);
  };
  for (const { id, name, code, superior } of all) {
    if (code !== null) byCode.add(code, id);
    if (superior !== null) add(byWay, wayKey(`${superior}/${name}`), id);
    add(byName, wayKey(name), id);
  }
  return (text) => {
    const coded = [...new Set(byCode.find(text))];
    return coded.length > 0 ? coded : (byWay.get(wayKey(text)) ?? byName.get(wayKey(text)) ?? []);
  };
}

function wayKey(text: string): string {
  return textKey(text).replace(/ ?\/ ?/g, '/');
}
