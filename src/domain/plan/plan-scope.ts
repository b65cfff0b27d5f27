import { type Committee, type CommitteeId, directorOf } from '../committee/committee.ts';
import type { Plan } from './plan.ts';

export type KnownCommittees = ReadonlyMap<CommitteeId, Committee>;

export function byId(committees: readonly Committee[]): KnownCommittees {
  return new Map(committees.map((one) => [one.id, one]));
}

/**
 * The committee itself and everybody whose plans it follows, from the nearest upwards. Police, army and border guard go
 * by their own sector at each step (regulations.md, procedure 5). Ends also where directors run in a circle.
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

/** What a committee owes under a plan, and by when; ISO days. */
export interface Deadline {
  readonly by: string;
  readonly reportBy: string | null;
  readonly pilot: boolean;
}

/** Whether a committee is to hold its session under the plan: issued by itself or whoever directs it, and naming it. */
export function owesUnder(plan: Plan, known: KnownCommittees, committee: Committee): boolean {
  if (plan.issued === null || deadlineFor(plan, committee) === undefined) return false;
  return directorsOf(known, committee.id).includes(plan.issuerId);
}

/**
 * The deadline of a committee that follows the plan; undefined when the plan names neither its rank nor itself, and
 * when the committee has ended before, merged or dissolved.
 */
export function deadlineFor(
  { provisions }: Pick<Plan, 'provisions'>,
  { id, rank, to }: Pick<Committee, 'id' | 'rank' | 'to'>,
): Deadline | undefined {
  const ofRank = provisions.deadlines.find((one) => one.rank === rank);
  const pilot = provisions.pilots.find(({ committeeId }) => committeeId === id);
  const by = pilot?.by ?? ofRank?.by;
  if (by === undefined || (to !== null && to < by)) return undefined;
  return { by, reportBy: ofRank?.reportBy ?? null, pilot: pilot !== undefined };
}
