import { type Committee, type CommitteeId, directorOf } from '../committee/committee.ts';

export type KnownCommittees = ReadonlyMap<CommitteeId, Committee>;

export function byId(committees: readonly Committee[]): KnownCommittees {
  return new Map(committees.map((one) => [one.id, one]));
}

/**
 * The committee itself and everybody whose plans it follows, from the nearest upwards. Police, army and border guard go
 * by their own sector at each step (docs/rules.md). Ends also where directors run in a circle.
 */
export function directorsOf(known: KnownCommittees, id: CommitteeId): readonly CommitteeId[] {
  const chain = new Set<CommitteeId>();
  for (let at: CommitteeId | null = id; at !== null && !chain.has(at); ) {
    const one = known.get(at);
    if (one === undefined) break;
    chain.add(at);
    at = directorOf(one);
  }
  return [...chain];
}

/** Everybody who follows the issuer, through all ranks, itself included. */
export function followersOf(known: KnownCommittees, issuerId: CommitteeId): ReadonlySet<CommitteeId> {
  const answers = new Map<CommitteeId, boolean>([[issuerId, true]]);
  for (const id of known.keys()) {
    const chain: CommitteeId[] = [];
    let at: CommitteeId | null = id;
    while (at !== null && !answers.has(at)) {
      answers.set(at, false);
      chain.push(at);
      const one: Committee | undefined = known.get(at);
      at = one === undefined ? null : directorOf(one);
    }
    const follows = at !== null && answers.get(at) === true;
    for (const each of chain) answers.set(each, follows);
  }
  return new Set([...answers].flatMap(([id, follows]) => (follows ? [id] : [])));
}
