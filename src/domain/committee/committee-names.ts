import { textKey } from '../text/text-key.ts';
import type { Committee, CommitteeId } from './committee.ts';

/** A committee with the way to it from the top: "Tỉnh ủy / Đảng bộ xã A / Chi bộ 1". */
export type CommitteeWithPath = { id: CommitteeId; path: string };

/** The committees that a text may mean: by name, or by name after one or more of its superiors' names and slashes. */
export type CommitteeFinder = (text: string) => readonly CommitteeWithPath[];

export function committeeFinder(committees: readonly Committee[]): CommitteeFinder {
  const byId = new Map(committees.map((one) => [one.id, one]));
  const byKey = new Map<string, CommitteeWithPath[]>();
  for (const one of committees) {
    const names = namesToTop(one, byId);
    const named = { id: one.id, path: names.join(' / ') };
    for (let from = 0; from < names.length; from++) {
      const key = pathKey(names.slice(from).join('/'));
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [named]);
      else same.push(named);
    }
  }
  return (text) => byKey.get(pathKey(text)) ?? [];
}

/** Topmost first. Ends also if what is stored runs in a circle. */
function namesToTop(one: Committee, byId: ReadonlyMap<CommitteeId, Committee>): string[] {
  const way: Committee[] = [];
  for (let at: Committee | undefined = one; at !== undefined && !way.includes(at); ) {
    way.unshift(at);
    at = at.superiorId === null ? undefined : byId.get(at.superiorId);
  }
  return way.map((each) => each.name);
}

function pathKey(text: string): string {
  return textKey(text).replace(/ ?\/ ?/g, '/');
}
